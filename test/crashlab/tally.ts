/**
 * What one trial came to: how many acknowledged items were gone, whether the rest could be read and was what was kept, and how many
 * were kept and told to nobody, where people were to be told.
 */
export type Finding = { lost: number; unreadable: boolean; silent: boolean; untold?: number; why: string | null };

/** What many trials came to. `first` says of the first that went wrong what was wrong. */
export type Tally = {
  states: number;
  lost: number;
  unreadable: number;
  silent: number;
  untold: number;
  first: string | null;
};

export const emptyTally = (): Tally => ({
  states: 0,
  lost: 0,
  unreadable: 0,
  silent: 0,
  untold: 0,
  first: null,
});

export const well: Finding = { lost: 0, unreadable: false, silent: false, why: null };

/** Counts a trial in. */
export const count = (tally: Tally, finding: Finding): void => {
  tally.states += 1;
  tally.lost += finding.lost;
  tally.unreadable += Number(finding.unreadable);
  tally.silent += Number(finding.silent);
  tally.untold += finding.untold ?? 0;
  tally.first ??= finding.why;
};

export const sum = (tallies: Tally[]): Tally =>
  tallies.reduce(
    (all, { states, lost, unreadable, silent, untold, first }) => ({
      states: all.states + states,
      lost: all.lost + lost,
      unreadable: all.unreadable + unreadable,
      silent: all.silent + silent,
      untold: all.untold + untold,
      first: all.first ?? first,
    }),
    emptyTally(),
  );

/** Whether nothing was lost, unreadable, silently accepted or told to nobody. */
export const isClean = ({ lost, unreadable, silent, untold }: Tally): boolean =>
  lost + unreadable + silent + untold === 0;

import { inspectionOf } from '../store/absence.ts';
import type { KnownHead, Shared, Store } from '../store/port.ts';
import { turns } from '../store/turns.ts';
import { atTheStart } from './at-the-start.ts';
import type { Known } from './known.ts';

/** What replicas of one app have among themselves. */
export type Replicas = Pick<Shared, 'alone' | 'isOnDuty' | 'onDuty' | 'changed' | 'listen'> & {
  /** Null where this process holds them itself. */
  held: Shared['held'] | null;
};

/** A process that has the records to itself does all there is to do. */
export const onlyOne: Replicas = {
  alone: (_, act) => act(),
  isOnDuty: () => true,
  onDuty: async () => true,
  changed: () => {},
  listen: () => {},
  held: null,
};

type Register = {
  /** What `begun` said before these were found. */
  asOf: string | undefined;
  known: Known[];
  taken: Set<string>;
  closedHalves: Map<string, string>;
  /** Told of histories that were not known. */
  found: (heads: readonly KnownHead[]) => Promise<void>;
  close: (name: string, why: string) => void;
};

/**
 * What other replicas do with inspections, where there are any: looked at before each answer that is about more than one of them. Of one
 * that is asked about by itself its history takes what is new.
 */
export const elsewhere = (store: Store, { known, taken, closedHalves, found, close, ...at }: Register) => {
  const { shared } = store;
  const inTurn = turns();
  let { asOf } = at;
  /** At which version each was when it was last opened here. */
  const seen = new Map<string, number>();

  const look = async (): Promise<void> => {
    const now = await shared?.begun();
    if (now === undefined || now === asOf) return;
    const there = await atTheStart(store, close);
    const ids = new Set(there.known.map(({ id }) => id));
    for (const each of there.known) if (!known.some(({ id }) => id === each.id)) known.push(each);
    known.splice(0, known.length, ...known.filter(({ id }) => ids.has(id)));
    for (const { inspection } of there.heads) taken.add(inspectionOf(inspection));
    for (const [half, why] of there.closedHalves) closedHalves.set(half, why);
    await found(there.heads);
    asOf = now;
  };

  return {
    /** An inspection is open here, at that version. */
    opened: (id: string, version: number): void => void seen.set(id, version),
    /** Finds what was begun or deleted elsewhere. */
    begun: (): Promise<void> => (shared ? inTurn(look) : Promise.resolve()),
    /** Those of which more is kept than was seen here. */
    changed: async (): Promise<string[]> => {
      if (!shared) return [];
      await inTurn(look);
      const stands = await shared.stands();
      return known.flatMap(({ id }) => (stands.has(id) && stands.get(id) !== seen.get(id) ? [id] : []));
    },
  };
};

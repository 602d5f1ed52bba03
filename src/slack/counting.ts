import { type CommandLine, subcommandOf } from '../../commands/index.ts';
import type { Surface } from './surface.ts';

/** What came of something that a person sent. */
export type CountedOutcome = 'answered' | 'form' | 'saved' | 'refused' | 'fault';
/** By a word of ours only: what somebody typed is never counted by. */
export type Count = (by: 'command' | 'button' | 'submission', word: string, outcome: CountedOutcome) => void;

/** The word of the command, or "unknown": never what somebody typed. */
export const wordOf = ({ subcommand }: Pick<CommandLine, 'subcommand'>): string => subcommand?.word ?? 'unknown';

/** The same, but for the commands of which not even that somebody used them is counted. */
export const uncountedAside =
  (count: Count): Count =>
  (by, word, outcome) => {
    if (subcommandOf(word)?.counted !== false) count(by, word, outcome);
  };

/** A surface that tells what it is used for. */
export const counted = (surface: Surface, count: (outcome: CountedOutcome) => void): Surface => {
  const telling =
    <Arguments extends unknown[]>(outcome: CountedOutcome, act: (...given: Arguments) => Promise<void>) =>
    async (...given: Arguments): Promise<void> => {
      await act(...given);
      count(outcome);
    };
  return {
    form: surface.form,
    say: telling('answered', surface.say),
    open: telling('form', surface.open),
    receipt: telling('saved', surface.receipt),
    refuse: telling('refused', surface.refuse),
  };
};

import { type CommandLine, subcommandOf } from '../../commands/index.ts';
import { slackError } from './errors.ts';
import type { Surface } from './surface.ts';

/** What came of something that a person sent. */
export type CountedOutcome = 'answered' | 'form' | 'saved' | 'refused' | 'fault';
/** By words of ours, and by what Slack calls its methods and errors: what somebody typed is never counted by. */
type Counted =
  | [by: 'command' | 'button' | 'submission', word: string, outcome: CountedOutcome]
  | [by: 'call', method: string, refused: string]
  | [by: 'table', method: string, sent: 'as lines']
  | [by: 'message', kind: 'daily-summary', outcome: 'sent' | 'failed'];
export type Count = (...what: Counted) => void;

/** The word of the command, or "unknown": never what somebody typed. */
export const wordOf = ({ subcommand }: Pick<CommandLine, 'subcommand'>): string => subcommand?.word ?? 'unknown';

/** The same, but for the commands of which not even that somebody used them is counted. */
export const uncountedAside =
  (count: Count): Count =>
  (...what) => {
    if (subcommandOf(what[1])?.counted !== false) count(...what);
  };

/** What a call that failed is counted by: Slack's own name for it, the status, or that no answer came. */
const refusedBy = (error: unknown): string => {
  const status = error instanceof Error && 'statusCode' in error ? `http_${error.statusCode}` : 'no_answer';
  const name = slackError(error) ?? status;
  return /^[a-z0-9_]{1,60}$/.test(name) ? name : 'other';
};

/** A call of one of Slack's methods, counted where it fails. */
export const countedCall = <Result>(count: Count, method: string, call: Promise<Result>): Promise<Result> =>
  call.catch((error: unknown) => {
    count('call', method, refusedBy(error));
    throw error;
  });

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
    show: telling('answered', surface.show),
    open: telling('form', surface.open),
    receipt: telling('saved', surface.receipt),
    refuse: telling('refused', surface.refuse),
  };
};

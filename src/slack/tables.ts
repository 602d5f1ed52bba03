import { hasTable, type Message } from '../words/message.ts';
import { slackMessage } from './blocks.ts';
import type { Count } from './counting.ts';
import { slackError } from './errors.ts';

/** Slack refuses a message with a table in these ways; by each of them it has posted and changed nothing. */
const refusals = new Set(['invalid_blocks', 'invalid_blocks_format', 'invalid_attachments', 'msg_blocks_too_long']);

/** Where a table was refused and lines were taken, no table is asked for until an hour has passed; a start asks again. */
const linesFor = 3_600_000;

/** The ways in which a message is sent that Slack answers, so that a refused one is known not to stand. */
type Answered = 'chat.postMessage' | 'chat.update';

/**
 * Sends a message that Slack answers, its table as one; where Slack refuses that, the same once more as lines. `now` is
 * in milliseconds. Any other error is given on, and nothing is sent again after it.
 */
export const tables = (now: () => number, count: Count) => {
  let linesUntil = Number.NEGATIVE_INFINITY;
  return async <Result>(
    method: Answered,
    message: Message,
    send: (drawn: ReturnType<typeof slackMessage>) => Promise<Result>,
  ): Promise<Result> => {
    const asLines = () => send(slackMessage(message));
    if (!hasTable(message) || now() < linesUntil) return asLines();
    try {
      return await send(slackMessage(message, { tables: true }));
    } catch (error) {
      if (!refusals.has(slackError(error) ?? '')) throw error;
      count('table', method, 'as lines');
      const sent = await asLines();
      // What is refused as lines too was not refused for its table.
      linesUntil = now() + linesFor;
      return sent;
    }
  };
};

export type Tables = ReturnType<typeof tables>;

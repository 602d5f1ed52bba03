import type { JsonObject } from './json.ts';
import type { Deliver } from './socket-mode.ts';

/** When an event that was not acknowledged is sent again after the first time, in milliseconds: at once, a minute later, five later. */
const waits = [0, 60_000, 300_000];

/** Events, sent again as Slack sends them until they are acknowledged: three times at most. */
export const createRetries = (deliver: Deliver, now: () => Date) => {
  let waiting: { event: JsonObject; attempt: number; at: number }[] = [];

  const again = async (event: JsonObject, attempt: number): Promise<void> => {
    const wait = waits[attempt - 1];
    if (wait === undefined) return;
    if (wait > 0) {
      waiting.push({ event, attempt, at: now().getTime() + wait });
      return;
    }
    await sendAgain(event, attempt);
  };

  const sendAgain = async (event: JsonObject, attempt: number): Promise<void> => {
    const { answered } = await deliver('events_api', event, { attempt, reason: 'timeout' });
    if (!answered) await again(event, attempt + 1);
  };

  return {
    send: async (event: JsonObject): Promise<void> => {
      const { answered } = await deliver('events_api', event, undefined);
      if (!answered) await again(event, 1);
    },
    /** Sends again the events that were not acknowledged and are due once more by now. */
    sendDue: async (): Promise<void> => {
      const due = waiting.filter(({ at }) => at <= now().getTime());
      waiting = waiting.filter((each) => !due.includes(each));
      for (const { event, attempt } of due) await sendAgain(event, attempt);
    },
  };
};

export type Retries = ReturnType<typeof createRetries>;

import type { JsonObject } from './json.ts';
import type { Deliver } from './socket-mode.ts';

/** When an event that was not acknowledged is sent again after the first time, in milliseconds: at once, a minute later, five later. */
const waits = [0, 60_000, 300_000];

/** Events, sent again as Slack sends them until they are acknowledged: three times at most. */
export interface Retries {
  send(event: JsonObject): Promise<void>;
  /** Sends again what is due by now. */
  sendDue(): Promise<void>;
}

export const createRetries = (deliver: Deliver, now: () => Date): Retries => {
  let waiting: { event: JsonObject; attempt: number; at: number }[] = [];

  const again = async (event: JsonObject, attempt: number): Promise<void> => {
    const wait = waits[attempt - 1];
    if (wait === undefined) return;
    if (wait > 0) {
      waiting.push({ event, attempt, at: now().getTime() + wait });
      return;
    }
    const { answered } = await deliver('events_api', event, { attempt, reason: 'timeout' });
    if (!answered) await again(event, attempt + 1);
  };

  return {
    send: async (event) => {
      const { answered } = await deliver('events_api', event, undefined);
      if (!answered) await again(event, 1);
    },
    sendDue: async () => {
      const due = waiting.filter(({ at }) => at <= now().getTime());
      waiting = waiting.filter((each) => !due.includes(each));
      for (const { event, attempt } of due) {
        const { answered } = await deliver('events_api', event, { attempt, reason: 'timeout' });
        if (!answered) await again(event, attempt + 1);
      }
    },
  };
};

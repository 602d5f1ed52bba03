import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { isObject, textIn } from './json.ts';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Knows whether anything is under way between the app and the local Slack.
 * A request that this process sends to `origin` counts from the moment it is made (undici says so), not only from its arrival:
 * in between, it would look quiet.
 */
export const createActivity = (origin: () => string) => {
  let underWay = 0;
  let hurried = false;
  const followed: (() => Promise<void>)[] = [];
  const made = new Set<object>();
  let lookers: (() => void)[] = [];

  const changed = (): void => {
    const looking = lookers;
    lookers = [];
    for (const look of looking) look();
  };

  const requestOf = (message: unknown): object | undefined => {
    const request =
      typeof message === 'object' && message !== null && 'request' in message ? message.request : undefined;
    return typeof request === 'object' && request !== null ? request : undefined;
  };
  const began = (message: unknown): void => {
    const request = requestOf(message);
    // A connection's opening stays a request for as long as the connection lasts: it is not waited for.
    if (isObject(request) && request.origin === origin() && !textIn(request.path).startsWith('/link/'))
      made.add(request);
  };
  const ended = (message: unknown): void => {
    const request = requestOf(message);
    if (request && made.delete(request)) changed();
  };
  const channels: [string, (message: unknown) => void][] = [
    ['undici:request:create', began],
    ['undici:request:trailers', ended],
    ['undici:request:error', ended],
  ];
  for (const [name, listener] of channels) subscribe(name, listener);

  const still = (): boolean => underWay === 0 && made.size === 0;

  return {
    /** Marks something as under way until the answer is called. */
    begin: () => {
      underWay += 1;
      let over = false;
      return (): void => {
        if (over) return;
        over = true;
        underWay -= 1;
        changed();
      };
    },
    /** Also waits for this, before it is quiet: the app's own work. */
    follow: (idle: () => Promise<void>) => void followed.push(idle),
    /** Resolves once no call is under way, no envelope unacknowledged, and whoever is followed idle. */
    quiet: async (): Promise<void> => {
      // What was just acknowledged may be about to call: it must be still for some turns of the event loop on end.
      for (let turns = 0; turns < 5 && !hurried; turns += 1) {
        if (!still()) {
          turns = -1;
          await new Promise<void>((resolve) => lookers.push(resolve));
          continue;
        }
        await Promise.all(followed.map((idle) => idle()));
        await turn();
        if (!still()) turns = -1;
      }
    },
    /** From now on nobody waits for that: where many act at once it may never come. */
    hurry: (): void => {
      hurried = true;
    },
    close: (): void => {
      for (const [name, listener] of channels) unsubscribe(name, listener);
    },
  };
};

export type Activity = ReturnType<typeof createActivity>;

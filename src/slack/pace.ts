import { pauseAskedFor } from './errors.ts';

type Queue = { taken: number; waiting: (() => void)[] };

/**
 * Lets calls through as slowly as Slack takes them: so many of one key, each of whose places is free again so long after it was
 * answered, or after the pause that Slack asked for. Counted from the answer, no two that Slack counts are ever closer. The
 * oldest goes first; whoever waits when the app is told to stop goes at once.
 */
const pacing = (places: number, milliseconds: number, stopping: AbortSignal) => {
  const queues = new Map<string, Queue>();
  stopping.addEventListener('abort', () => {
    for (const { waiting } of queues.values()) for (const go of waiting.splice(0)) go();
  });

  const left = (key: string, queue: Queue): void => {
    const next = queue.waiting.shift();
    if (next) return next();
    queue.taken -= 1;
    if (queue.taken === 0) queues.delete(key);
  };

  return async <Result>(key: string, call: () => Promise<Result>): Promise<Result> => {
    const queue = queues.get(key) ?? { taken: 0, waiting: [] };
    queues.set(key, queue);
    if (queue.taken < places || stopping.aborted) queue.taken += 1;
    else await new Promise<void>((go) => queue.waiting.push(go));
    let pause = milliseconds;
    try {
      return await call();
    } catch (error) {
      pause = Math.max(pause, pauseAskedFor(error) ?? 0);
      throw error;
    } finally {
      setTimeout(left, pause, key, queue).unref();
    }
  };
};

/**
 * One pace for the whole process, by what Slack counts together (Slack, "Rate limits": tier 3 is fifty a minute). `minute`
 * is how long one is, in milliseconds. What happens seldom may come in a burst; what goes on all day is spread.
 */
export const paces = (minute: number, stopping: AbortSignal) => ({
  /** Messages to one channel. */
  message: pacing(1, minute / 60, stopping),
  /** Opening direct messages, and looking in them. */
  opening: pacing(50, minute, stopping),
  looking: pacing(50, minute, stopping),
  /** What the app shows in channels by itself: each time it looks at the channel, and changes or posts one message. */
  showing: pacing(1, minute / 50, stopping),
});

export type Paces = ReturnType<typeof paces>;

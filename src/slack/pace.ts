import { pauseAskedFor } from './errors.ts';

/** Whoever has the lower turn goes first; of one turn, whoever came first. */
type Queue = { taken: number; waiting: { turn: number; go: () => void }[] };

/** Goes before whatever can wait: what somebody waits for, and what must be known at once. */
export const urgent = 0;

/**
 * Lets calls through as slowly as Slack takes them: so many of one key, each of whose places is free again so long after it was
 * answered, or after the pause that Slack asked for. Counted from the answer, no two that Slack counts are ever closer. Each
 * goes when it is its turn; whoever waits when the app is told to stop goes at once.
 */
const pacing = (places: number, milliseconds: number, stopping: AbortSignal) => {
  const queues = new Map<string, Queue>();
  stopping.addEventListener('abort', () => {
    for (const { waiting } of queues.values()) for (const { go } of waiting.splice(0)) go();
  });

  const left = (key: string, queue: Queue): void => {
    const next = queue.waiting.shift();
    if (next) return next.go();
    queue.taken -= 1;
    if (queue.taken === 0) queues.delete(key);
  };

  return async <Result>(key: string, call: () => Promise<Result>, turn = urgent): Promise<Result> => {
    const queue = queues.get(key) ?? { taken: 0, waiting: [] };
    queues.set(key, queue);
    if (queue.taken < places || stopping.aborted) queue.taken += 1;
    else
      await new Promise<void>((go) => {
        const behind = queue.waiting.filter((other) => other.turn <= turn).length;
        queue.waiting.splice(behind, 0, { turn, go });
      });
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
export const paces = (minute: number, stopping: AbortSignal) => {
  let turns = urgent;
  return {
    /** The turn of what begins to wait now: behind all that began before. */
    turn: (): number => (turns += 1),
    /** Messages to one channel. */
    message: pacing(1, minute / 60, stopping),
    /** Opening direct messages, and looking in them. */
    opening: pacing(50, minute, stopping),
    looking: pacing(50, minute, stopping),
    /**
     * What the app shows in channels by itself: each time it looks at the channel, and changes or posts one message. So that forty
     * boards are done within a minute, however long Slack takes for each, and some of it is left to what people ask for.
     */
    showing: pacing(8, minute / 5.5, stopping),
    /** Pins are of tier 2, twenty a minute; Homes that are drawn anew of tier 4, a hundred, opening them among these. */
    pinning: pacing(4, minute / 4.5, stopping),
    drawing: pacing(8, minute / 10.5, stopping),
  };
};

export type Paces = ReturnType<typeof paces>;

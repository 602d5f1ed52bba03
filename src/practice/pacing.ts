import type { Pace } from './play.ts';
import { type Speed, speeds } from './playing.ts';

/** Calls back after so many milliseconds; gives what prevents it. */
export type After = (milliseconds: number, then: () => void) => () => void;

/** Between two acts of one step passes this part of the time between two steps, so that a form is seen being filled in. */
const actsPerStep = 4;

/** The pace of one playing: as fast as asked, held while paused, until it is told to end. */
export const createPacing = (first: Speed, after: After) => {
  let speed = first;
  let paused = false;
  let ended = false;
  /** What waits now; called once, to look again at what was asked meanwhile. */
  let wake: () => void = () => undefined;
  /** Whoever waits until nothing is under way any more. */
  const held: (() => void)[] = [];

  const until = async (isOver: () => boolean, milliseconds: () => number | null): Promise<void> => {
    while (!isOver()) {
      const wait = milliseconds();
      if (wait === 0) return;
      const timeUp = await new Promise<boolean>((resolve) => {
        const prevent = wait === null ? () => undefined : after(wait, () => resolve(true));
        wake = () => {
          prevent();
          resolve(false);
        };
      });
      if (timeUp) return;
    }
  };

  const change = (make: () => void): void => {
    make();
    const woken = wake;
    wake = () => undefined;
    woken();
  };

  const pace: Pace = {
    next: async () => {
      await until(
        () => ended,
        () => {
          if (!paused) return speeds[speed];
          for (const tell of held.splice(0)) tell();
          return null;
        },
      );
      return !ended;
    },
    nextAct: () =>
      until(
        () => ended || paused,
        () => speeds[speed] / actsPerStep,
      ),
  };

  return {
    pace,
    /** Resolves when the step under way is done. */
    pause: (): Promise<void> =>
      new Promise((resolve) => {
        held.push(resolve);
        change(() => {
          paused = true;
        });
      }),
    resume: () =>
      change(() => {
        paused = false;
      }),
    setSpeed: (asked: Speed) =>
      change(() => {
        speed = asked;
      }),
    end: () =>
      change(() => {
        ended = true;
      }),
  };
};

export type Pacing = ReturnType<typeof createPacing>;

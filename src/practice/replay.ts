import type { Passing } from './passing.ts';
import { type Onlooker, type Pace, play } from './play.ts';
import type { Progress } from './progress.ts';
import type { Stage } from './stage.ts';
import type { Telling } from './telling.ts';

type ReplaySetup = { stage: Stage; pass: Passing; telling: Telling; progress: Progress; faults: readonly unknown[] };

const withoutPause: Pace = { next: async () => true, nextAct: async () => undefined };

/**
 * Plays every step and prints what appears.
 * @throws PracticeStopped at the first step that cannot be done, or comes to something else than it says
 */
export const replay = async ({ stage, pass, telling, progress, faults }: ReplaySetup): Promise<void> => {
  const { print } = progress;
  const onlooker: Onlooker = {
    day: (day) => print(telling.day(day)),
    story: (words) => print(telling.story(words)),
    begins: telling.begins,
    does: (step, act) => print(telling.does(step, act)),
    sent: (step, sent) => print(telling.sent(step, sent)),
    appeared: (appearance) => print(telling.appeared(appearance)),
    ofItself: (at, news) => print(telling.ofItself(at, news)),
    done: progress.done,
    dayOver: () => print(telling.board('At the end of the day the board says:')),
  };
  await play({ stage, pass, onlooker, pace: withoutPause, faults });
  progress.over();
};

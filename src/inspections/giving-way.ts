import type { Steps } from '../domain/steps.ts';

/** So many steps are done in a row. */
const inARow = 20;

/** Has work done in steps, and lets whatever else is due have its turn between them: nobody waits for all of it. */
export const givingWay = async <Result>(work: Steps<Result>): Promise<Result> => {
  for (let done = 1; ; done += 1) {
    const step = work.next();
    if (step.done) return step.value;
    if (done % inARow === 0) await new Promise((turn) => setImmediate(turn));
  }
};

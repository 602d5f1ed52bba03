import { setImmediate as aTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/** How many of those are still held by something, once everything was collected that nothing holds. */
export const reachable = async (all: readonly WeakRef<object>[]): Promise<number> => {
  for (let time = 0; time < 3; time += 1) {
    await aTurn();
    collect();
  }
  return all.filter((each) => each.deref() !== undefined).length;
};

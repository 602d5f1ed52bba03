import { constants } from 'node:fs';
import { afterKill, afterPowerCut } from '../store/disk-state.ts';
import type { Fate } from '../store/watched-files.ts';
import type { Keeper } from './keeper.ts';
import { count, emptyTally, type Tally } from './tally.ts';
import { liveUntil, lookAfter, type Way } from './trial.ts';

/** What the disk says, and for how many steps on end. */
export type Fault = { name: string; says: Fate; times: number };

export const diskFaults: Fault[] = [
  { name: 'a full disk (ENOSPC)', says: { fails: 'ENOSPC' }, times: 1 },
  { name: 'a failing disk (EIO)', says: { fails: 'EIO' }, times: 1 },
  { name: 'a disk that goes on failing (EIO)', says: { fails: 'EIO' }, times: 3 },
  { name: 'a short write', says: { takes: 57 }, times: 1 },
];

const failingAt = (at: number, { says, times }: Fault, waitForDisk: number): Way => ({
  name: `from step ${at}`,
  waitForDisk,
  fate: () => (_, step) => (step >= at && step < at + times ? says : 'goes ahead'),
});

/** Whether that is a short write's doing, or another error than the disk's: then the day should have gone on. */
const unexpected = (failed: unknown, { says }: Fault): boolean =>
  failed !== null && (says === 'goes ahead' || !('fails' in says));

/**
 * Lives the day once for each of its steps with the fault there. Then looks at what the next process finds, and at what a power
 * cut leaves behind: in each of the steps right after the fault, and at the day's end.
 */
export const faultAtEachStep = async (keeper: Keeper, fault: Fault, stepsAfter: number): Promise<Tally> => {
  const tally = emptyTally();
  for (const waitForDisk of [constants.O_DSYNC, 0]) {
    const { disk } = await liveUntil(keeper, failingAt(Number.POSITIVE_INFINITY, fault, waitForDisk), Infinity);
    const steps = disk.steps();
    for (let at = 1; at <= steps; at += 1) {
      const way = failingAt(at, fault, waitForDisk);
      const whole = await liveUntil(keeper, way, Number.POSITIVE_INFINITY);
      if (unexpected(whole.failed, fault)) throw whole.failed;
      count(tally, (await lookAfter(keeper, afterKill(whole.disk.state), whole.promised, 'first boot')).finding);
      const cuts = Array.from({ length: stepsAfter }, (_, after) => at + 1 + after);
      for (const cut of [...cuts, Number.POSITIVE_INFINITY]) {
        const left = await liveUntil(keeper, way, cut);
        for (const state of afterPowerCut(left.disk.state, keeper.apart))
          count(tally, (await lookAfter(keeper, state, left.promised, 'next boot')).finding);
      }
    }
  }
  return tally;
};

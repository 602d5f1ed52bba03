import { constants } from 'node:fs';
import { afterKill, afterPowerCut, type DiskState } from '../store/disk-state.ts';
import { fullAt, wellDisk } from '../store/modelled-disk.ts';
import type { Keeper } from './keeper.ts';
import { count, emptyTally, type Tally } from './tally.ts';
import { liveUntil, lookAfter, type Promised, processOn, type Way } from './trial.ts';

export const ways: Way[] = [
  { name: 'writes that wait for the disk', waitForDisk: constants.O_DSYNC, fate: () => wellDisk },
  { name: 'a sync after each write', waitForDisk: 0, fate: () => wellDisk },
  { name: 'a disk that is full once', waitForDisk: 0, fate: () => fullAt(4) },
];

type Left = Awaited<ReturnType<typeof liveUntil>>;

const eachCut = async (keeper: Keeper, state: DiskState, promised: Promised, tally: Tally): Promise<void> => {
  for (const cut of afterPowerCut(state, keeper.apart))
    count(tally, (await lookAfter(keeper, cut, promised, 'next boot')).finding);
};

/** What happens at the moment of the cut. Each ends with every disk that the power cut may leave behind being looked at. */
export const moments = {
  'the power fails': (keeper: Keeper, { disk, promised }: Left, _: Way, tally: Tally): Promise<void> =>
    eachCut(keeper, disk.state, promised, tally),

  /** What the killed process had not synced is taken up by the next one, which goes on; then the power fails. */
  'killed, restarted, then the power fails': async (
    keeper: Keeper,
    left: Left,
    _: Way,
    tally: Tally,
  ): Promise<void> => {
    const next = await lookAfter(keeper, afterKill(left.disk.state), left.promised, 'first boot');
    count(tally, next.finding);
    await eachCut(keeper, next.disk.state, next.promised, tally);
  },

  /** What a later process has once shown counts as promised, though it was never acknowledged. */
  'killed, read, then the power fails': async (keeper: Keeper, left: Left, way: Way, tally: Tally): Promise<void> => {
    const next = processOn(afterKill(left.disk.state), 2, 'first boot', way);
    const found = await (await keeper.open(next)).found();
    const shown = new Map([...found].map(([n, { receipt }]) => [n, receipt]));
    await eachCut(keeper, next.state, { ...left.promised, receipts: shown }, tally);
  },
};
export type Moment = keyof typeof moments;

/** Lives the day once for each of its steps, and cuts it there. */
export const powerCuts = async (keeper: Keeper, way: Way, moment: Moment): Promise<Tally> => {
  const tally = emptyTally();
  for (let step = 1; ; step += 1) {
    const left = await liveUntil(keeper, way, step);
    if (left.over && left.failed !== null) throw left.failed;
    await moments[moment](keeper, left, way, tally);
    if (left.over) return tally;
  }
};

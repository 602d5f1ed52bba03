import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { jsonLines } from '../../src/store/json-lines.ts';
import { Conflict, type Entry, NotKept, type Store } from '../../src/store/port.ts';
import { chainHolds } from './chain-holds.ts';
import { afterKill, afterPowerCut, type DiskState, emptyDisk } from './disk-state.ts';
import { draft, inspection } from './drafts.ts';
import { type ModelledDisk, modelledDisk } from './modelled-disk.ts';

const never = Number.POSITIVE_INFINITY;

type Promised = { acknowledged: Entry[]; erased: number[]; erasing: number[] };

const process = (pid: number, boot: string) => ({ pid, host: 'northmoor-app', boot, started: '0' });

const openOn = (disk: ModelledDisk): Promise<Store> =>
  jsonLines({ folder: disk.state.folder, files: disk.files, random: randomBytes, report: () => {} });

/** A short day: two entries one after the other, three at once, one erased, one more. What could not be kept is tried again. */
const aDay = async (disk: ModelledDisk, promised: Promised): Promise<void> => {
  const store = await openOn(disk);
  const record = async (n: number): Promise<void> => {
    try {
      promised.acknowledged.push(await store.append(inspection, n, draft(n)));
    } catch (error) {
      if (!(error instanceof NotKept && noSpace(error)) && !(error instanceof Conflict)) throw error;
      await record(n);
    }
  };
  await record(0);
  await record(1);
  await Promise.all([record(2), record(3), record(4)]);
  promised.erasing.push(2);
  await store.erase(inspection, 2);
  promised.erased.push(2);
  await record(5);
  await store.close();
};

const noSpace = ({ cause }: NotKept): boolean => cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC';

/** Lives that day until the given step; gives what was promised until then, and the disk as it was left. */
const until = async (step: number, waitForDisk: number, refusedWrite: number) => {
  const disk = modelledDisk(emptyDisk(), { self: process(1, 'first boot'), waitForDisk, refusedWrite });
  disk.cutAt(step);
  const promised: Promised = { acknowledged: [], erased: [], erasing: [] };
  const over = await aDay(disk, promised).then(
    () => true,
    (error: unknown) => {
      if (disk.steps() < step) throw error;
      return false;
    },
  );
  return { disk, promised, over };
};

/** What was promised is there, what was erased is not, and the record can be read and written to. */
const keepsWhatWasPromised = async (state: DiskState, promised: Promised, boot: string): Promise<ModelledDisk> => {
  const disk = modelledDisk(state, { self: process(2, boot), waitForDisk: 0, refusedWrite: never });
  const store = await openOn(disk);
  const found = await store.read(inspection, 0);
  for (const entry of promised.acknowledged) {
    const kept = found[entry.header.version - 1];
    if (kept?.hash !== entry.hash) throw new Error(`Entry ${entry.header.version} was acknowledged and is lost`);
    const gone = kept.events === null;
    const mayBeGone = promised.erasing.includes(entry.header.version);
    const mustBeGone = promised.erased.includes(entry.header.version);
    if ((gone && !mayBeGone) || (!gone && mustBeGone)) throw new Error(`Entry ${entry.header.version}: erased ${gone}`);
  }
  if (!chainHolds(found)) throw new Error('The chain is broken');
  promised.acknowledged.push(await store.append(inspection, found.length, draft(9)));
  return disk;
};

const ways = [
  { way: 'writes that wait for the disk', waitForDisk: constants.O_DSYNC, refusedWrite: never, leastStates: 3000 },
  { way: 'a sync after each write', waitForDisk: 0, refusedWrite: never, leastStates: 3000 },
  { way: 'a disk that is full once', waitForDisk: 0, refusedWrite: 4, leastStates: 3000 },
];

describe.each(ways)('after a power cut at any moment, with $way', ({ waitForDisk, refusedWrite, leastStates }) => {
  it('[S17] everything acknowledged is there and the record goes on, whatever else survived', async () => {
    let states = 0;
    for (let step = 1; ; step += 1) {
      const { disk, promised, over } = await until(step, waitForDisk, refusedWrite);
      for (const state of afterPowerCut(disk.state)) {
        await keepsWhatWasPromised(state, { ...promised, acknowledged: [...promised.acknowledged] }, 'next boot');
        states += 1;
      }
      if (over) break;
    }
    expect(states).toBeGreaterThan(leastStates);
  }, 60_000);

  it('[S17] also when the app was killed first, and what it had not synced was taken up by the next one', async () => {
    for (let step = 1; ; step += 1) {
      const { disk, promised, over } = await until(step, waitForDisk, refusedWrite);
      const next = await keepsWhatWasPromised(afterKill(disk.state), promised, 'first boot');
      for (const state of afterPowerCut(next.state)) {
        await keepsWhatWasPromised(state, { ...promised, acknowledged: [...promised.acknowledged] }, 'next boot');
      }
      if (over) break;
    }
  }, 60_000);

  it('[S17] and what a later process has once shown is there, though it was never acknowledged', async () => {
    for (let step = 1; ; step += 1) {
      const { disk, promised, over } = await until(step, waitForDisk, refusedWrite);
      const next = modelledDisk(afterKill(disk.state), { self: process(2, 'first boot'), waitForDisk, refusedWrite });
      const acknowledged = await (await openOn(next)).read(inspection, 0);
      for (const state of afterPowerCut(next.state)) {
        await keepsWhatWasPromised(state, { ...promised, acknowledged: [...acknowledged] }, 'next boot');
      }
      if (over) break;
    }
  }, 60_000);
});

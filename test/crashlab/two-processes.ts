import { FolderTaken } from '../../src/store/claim.ts';
import type { Files } from '../../src/store/files.ts';
import { afterKill, type DiskState, emptyDisk } from '../store/disk-state.ts';
import type { ModelledDisk } from '../store/modelled-disk.ts';
import type { Keeper } from './keeper.ts';
import { count, emptyTally, type Tally, well } from './tally.ts';
import { asWell, lookAfter, nothingPromised, type Promised, processOn } from './trial.ts';

const aTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A process that takes each of its steps only when it is let. `step` lets it take one, and is false once it has ended. */
export type Stepped = { step: () => Promise<boolean> };

export const stepping = (act: (gate: () => Promise<void>) => Promise<void>): Stepped => {
  let waiting: (() => void) | null = null;
  let ended = false;
  const gate = (): Promise<void> =>
    new Promise((resolve) => {
      waiting = resolve;
    });
  const acted = act(gate).finally(() => {
    ended = true;
  });
  return {
    step: async () => {
      while (waiting === null && !ended) await aTurn();
      if (ended) await acted;
      const go = waiting;
      waiting = null;
      go?.();
      return !ended;
    },
  };
};

/** The same disk, where each step waits at the gate. */
export const gated = (disk: ModelledDisk, gate: () => Promise<void>): ModelledDisk => {
  const { files } = disk;
  const waiting =
    <Asked extends unknown[], Given>(act: (...asked: Asked) => Promise<Given>) =>
    async (...asked: Asked): Promise<Given> => {
      await gate();
      return act(...asked);
    };
  const inTurn: Files = {
    ...files,
    open: waiting(files.open),
    write: waiting(files.write),
    read: waiting(files.read),
    truncate: waiting(files.truncate),
    dataSync: waiting(files.dataSync),
    sync: waiting(files.sync),
    link: waiting(files.link),
    rename: waiting(files.rename),
    remove: waiting(files.remove),
    names: waiting(files.names),
    listen: waiting(files.listen),
    reach: waiting(files.reach),
  };
  return { ...disk, files: inTurn };
};

/** Opens the folder if it may, and keeps two items. Gives how many it kept. */
const writing = (keeper: Keeper, state: DiskState, pid: number, promised: Promised): Stepped =>
  stepping(async (gate) => {
    try {
      const keeping = await keeper.open(gated(processOn(state, pid, 'first boot', asWell), gate));
      const { size } = await keeping.found();
      for (const n of [size, size + 1]) {
        const receipt = await keeping.keep(n);
        if (promised.receipts.has(n)) throw new Error(`item ${n} was kept twice`);
        promised.receipts.set(n, receipt);
      }
    } catch (error) {
      if (!(error instanceof FolderTaken)) throw error;
    }
  });

/**
 * Two processes open one folder: the first takes so many steps, then the second so many, then the first goes on to its end, then
 * the second. Every such pair of numbers is tried. Whatever either of them acknowledged must be there.
 */
export const twoProcesses = async (keeper: Keeper, most: number): Promise<Tally> => {
  const tally = emptyTally();
  for (let first = 0; first < most; first += 1) {
    for (let second = 1; second < most; second += 1) {
      const state = emptyDisk();
      const promised = nothingPromised();
      const processes = [11, 12].map((pid) => writing(keeper, state, pid, promised));
      const turns = [first, second, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
      let why: string | null = null;
      for (const [index, steps] of turns.entries()) {
        try {
          for (let taken = 0; taken < steps && (await processes[index % 2]?.step()); taken += 1);
        } catch (error) {
          why ??= error instanceof Error ? error.message : String(error);
        }
      }
      count(
        tally,
        why === null
          ? (await lookAfter(keeper, afterKill(state), promised, 'first boot')).finding
          : { ...well, lost: 1, why },
      );
    }
  }
  return tally;
};

import { type DiskState, emptyDisk } from '../store/disk-state.ts';
import { type ModelledDisk, modelledDisk, wellDisk } from '../store/modelled-disk.ts';
import { type Found, type Keeper, type Keeping, textOf } from './keeper.ts';
import { type Finding, well } from './tally.ts';

/** What was promised: the receipts of what was acknowledged, and what is to be, or may be, erased. */
export type Promised = { receipts: Map<number, string>; erased: Set<number>; erasing: Set<number> };

export const nothingPromised = (): Promised => ({ receipts: new Map(), erased: new Set(), erasing: new Set() });

/** How the disk behaves. `fate` is made afresh for each day. */
export type Way = { name: string; waitForDisk: number; fate: () => Parameters<typeof modelledDisk>[1]['fate'] };

const processOf = (pid: number, boot: string) => ({ pid, host: 'northmoor-app', boot });

/** A process on that disk as it stands. */
export const processOn = (state: DiskState, pid: number, boot: string, way: Way): ModelledDisk =>
  modelledDisk(state, { self: processOf(pid, boot), waitForDisk: way.waitForDisk, fate: way.fate() });

/** A short day: two items one after the other, three at once, one erased, one more. */
const aDay = async (keeping: Keeping, { receipts, erasing, erased }: Promised): Promise<void> => {
  const keep = async (n: number): Promise<void> => {
    receipts.set(n, await keeping.keep(n));
  };
  await keep(0);
  await keep(1);
  await Promise.all([keep(2), keep(3), keep(4)]);
  erasing.add(1);
  await keeping.erase(1);
  erased.add(1);
  await keep(5);
  await keeping.close();
};

/** Lives that day until the given step. `over`: it came to its end before; `failed`: because of what the disk said. */
export const liveUntil = async (keeper: Keeper, way: Way, step: number) => {
  const disk = processOn(emptyDisk(), 1, 'first boot', way);
  disk.cutAt(step);
  const promised = nothingPromised();
  const failed = await keeper
    .open(disk)
    .then((keeping) => aDay(keeping, promised))
    .then(
      () => null,
      (error: unknown) => error,
    );
  return { disk, promised, over: disk.steps() < step, failed };
};

const wrongAbout = (found: Map<number, Found>, { receipts, erasing, erased }: Promised): Finding => {
  let lost = 0;
  let why: string | null = null;
  for (const [n, receipt] of receipts) {
    const item = found.get(n);
    const back = item?.text !== null && erased.has(n);
    if (item?.receipt === receipt && !back) continue;
    lost += 1;
    why ??= back ? `item ${n} was erased and is back` : `item ${n} was acknowledged and is lost`;
  }
  const silent = [...found].some(([n, { text }]) => text !== textOf(n) && !(text === null && erasing.has(n)));
  return { lost, unreadable: false, silent, why: why ?? (silent ? 'something is there that nobody kept' : null) };
};

export const asWell: Way = { name: 'a well disk', waitForDisk: 0, fate: () => wellDisk };

/**
 * Opens what is on the disk as a later process does, and looks whether what was promised is there and the record goes on.
 * What it kept in going on is added to the promises given back.
 */
export const lookAfter = async (keeper: Keeper, state: DiskState, promised: Promised, boot: string) => {
  const disk = processOn(state, 2, boot, asWell);
  const now = { ...promised, receipts: new Map(promised.receipts) };
  try {
    const keeping = await keeper.open(disk);
    const found = await keeping.found();
    const finding = wrongAbout(found, promised);
    const next = found.size;
    now.receipts.set(next, await keeping.keep(next));
    return { finding, disk, promised: now };
  } catch (error) {
    const why = `the record can't be opened: ${error instanceof Error ? error.message : String(error)}`;
    return { finding: { ...well, unreadable: true, why }, disk, promised: now };
  }
};

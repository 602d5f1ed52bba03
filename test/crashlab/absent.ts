import { emptyDisk, settledDisk } from '../store/disk-state.ts';
import type { Keeper } from './keeper.ts';
import { count, emptyTally, type Tally, well } from './tally.ts';
import { asWell, processOn } from './trial.ts';

const items = 5;
const isRecord = (name: string): boolean => name.endsWith('.jsonl');

/** What the disk holds after each of some items, each kept and its head known. */
const daysEnds = async (keeper: Keeper): Promise<Map<string, Buffer>[]> => {
  const disk = processOn(emptyDisk(), 1, 'first boot', asWell);
  const keeping = await keeper.open(disk);
  const ends: Map<string, Buffer>[] = [];
  for (let n = 0; n < items; n += 1) {
    await keeping.keep(n);
    ends.push(new Map([...disk.state.now].map(([name, { now }]) => [name, Buffer.from(now)])));
  }
  await keeping.close();
  return ends;
};

/** The record removed, emptied, cut at each of its bytes, or as it was after each earlier item: everything else as it was. */
const ways = function* (ends: readonly Map<string, Buffer>[]): Generator<{ disk: Map<string, Buffer>; how: string }> {
  const whole = ends.at(-1) ?? new Map();
  const record = [...whole].find(([name]) => isRecord(name));
  if (!record) throw new Error('Nothing was kept');
  const [name, bytes] = record;
  const but = (content: Buffer | null): Map<string, Buffer> =>
    new Map([...whole].flatMap(([each, was]) => (each !== name ? [[each, was]] : content ? [[each, content]] : [])));
  yield { disk: but(null), how: 'a record that is gone' };
  for (let length = 0; length < bytes.length; length += 1)
    yield { disk: but(bytes.subarray(0, length)), how: `a record of ${length} bytes out of ${bytes.length}` };
  for (const [n, earlier] of ends.slice(0, -1).entries())
    yield { disk: but(earlier.get(name) ?? null), how: `a record as it was after item ${n}` };
};

/** Whether each record that is less than it was known to be is refused, and not begun anew. */
export const absent = async (keeper: Keeper): Promise<Tally> => {
  const tally = emptyTally();
  for (const { disk, how } of ways(await daysEnds(keeper))) {
    const later = processOn(settledDisk(disk), 2, 'next boot', asWell);
    const silent = await keeper
      .open(later)
      .then((keeping) => keeping.found())
      .then(
        () => true,
        () => false,
      );
    count(tally, { ...well, silent, why: silent ? `${how} is taken for the record` : null });
  }
  return tally;
};

import { emptyDisk, settledDisk } from '../store/disk-state.ts';
import { type Keeper, textOf } from './keeper.ts';
import { count, emptyTally, type Tally, well } from './tally.ts';
import { asWell, processOn } from './trial.ts';

const items = 5;

/** A record of some items, closed: its file, what it held before the last two, and the receipts. */
const aRecord = async (keeper: Keeper) => {
  const disk = processOn(emptyDisk(), 1, 'first boot', asWell);
  const keeping = await keeper.open(disk);
  const receipts = new Map<number, string>();
  const bytes = (): [string, Buffer][] => [...disk.state.now].map(([name, { now }]) => [name, now]);
  let before = 0;
  for (let n = 0; n < items; n += 1) {
    if (n === items - 2) before = Math.max(...bytes().map(([, { length }]) => length));
    receipts.set(n, await keeping.keep(n));
  }
  await keeping.close();
  const [file] = bytes().sort(([, one], [, other]) => other.length - one.length);
  if (file === undefined) throw new Error(`${keeper.name} kept nothing`);
  return { name: file[0], whole: file[1], before, receipts };
};

/** Whether the keeper takes that file for the whole record, though it does not hold what was kept. */
const acceptsSilently = async (keeper: Keeper, name: string, bytes: Buffer, receipts: Map<number, string>) => {
  const process = () => processOn(settledDisk(new Map([[name, bytes]])), 2, 'next boot', asWell);
  if ((await keeper.complaint(process(), receipts)) !== null) return false;
  const found = await keeper
    .open(process())
    .then((keeping) => keeping.found())
    .catch(() => null);
  if (found === null) return false;
  const asKept = [...receipts.keys()].every((n) => found.get(n)?.text === textOf(n)) && found.size === receipts.size;
  return !asKept;
};

const looked = async (
  keeper: Keeper,
  spoil: (whole: Buffer, before: number) => Generator<{ bytes: Buffer; how: string }>,
): Promise<Tally> => {
  const tally = emptyTally();
  const { name, whole, before, receipts } = await aRecord(keeper);
  for (const { bytes, how } of spoil(whole, before)) {
    const silent = await acceptsSilently(keeper, name, bytes, receipts);
    count(tally, { ...well, silent, why: silent ? `${how} is taken for the record` : null });
  }
  return tally;
};

/** The file ends after each byte of its last two items. */
export const shortened = (keeper: Keeper): Promise<Tally> =>
  looked(keeper, function* (whole, before) {
    for (let length = before; length < whole.length; length += 1)
      yield { bytes: whole.subarray(0, length), how: `a file of ${length} bytes out of ${whole.length}` };
  });

/** Each bit of its last two items is turned round. */
export const flipped = (keeper: Keeper): Promise<Tally> =>
  looked(keeper, function* (whole, before) {
    for (let at = before; at < whole.length; at += 1) {
      for (let bit = 0; bit < 8; bit += 1) {
        const bytes = Buffer.from(whole);
        bytes.writeUInt8(whole.readUInt8(at) ^ (1 << bit), at);
        yield { bytes, how: `bit ${bit} of byte ${at} turned round` };
      }
    }
  });

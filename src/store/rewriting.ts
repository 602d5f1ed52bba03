import { constants } from 'node:fs';
import { type Chain, follow, refuseShortened } from './chain.ts';
import type { Files } from './files.ts';
import { readerOf, readWhole, writeFile } from './folder.ts';
import { beginning } from './layout.ts';
import { erasedText } from './writing.ts';

type Place = { files: Files; path: string; passing: string; inspection: string };

/**
 * Writes a history anew under a passing name, without the body and salt of one entry, and checks what it wrote: it is to take
 * the history's place. Gives how lowdb is to hold it, or null, having written nothing, where that entry is erased already.
 * @throws RangeError when there is no such entry; Unsound when the history does not hold
 */
export const writeWithout = async (place: Place, chain: Chain, version: number): Promise<Chain | null> => {
  const { files, path, passing, inspection } = place;
  const { starts, end } = chain;
  const bytes = await readWhole(files, path);
  const start = starts[version - 1];
  if (bytes === null || start === undefined) throw new RangeError(`${inspection} has no entry ${version}`);
  const next = starts[version] ?? end;
  const written = bytes.toString('utf8', start, next - 1);
  const erased = erasedText(written);
  if (erased === written) return null;
  const line = Buffer.from(`${erased}\n`);
  await writeFile(files, passing, Buffer.concat([bytes.subarray(0, start), line, bytes.subarray(next, end)]));
  await refuseAnother(place, chain);
  const shift = line.length - (next - start);
  return { ...chain, end: end + shift, starts: starts.map((at) => (at > start ? at + shift : at)) };
};

/** What is to take the history's place must be that history, whole. @throws Unsound */
const refuseAnother = async ({ files, passing, inspection }: Place, { mark }: Chain): Promise<void> => {
  const descriptor = await files.open(passing, constants.O_RDONLY, 0);
  try {
    const end = await files.size(descriptor);
    const [each, read] = [() => {}, readerOf(files, descriptor)];
    const found = await follow({ read, inspection, after: beginning, start: 0, end, each });
    refuseShortened(found.mark, mark);
  } finally {
    await files.close(descriptor);
  }
};

import { constants } from 'node:fs';
import { follow } from './chain.ts';
import { type Checked, entryOf } from './entry.ts';
import type { Files } from './files.ts';
import { pathOf, readerOf, readFully } from './folder.ts';
import { beginning } from './layout.ts';
import { openRecord } from './opening.ts';
import { Damaged, type Entry, type Head } from './port.ts';
import type { Lines, Reading, Records } from './records.ts';
import { Unsound } from './unsound.ts';
import { erasedText } from './writing.ts';

/** A whole history to the letter, checked as it was read: every line that is written to its end, and the entries in them. */
export type Copy = { bytes: Uint8Array; entries: readonly Entry[]; head: Head };

/** What a keeper of histories gives beside the port: a history as it was written. */
export type Copies = {
  /**
   * A history to the letter, as far as it is on stable storage; null where there is none.
   * @throws Damaged when it is closed, or is found not to hold
   */
  copy(inspection: string): Promise<Copy | null>;
};

/** A copy without the words of some entries: as if they were erased in it, so that its chain holds. The history stays as it is. */
export const copyWithout = (copy: Copy, versions: ReadonlySet<number>): Copy => {
  if (versions.size === 0) return copy;
  const bytes = Buffer.from(copy.bytes.buffer, copy.bytes.byteOffset, copy.bytes.byteLength);
  const pieces: Buffer[] = [];
  let from = 0;
  for (const { header } of copy.entries) {
    const to = bytes.indexOf('\n', from) + 1;
    const line = bytes.subarray(from, to);
    const gone = versions.has(header.version);
    pieces.push(gone ? Buffer.from(`${erasedText(line.toString('utf8', 0, line.length - 1))}\n`) : line);
    from = to;
  }
  const entries = copy.entries.map((entry) =>
    versions.has(entry.header.version) ? { header: entry.header, hash: entry.hash, events: null } : entry,
  );
  return { ...copy, bytes: Buffer.concat(pieces), entries };
};

/** What these lines hold, as far as they are written to their end; null where no entry is. */
const copied = async (inspection: string, { size, read }: Lines): Promise<Copy | null> => {
  const entries: Entry[] = [];
  const each = (entry: Checked): void => void entries.push(entryOf(entry));
  const { mark, end } = await follow({ read, inspection, after: beginning, start: 0, end: size, each });
  if (entries.length === 0) return null;
  const bytes = await readFully(read, Buffer.alloc(end), 0);
  return { bytes, entries, head: { version: mark.version, hash: mark.hash } };
};

const asDamaged =
  (inspection: string) =>
  (error: unknown): never => {
    throw error instanceof Unsound ? new Damaged(inspection, error.message) : error;
  };

/** Bytes beyond the `limit` are not looked at. */
type Wanted = { files: Files; folder: string; inspection: string; limit: number };

/**
 * Opens a history's file as it stands, and gives the function that copies it: that may then take its time beside further
 * appends, and beside an erasure, which puts a new file in this one's place.
 */
export const beginCopy = async ({ files, folder, inspection, limit }: Wanted): Promise<() => Promise<Copy | null>> => {
  const path = pathOf(folder, inspection);
  const opened = await openRecord(files, path, constants.O_RDONLY).catch(asDamaged(inspection));
  if (opened === null) return async () => null;
  const { descriptor } = opened;
  return async () => {
    try {
      const size = Math.min(limit, await files.size(descriptor));
      return await copied(inspection, { size, read: readerOf(files, descriptor) });
    } catch (error) {
      return asDamaged(inspection)(error);
    } finally {
      await files.close(descriptor);
    }
  };
};

/**
 * Copies a history without changing anything; null where there is none. An app may be writing there: a line that is not
 * written to its end is left out.
 * @throws Damaged when the history does not hold
 */
export const copyHistory = (inspection: string, lines: Reading): Promise<Copy | null> =>
  lines((found) => copied(inspection, found)).catch(asDamaged(inspection));

/** The same, or in words why it does not hold. */
export const copyOrWhy = async (inspection: string, lines: Reading): Promise<Copy | string | null> => {
  try {
    return await copyHistory(inspection, lines);
  } catch (error) {
    if (error instanceof Damaged) return error.reason;
    throw error;
  }
};

/** These histories whole, one after the other, each checked as it is read. */
export async function* wholeOf({ lines }: Pick<Records, 'lines'>, histories: Iterable<string>) {
  for (const inspection of histories) {
    const copy = await copyHistory(inspection, lines(inspection));
    if (copy) yield { inspection, bytes: copy.bytes };
  }
}

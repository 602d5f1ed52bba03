import { constants } from 'node:fs';
import {
  beginning,
  type Checked,
  entryAfter,
  lastEntry,
  longestLine,
  tooLong,
  Unsound,
  unlessUnsound,
} from './entry.ts';
import type { Files } from './files.ts';
import { readFully } from './folder.ts';
import { openRecord } from './opening.ts';
import type { Ends, Entry, Listing } from './port.ts';

const newline = 0x0a;
// A first entry carries a framework, 5 to 30 KB; a last one seldom has more than a page. Most are had in one read each.
const topWindow = 1 << 15;
const bottomWindow = 1 << 13;

/** Used again for the next one: what is thrown away outside V8's own heap is seldom swept up. */
const windows: Buffer[] = [];
const roomIn = (window: Buffer, length: number): Buffer =>
  length > window.length ? Buffer.allocUnsafe(length) : window.subarray(0, length);

type File = { files: Files; path: string; inspection: string };

/** The two ends of a history, read without what lies between; null while it has no whole entry. `limit`: bytes beyond are not looked at. */
export const endsOf = async ({ files: all, path, inspection }: File, limit: number): Promise<Ends | null> => {
  const files = { ...all, ...all.atOnce };
  const window = windows.pop() ?? Buffer.allocUnsafe(topWindow);
  let descriptor: number | null = null;
  let first: Entry | null = null;
  try {
    const opened = await openRecord(files, path, constants.O_RDONLY);
    if (opened === null) return null;
    descriptor = opened.descriptor;
    const size = Math.min(limit, opened.size);
    const read = (from: number, to: number) => readFully(files, opened.descriptor, roomIn(window, to - from), from);

    let top = await read(0, Math.min(window.length, size));
    while (!top.includes(newline) && top.length < size) top = await read(0, wider(top, size, 1));
    const firstEnd = top.indexOf(newline);
    if (firstEnd === -1) return null;

    first = inList((line) => entryAfter(inspection, beginning, line), top.subarray(0, firstEnd));

    let bottom = top.length === size ? top : await read(Math.max(0, size - bottomWindow), size);
    while (lastLine(bottom) === null && bottom.length < size) {
      bottom = await read(size - wider(bottom, size, null), size);
    }
    const last = lastLine(bottom);
    return { inspection, first, last: last === null ? first : inList((line) => lastEntry(inspection, line), last) };
  } catch (error) {
    if (error instanceof Unsound) return { inspection, first, damage: error.message };
    throw error;
  } finally {
    windows.push(window);
    if (descriptor !== null) await files.close(descriptor);
  }
};

/**
 * What a first entry says is long, a framework among it, and seldom asked for: it is parsed then. Where that is not as this app writes
 * it, it says nothing here, and whoever opens the record hears so.
 */
const inList = (read: (line: Buffer) => Checked, line: Buffer): Entry => {
  const { mark, header } = read(line);
  const kept = line.toString('latin1');
  return {
    header: header(),
    hash: mark.hash,
    get events() {
      return unlessUnsound(() => read(Buffer.from(kept, 'latin1')).said().events);
    },
  };
};

/** How much to read next, where a line is longer than that. @throws Unsound where it is longer than any of ours */
const wider = ({ length }: Buffer, size: number, version: number | null): number => {
  if (length > 2 * longestLine) throw tooLong(version);
  return Math.min(length * 2, size);
};

/** The last whole line that follows another one, or null if these bytes don't show one. */
const lastLine = (bytes: Buffer): Buffer | null => {
  const end = bytes.lastIndexOf(newline);
  const before = end > 0 ? bytes.lastIndexOf(newline, end - 1) : -1;
  return before === -1 ? null : bytes.subarray(before + 1, end);
};

/** Enough to keep the thread pool busy, and far below any limit on open files. */
const atOnce = 16;

/** Runs `act` for each item, some at a time, and gives the results in the items' order. */
const eachOf = async <Item, Result>(items: Item[], act: (item: Item) => Promise<Result>): Promise<Result[]> => {
  const results: Result[] = [];
  const rest = items.entries();
  const runner = async (): Promise<void> => {
    for (const [index, item] of rest) results[index] = await act(item);
  };
  await Promise.all(Array.from({ length: atOnce }, runner));
  return results;
};

/** What `tell` makes of each history, oldest first entry first; those that are closed come last. */
export const tellingOfEach = async <Told>(
  histories: string[],
  listingOf: (inspection: string) => Promise<Listing | null>,
  tell: (listing: Listing) => Told,
): Promise<Told[]> => {
  const all = await eachOf(histories, async (inspection) => {
    const listing = await listingOf(inspection);
    return listing && { place: placeOf(listing), told: tell(listing) };
  });
  windows.length = 0;
  return all
    .filter((each) => each !== null)
    .sort((one, other) => (one.place < other.place ? -1 : 1))
    .map(({ told }) => told);
};

const placeOf = (listing: Listing): string =>
  `${listing.damage === undefined ? listing.first.header.recordedAt : '~'} ${listing.inspection}`;

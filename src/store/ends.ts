import { constants } from 'node:fs';
import { type Checked, entryAfter, lastEntry } from './entry.ts';
import type { Files } from './files.ts';
import { readerOf, readFully } from './folder.ts';
import { beginning, longestLine } from './layout.ts';
import { openRecord } from './opening.ts';
import type { Ends, Entry, Listing } from './port.ts';
import { tooLong, Unsound, unlessUnsound } from './unsound.ts';

const newline = 0x0a;
// A first entry carries a framework, 7 to 40 KB; a last one seldom has more than a page. Most are had in one read each.
const topWindow = 3 << 14;
const bottomWindow = 1 << 13;

/** Used again for the next one: what is thrown away outside V8's own heap is seldom swept up. */
const spare: Window[] = [];
type Window = { top: Buffer; bottom: Buffer };
const roomIn = (window: Buffer, length: number): Buffer =>
  length > window.length ? Buffer.allocUnsafe(length) : window.subarray(0, length);

type File = { files: Files; path: string; inspection: string };

/** What `use` makes of the two ends; of null while there is no whole entry. They are read out of buffers of which it has the use only until it returns. */
export const endsOf = async <Value>(file: File, limit: number, use: (ends: Ends | null) => Value): Promise<Value> => {
  const window = spare.pop() ?? { top: Buffer.allocUnsafe(topWindow), bottom: Buffer.allocUnsafe(bottomWindow) };
  try {
    return use(await readEnds(file, limit, window));
  } finally {
    spare.push(window);
  }
};

/** A history's two ends, read without what lies between, into a window where they fit. `limit`: bytes beyond are not looked at. */
const readEnds = async (
  { files: all, path, inspection }: File,
  limit: number,
  window: Window,
): Promise<Ends | null> => {
  const files = { ...all, ...all.atOnce };
  let descriptor: number | null = null;
  let first: Entry | null = null;
  try {
    const opened = await openRecord(files, path, constants.O_RDONLY);
    if (opened === null) return null;
    descriptor = opened.descriptor;
    const size = Math.min(limit, opened.size);
    const read = (room: Buffer, from: number, to: number) =>
      readFully(readerOf(files, opened.descriptor), roomIn(room, to - from), from);

    let top = await read(window.top, 0, Math.min(topWindow, size));
    while (!top.includes(newline) && top.length < size) top = await read(window.top, 0, wider(top, size, 1));
    const firstEnd = top.indexOf(newline);
    if (firstEnd === -1) return null;

    first = inList((line) => entryAfter(inspection, beginning, line), top.subarray(0, firstEnd));

    let bottom = top.length === size ? top : await read(window.bottom, Math.max(0, size - bottomWindow), size);
    while (lastLine(bottom) === null && bottom.length < size) {
      bottom = await read(window.bottom, size - wider(bottom, size, null), size);
    }
    const last = lastLine(bottom);
    return { inspection, first, last: last === null ? first : inList((line) => lastEntry(inspection, line), last) };
  } catch (error) {
    if (error instanceof Unsound) return { inspection, first, damage: error.message };
    throw error;
  } finally {
    if (descriptor !== null) await files.close(descriptor);
  }
};

/**
 * What an entry says is long, a framework among it, and seldom asked for: it is parsed then. Where that is not as this app writes it, or
 * is asked for too late, it says nothing here, and whoever opens the record hears so.
 */
export const inList = (read: (line: Buffer) => Checked, line: Buffer): Entry => {
  const { mark, header } = read(line);
  return {
    header: header(),
    hash: mark.hash,
    get events() {
      return unlessUnsound(() => read(line).said().events);
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
  listing: <Value>(inspection: string, use: (listing: Listing | null) => Value) => Promise<Value>,
  tell: (listing: Listing) => Told,
): Promise<Told[]> => {
  const placed = (each: Listing | null) => each && toldAndPlaced(each, tell);
  const all = await eachOf(histories, (inspection) => listing(inspection, placed));
  spare.length = 0;
  return inOrder(all.filter((each) => each !== null));
};

/** What is told of a listing, and where that stands among others. */
export const toldAndPlaced = <Told>(listing: Listing, tell: (listing: Listing) => Told) => ({
  place: `${listing.damage === undefined ? listing.first.header.recordedAt : '~'} ${listing.inspection}`,
  told: tell(listing),
});

export const inOrder = <Told>(all: readonly { place: string; told: Told }[]): Told[] =>
  [...all].sort((one, other) => (one.place < other.place ? -1 : 1)).map(({ told }) => told);

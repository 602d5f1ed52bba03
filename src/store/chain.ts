import { isUtf8 } from 'node:buffer';
import { type Checked, entryAfter } from './entry.ts';
import { beginning, longestLine, type Mark } from './layout.ts';
import type { Lines } from './records.ts';
import { tooLong, Unsound, unlessUnsound } from './unsound.ts';

const newline = 0x0a;
/** Read at once: some hundred entries, so that whoever asks about another inspection meanwhile does not wait for a long history. */
const chunk = 1 << 18;
/** Used again for the next history: what is thrown away outside V8's own heap is seldom swept up. */
const chunks: Buffer[] = [];
const chunksKept = 4;

/** What lowdb holds of one history. */
export type Chain = {
  /** The last entry on stable storage, and the place where its line ends. */
  mark: Mark;
  end: number;
  /** Where each entry's line begins: that of version n at n - 1. It grows in place: a copy each time would cost by length. */
  starts: number[];
  /** What is to be written next: whole lines. */
  lines: readonly Buffer[];
};

export const emptyChain = (): Chain => ({ mark: beginning, end: 0, starts: [], lines: [] });

export type Stretch = {
  read: Lines['read'];
  inspection: string;
  /** The entry before the stretch, and the place where the stretch begins. */
  after: Mark;
  start: number;
  /** The place where it ends: bytes beyond it are not looked at. */
  end: number;
  /** Called for each entry that holds, in order, with the place where its line begins. */
  each: (entry: Checked, start: number) => void;
};

/** Where the entries that hold end, and how many bytes stand after the last line's end. */
export type Followed = { mark: Mark; end: number; tail: number };

/**
 * Reads a stretch of a history in large pieces and checks each entry against the one before.
 * @throws Unsound at the first entry that does not hold
 */
export const follow = async ({ read, inspection, after, start, end, each }: Stretch): Promise<Followed> => {
  let mark = after;
  let lineStart = start;
  const own = chunks.pop() ?? Buffer.allocUnsafe(chunk);
  let buffer: Buffer = own;
  let held = 0;

  const takeLines = (bytes: Buffer): void => {
    const wellFormed = isUtf8(bytes);
    for (let from = 0; from < bytes.length; ) {
      const to = bytes.indexOf(newline, from);
      if (!wellFormed && !isUtf8(bytes.subarray(from, to))) {
        throw new Unsound(mark.version + 1, `entry ${mark.version + 1} holds bytes that are no text`);
      }
      const entry = entryAfter(inspection, mark, bytes.subarray(from, to));
      each(entry, lineStart);
      mark = entry.mark;
      lineStart += to + 1 - from;
      from = to + 1;
    }
  };

  try {
    for (let position = start; position < end; ) {
      if (held > longestLine) throw tooLong(mark.version + 1);
      if (held === buffer.length) buffer = Buffer.concat([buffer, Buffer.allocUnsafe(buffer.length)]);
      const count = await read(buffer.subarray(held, held + end - position), position);
      if (count === 0) break;
      position += count;
      const filled = held + count;
      const whole = buffer.subarray(held, filled).lastIndexOf(newline) + 1;
      if (whole === 0) {
        held = filled;
        continue;
      }
      takeLines(buffer.subarray(0, held + whole));
      buffer.copyWithin(0, held + whole, filled);
      held = filled - held - whole;
    }
    refuseWholeEntry(inspection, mark, buffer.subarray(0, held));
    return { mark, end: lineStart, tail: held };
  } finally {
    if (chunks.length < chunksKept) chunks.push(own);
  }
};

/**
 * A write that was cut short leaves the beginning of a line, or zeros. A whole entry followed by some other byte than
 * its line's end was once written to the last byte, so it may have been acknowledged: that is damage, not a torn line.
 */
const refuseWholeEntry = (inspection: string, mark: Mark, tail: Buffer): void => {
  if (tail.length === 0 || tail.at(-1) === 0) return;
  if (unlessUnsound(() => entryAfter(inspection, mark, tail.subarray(0, -1))) === null) return;
  throw new Unsound(mark.version + 1, `entry ${mark.version + 1} has lost the end of its line`);
};

/** What was found must end where the record is known to end. @throws Unsound */
export const refuseShortened = (found: Mark, known: Mark): void => {
  if (found.hash === known.hash) return;
  throw new Unsound(found.version + 1, `entry ${found.version + 1} is gone from the file`);
};

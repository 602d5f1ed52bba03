import { isUtf8 } from 'node:buffer';
import { type Followed, follow, type Stretch } from './chain.ts';
import { entryAfter, lastEntry } from './entry.ts';
import { readFully } from './folder.ts';
import { beginning, type Mark } from './layout.ts';
import { Unsound, unlessUnsound } from './unsound.ts';

const newline = 0x0a;
/** More than any owner writes at once. */
const most = 1 << 22;

/** A whole history as far as it holds, and to their letter the lines after that which an owner wrote that had been replaced. */
type Found = Followed & { stray: Buffer };

/**
 * Follows a whole history. Where two owners lived at once, its end may be lines that are built upon an earlier entry than the one
 * before them: whoever wrote them saw that it was replaced, and acknowledged none of them.
 * @throws Unsound at the first entry that does not hold, where it is not such a line
 */
export const followToStray = async (whole: Stretch): Promise<Found> => {
  try {
    return { ...(await follow(whole)), stray: Buffer.alloc(0) };
  } catch (error) {
    const found = error instanceof Unsound ? await strayLines(whole) : null;
    if (found === null) throw error;
    return found;
  }
};

const strayLines = async (whole: Stretch): Promise<Found | null> => {
  const { read, inspection, end: size } = whole;
  const marks: Mark[] = [beginning];
  let lastStart = 0;
  const each: Stretch['each'] = (entry, start) => {
    marks.push(entry.mark);
    lastStart = start;
  };
  // It ends as before, at the first entry that does not hold.
  await follow({ ...whole, each }).catch(() => undefined);
  if (size - lastStart > most) return null;
  const mark = marks.at(-1) ?? beginning;
  const bytes = await readFully(read, Buffer.alloc(size - lastStart), lastStart);
  const from = mark.version === 0 ? 0 : bytes.indexOf(newline) + 1;
  const to = bytes.lastIndexOf(newline) + 1;
  if (to <= from || !isUtf8(bytes.subarray(from, to))) return null;
  for (const line of bytes.toString('utf8', from, to - 1).split('\n')) {
    const built = builtUponOne(inspection, marks, Buffer.from(line));
    if (built === null) return null;
    marks.push(built);
  }
  return { mark, end: lastStart + from, tail: bytes.length - to, stray: bytes.subarray(from, to) };
};

/** Where a history would stand after that line, were it built upon one of those marks; null where it is not, or is one of them. */
const builtUponOne = (inspection: string, marks: readonly Mark[], line: Buffer): Mark | null => {
  const version = unlessUnsound(() => lastEntry(inspection, line).mark.version);
  const before = marks.filter((mark) => mark.version + 1 === version);
  const [built] = before.flatMap((mark) => unlessUnsound(() => entryAfter(inspection, mark, line).mark) ?? []);
  return built && !marks.some(({ hash }) => hash === built.hash) ? built : null;
};

import { follow } from './chain.ts';
import { type Checked, entryOf } from './entry.ts';
import { readFully } from './folder.ts';
import { differs, emptied, nothingWhole } from './heads.ts';
import { beginning } from './layout.ts';
import type { Entry, Head } from './port.ts';
import type { Lines, Reading } from './records.ts';
import { Unsound } from './unsound.ts';

/** What a check of a whole history came to. `version` is the first entry that does not hold, null if there is no record at all. */
export type Verdict =
  | {
      inspection: string;
      holds: true;
      first: Pick<Entry, 'header' | 'hash'> | null;
      head: Head;
      erased: number;
      unacknowledgedBytes: number;
      closed: string | undefined;
    }
  | { inspection: string; holds: false; version: number | null; why: string };

/** In bytes: some two hundred thousand entries. What is longer is not looked through once more for how it came to be damaged. */
const longestLooked = 1 << 28;

export const noRecord = 'there is no record of that name';

type Asked = {
  inspection: string;
  lines: Reading;
  /** What is known from elsewhere of where it stood: versions, each with its hash or the beginning of that. They find a shortened record. */
  known: readonly Head[];
  /** Why a record that holds is closed all the same, by one of its entries; none where that one closes it not. */
  whyClosed?: ((entry: Entry) => string | undefined) | undefined;
};

/** Checks a whole history, beside whoever records in it and without changing anything. */
export const verifyHistory = async (asked: Asked): Promise<Verdict> => {
  const verdict = await verified(asked);
  if (verdict.holds || verdict.version === null) return verdict;
  const whole = ({ size, read }: Lines) => readFully(read, Buffer.alloc(size > longestLooked ? 0 : size), 0);
  const bytes = (await asked.lines(whole)) ?? Buffer.alloc(0);
  if (!bytes.includes('\r\n')) return verdict;
  // No carriage return stands within an entry as it is written.
  const mended = Buffer.from(bytes.filter((byte, at) => byte !== 0x0d || bytes[at + 1] !== 0x0a));
  const read: Lines['read'] = async (into, position) => mended.copy(into, 0, position);
  const { holds } = await verified({ ...asked, lines: (act) => act({ size: mended.length, read }) });
  return holds ? { ...verdict, why: `line ends were changed, and nothing else: ${verdict.why}` } : verdict;
};

const verified = async ({ inspection, lines, known, whyClosed }: Asked): Promise<Verdict> => {
  const broken = (version: number | null, why: string): Verdict => ({ inspection, holds: false, version, why });
  let erased = 0;
  let closed: string | undefined;
  const then = new Map<number, string | null>(known.map(({ version }) => [version, null]));
  let first: Pick<Entry, 'header' | 'hash'> | null = null;
  const each = (entry: Checked): void => {
    const { version, hash } = entry.mark;
    if (whyClosed) closed ??= whyClosed(entryOf(entry));
    first ??= { header: entry.header(), hash };
    if (entry.isErased) erased += 1;
    if (then.has(version)) then.set(version, hash);
  };
  try {
    const read = await lines(async ({ size: end, read }) => ({
      ...(await follow({ read, inspection, after: beginning, start: 0, end, each })),
      isEmpty: end === 0,
    }));
    if (read === null) return broken(null, noRecord);
    const { mark, tail, isEmpty } = read;
    if (mark.version === 0 && known.length > 0) return broken(1, isEmpty ? emptied : nothingWhole);
    for (const head of known) {
      const why = differs(head, then.get(head.version) ?? null, mark.version);
      if (why !== null) return broken(Math.min(head.version, mark.version + 1), why);
    }
    const head = { version: mark.version, hash: mark.hash };
    return { inspection, holds: true, first, head, erased, unacknowledgedBytes: tail, closed };
  } catch (error) {
    if (error instanceof Unsound) return broken(error.version, error.message);
    throw error;
  }
};

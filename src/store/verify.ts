import { constants } from 'node:fs';
import { follow } from './chain.ts';
import { type Checked, entryOf } from './entry.ts';
import type { Files } from './files.ts';
import { pathOf, readWhole } from './folder.ts';
import { differs, emptied, nothingWhole } from './heads.ts';
import { beginning } from './layout.ts';
import { openRecord } from './opening.ts';
import type { Entry, Head } from './port.ts';
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
  files: Files;
  folder: string;
  inspection: string;
  /** What is known from elsewhere of where it stood: versions, each with its hash or the beginning of that. They find a shortened record. */
  known: readonly Head[];
  /** Why a record that holds is closed all the same, by one of its entries; none where that one closes it not. */
  whyClosed?: ((entry: Entry) => string | undefined) | undefined;
};

/** Checks a whole history, without owning its folder and without changing anything. */
export const verifyHistory = async (asked: Asked): Promise<Verdict> => {
  const verdict = await verified(asked);
  if (verdict.holds || verdict.version === null) return verdict;
  const { files, folder, inspection } = asked;
  const path = pathOf(folder, inspection);
  if ((files.stands(path)?.length ?? 0) > longestLooked) return verdict;
  const bytes = (await readWhole(files, path)) ?? Buffer.alloc(0);
  if (!bytes.includes('\r\n')) return verdict;
  // No carriage return stands within an entry as it is written.
  const mended = Buffer.from(bytes.filter((byte, at) => byte !== 0x0d || bytes[at + 1] !== 0x0a));
  const size = async () => mended.length;
  const read: Files['read'] = async (_, into, position) => mended.copy(into, 0, position);
  const { holds } = await verified({ ...asked, files: { ...files, size, read } });
  return holds ? { ...verdict, why: `line ends were changed, and nothing else: ${verdict.why}` } : verdict;
};

const verified = async ({ files, folder, inspection, known, whyClosed }: Asked): Promise<Verdict> => {
  const broken = (version: number | null, why: string): Verdict => ({ inspection, holds: false, version, why });
  let descriptor: number | null = null;
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
    const opened = await openRecord(files, pathOf(folder, inspection), constants.O_RDONLY);
    if (opened === null) return broken(null, noRecord);
    const { size: end } = opened;
    descriptor = opened.descriptor;
    const { mark, tail } = await follow({ files, descriptor, inspection, after: beginning, start: 0, end, each });
    if (mark.version === 0 && known.length > 0) return broken(1, end === 0 ? emptied : nothingWhole);
    for (const head of known) {
      const why = differs(head, then.get(head.version) ?? null, mark.version);
      if (why !== null) return broken(Math.min(head.version, mark.version + 1), why);
    }
    const head = { version: mark.version, hash: mark.hash };
    return { inspection, holds: true, first, head, erased, unacknowledgedBytes: tail, closed };
  } catch (error) {
    if (error instanceof Unsound) return broken(error.version, error.message);
    throw error;
  } finally {
    if (descriptor !== null) await files.close(descriptor);
  }
};

import { constants } from 'node:fs';
import { follow } from './chain.ts';
import { beginning, Unsound } from './entry.ts';
import type { Files } from './files.ts';
import { openIfThere, pathOf, readWhole } from './folder.ts';
import type { Entry, Head } from './port.ts';

/** What a check of a whole history came to. `version` is the first entry that does not hold, null if there is no record at all. */
export type Verdict =
  | {
      inspection: string;
      holds: true;
      head: Head;
      erased: number;
      unacknowledgedBytes: number;
      closed: string | undefined;
    }
  | { inspection: string; holds: false; version: number | null; why: string };

type Asked = {
  files: Files;
  folder: string;
  inspection: string;
  /** What is known from elsewhere of where it stood: a version and its hash, or the beginning of that. It finds a shortened record. */
  known: Head | null;
  /** Why a record that holds is closed all the same, by one of its entries; null where that one closes it not. */
  whyClosed?: (entry: Entry) => string | null;
};

/** Checks a whole history, without owning its folder and without changing anything. */
export const verifyHistory = async (asked: Asked): Promise<Verdict> => {
  const verdict = await verified(asked);
  if (verdict.holds || verdict.version === null) return verdict;
  const { files, folder, inspection } = asked;
  const bytes = (await readWhole(files, pathOf(folder, inspection))) ?? Buffer.alloc(0);
  // No carriage return stands within an entry as it is written.
  const mended = Buffer.from(bytes.filter((byte, at) => byte !== 0x0d || bytes[at + 1] !== 0x0a));
  if (mended.length === bytes.length) return verdict;
  const size = async () => mended.length;
  const read: Files['read'] = async (_, into, position) => mended.copy(into, 0, position);
  const { holds } = await verified({ ...asked, files: { ...files, size, read } });
  return holds ? { ...verdict, why: `line ends were changed, and nothing else: ${verdict.why}` } : verdict;
};

const verified = async ({ files, folder, inspection, known, whyClosed }: Asked): Promise<Verdict> => {
  const broken = (version: number | null, why: string): Verdict => ({ inspection, holds: false, version, why });
  const descriptor = await openIfThere(files, pathOf(folder, inspection), constants.O_RDONLY);
  if (descriptor === null) return broken(null, 'there is no record of that name');
  let erased = 0;
  let hashThen: string | null = null;
  let closed: string | undefined;
  const each = (entry: Entry): void => {
    const { header, hash, events } = entry;
    closed ??= whyClosed?.(entry) ?? undefined;
    if (events === null) erased += 1;
    if (header.version === known?.version) hashThen = hash;
  };
  try {
    const end = await files.size(descriptor);
    const { mark, tail } = await follow({ files, descriptor, inspection, after: beginning, start: 0, end, each });
    if (known !== null) {
      const why = differs(known, hashThen, mark.version);
      if (why !== null) return broken(Math.min(known.version, mark.version + 1), why);
    }
    const head = { version: mark.version, hash: mark.hash };
    return { inspection, holds: true, head, erased, unacknowledgedBytes: tail.length, closed };
  } catch (error) {
    if (error instanceof Unsound) return broken(error.version, error.message);
    throw error;
  } finally {
    await files.close(descriptor);
  }
};

const differs = (known: Head, hashThen: string | null, last: number): string | null => {
  if (hashThen === null)
    return `entry ${last + 1} is gone: the record ends at entry ${last}, and once had ${known.version}`;
  if (hashThen.startsWith(known.hash)) return null;
  const digits = known.hash.length;
  return `entry ${known.version} is another than it was: its hash begins ${hashThen.slice(0, digits)}, not ${known.hash}`;
};

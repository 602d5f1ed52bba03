import { constants } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Files } from './files.ts';
import { historiesIn, pathOf } from './folder.ts';
import type { Mark } from './layout.ts';
import { appendLog, readLog } from './log-file.ts';
import type { Head, KnownHead } from './port.ts';
import { turns } from './turns.ts';
import { Unsound } from './unsound.ts';

/** Beside the records: where each was known to stand, so that one that is gone, emptied or cut short is noticed. */
export const headsFile = (folder: string): string => join(folder, 'heads.log');

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const stands = z.object({
  inspection: z.string(),
  channel: z.object({ team: z.string(), id: z.string() }).nullable(),
  first: hash,
  version: z.int().positive(),
  hash,
  of: hash.nullable(),
});
/** What was deleted, or accepted as gone: nothing is missing where it is not, and its id is given to nothing else. */
const gone = z.object({ inspection: z.string(), gone: z.literal(true) });
/** What was found empty when these lines were begun: since then a line is kept here before a start is acknowledged. */
const foundEmpty = z.object({ inspection: z.string(), empty: z.literal(true) });
const line = z.union([stands, gone, foundEmpty]);

export type Line = KnownHead | z.infer<typeof gone> | z.infer<typeof foundEmpty>;

const lineOf = (known: Line): z.infer<typeof line> => {
  if (!('head' in known)) return known;
  const { head, ...rest } = known;
  return { ...rest, ...head };
};

/** `ids` are those of every line, also of what is gone. `there` is false where nothing was ever kept. */
export type Heads = { there: boolean; known: Map<string, KnownHead>; empty: Set<string>; ids: Set<string> };

/** Whether that is the same record, further on. */
const goesOn = (known: KnownHead | undefined, { first, head }: KnownHead): boolean =>
  known === undefined || (first === known.first && head.version > known.head.version);

/** What is kept there. Of one record the furthest line counts, of those after it was last gone. */
export const readHeads = async (files: Files, folder: string): Promise<Heads> => {
  const lines = await readLog(files, headsFile(folder), line);
  const heads: Heads = { there: lines !== null, known: new Map(), empty: new Set(), ids: new Set() };
  for (const found of lines ?? []) {
    heads.ids.add(found.inspection);
    if ('empty' in found) heads.empty.add(found.inspection);
    else if ('gone' in found) {
      heads.known.delete(found.inspection);
      heads.empty.delete(found.inspection);
    } else {
      const { version, hash, ...rest } = found;
      const stand = { ...rest, head: { version, hash } };
      if (goesOn(heads.known.get(found.inspection), stand)) heads.known.set(found.inspection, stand);
    }
  }
  return heads;
};

/** Adds lines, on stable storage when it resolves. For a record that is accepted as it is, `gone` goes before where it stands. */
export const appendHeads = (files: Files, folder: string, heads: readonly Line[]): Promise<void> =>
  appendLog(files, headsFile(folder), heads.map(lineOf));

/**
 * The same, for the one process that adds to them, which begins them where need be. `note` adds what is not known yet, each time on
 * stable storage, and one after the other.
 */
export const openHeads = async (files: Files, folder: string) => {
  const heads = await readHeads(files, folder);
  if (!heads.there) {
    const empty = (await historiesIn(files, folder)).filter((name) => files.stands(pathOf(folder, name))?.length === 0);
    await appendHeads(
      files,
      folder,
      empty.map((inspection) => ({ inspection, empty: true })),
    );
    for (const each of empty) heads.empty.add(each);
  }
  const inTurn = turns();
  const note = async (stand: readonly KnownHead[]): Promise<void> => {
    const news = stand.filter((each) => goesOn(heads.known.get(each.inspection), each));
    if (news.length === 0) return;
    await appendHeads(files, folder, news);
    for (const each of news) {
      heads.known.set(each.inspection, each);
      heads.ids.add(each.inspection);
    }
  };
  return { ...heads, note: (stand: readonly KnownHead[]) => inTurn(() => note(stand)) };
};

/** The same for a head that leaves beside the process that owns the folder, of a record that is known already. */
export const noteBeside = async (
  files: Files,
  folder: string,
  { inspection, head }: Pick<KnownHead, 'inspection' | 'head'>,
): Promise<void> => {
  const known = (await readHeads(files, folder)).known.get(inspection);
  if (!known || known.head.version >= head.version) return;
  // What was copied may be whole and not on stable storage yet.
  const descriptor = await files.open(pathOf(folder, inspection), constants.O_RDONLY, 0);
  try {
    await files.sync(descriptor);
  } finally {
    await files.close(descriptor);
  }
  await appendHeads(files, folder, [{ ...known, head }]);
};

/** Why a record that ends there is not the one that stood at `known`; null where it may be. `hashThen` is that of the known version. */
export const differs = (known: Head, hashThen: string | null, last: number): string | null => {
  if (hashThen === null)
    return `entry ${last + 1} is gone: the record ends at entry ${last}, and once had ${known.version}`;
  if (hashThen.startsWith(known.hash)) return null;
  const digits = known.hash.length;
  return `entry ${known.version} is another than it was: its hash begins ${hashThen.slice(0, Math.min(digits, 6))}, not ${known.hash.slice(0, 6)}`;
};

export const missing = 'its file is missing';
export const emptied = 'its file is empty';
export const nothingWhole = 'its file holds no whole entry';

/** Looks on while a record is read, and refuses at its end one that is not what it was known to be. */
export const against = (known: KnownHead | null) => {
  let hashThen: string | null = null;
  return {
    see: ({ version, hash }: Mark): void => {
      if (version === known?.head.version) hashThen = hash;
    },
    /** @throws Unsound */
    end: ({ version }: Mark): void => {
      const why = known && differs(known.head, hashThen, version);
      if (known && why) throw new Unsound(Math.min(known.head.version, version + 1), why);
    },
  };
};

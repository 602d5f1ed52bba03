import { join } from 'node:path';
import { z } from 'zod';
import type { Files } from './files.ts';
import { isName, readWhole } from './folder.ts';
import { addNews } from './log-file.ts';
import { type Noted, operationsFile } from './operations.ts';
import type { Head } from './port.ts';
import type { Records } from './records.ts';

/** A copy's name is that of its history and of what is in it, so that a newer one never takes the place of one that counts. */
const copyName = /^(.+)\.[0-9a-f]{16}\.jsonl$/;
export const nameOfCopy = (history: string, sha256: string): string => `${history}.${sha256.slice(0, 16)}.jsonl`;
/** The history that a file of that name is a copy of; null where it is none. */
export const historyOfCopy = (name: string): string | null => copyName.exec(name)?.[1] ?? null;

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const head = z.object({ version: z.int().positive(), hash: digest });
const file = z.string().refine((name) => isName(historyOfCopy(name) ?? ''));
const copy = z.object({ file, sha256: digest, head, erased: z.array(head) });
/** A record where it was known to stand, and the copy that is there of it, which is older or none where the record did not hold. */
const record = z.object({
  inspection: z.string().refine(isName),
  channel: z.object({ team: z.string(), id: z.string() }).nullable(),
  first: digest,
  head,
  of: digest.nullable(),
  copy: copy.nullable(),
});
const backup = z.object({ format: z.literal(1), at: z.iso.datetime(), records: z.array(record) });
export type BackedUp = z.infer<typeof record>;
export type Backup = z.infer<typeof backup>;

/** What a backup says of itself: written last, and in one step, so that every copy which it names is there whole. */
export const manifestOf = (folder: string): string => join(folder, 'backup.json');

/** A backup can't be made there, or nothing can be restored from it. The message says why, and what would do. */
export class BackupRefused extends Error {
  override name = 'BackupRefused';
}

/** What the backup in a folder says of itself; null where there is none. @throws BackupRefused where that can't be read */
export const readBackup = async (files: Files, folder: string): Promise<Backup | null> => {
  const bytes = await readWhole(files, manifestOf(folder));
  try {
    return bytes && backup.parse(JSON.parse(bytes.toString()));
  } catch (cause) {
    throw new BackupRefused(`${manifestOf(folder)} is not as this version of Fortnight writes it.`, { cause });
  }
};

/** Where records were backed up to, and when last; `backup` is null where none can be read there from here. */
export type KnownBackup = { to: string; at: string | null; backup: Backup | null };

/** The backups that were made, by what was noted. */
export const backupsKnown = async (files: Files, operations: readonly Noted[]): Promise<KnownBackup[]> => {
  const noted = new Map<string, string | null>();
  for (const { did, to, done, at = null } of operations)
    if (did === 'backup' && to !== undefined) noted.set(to, done ? at : (noted.get(to) ?? null));
  const read = async ([to, at]: [string, string | null]): Promise<KnownBackup> => {
    const found = await readBackup(files, to).catch(() => null);
    return { to, at: found?.at ?? at, backup: found };
  };
  return Promise.all([...noted].map(read));
};

/**
 * Hands on what was noted of records to each of their backups, so that what was erased or deleted does not come back from it.
 * Gives those that still hold these entries, or anything of these histories where no entries are named, and those that could not be told.
 */
export const tellBackups = async (
  files: Files,
  records: Records,
  { histories, entries }: { histories: readonly string[]; entries?: readonly Head[] },
): Promise<{ holding: string[]; away: string[] }> => {
  const told: { holding: string[]; away: string[] } = { holding: [], away: [] };
  const isWithout = ({ head, erased }: z.infer<typeof copy>): boolean =>
    entries?.every(({ version, hash }) => version > head.version || erased.some((each) => each.hash === hash)) ?? false;
  const operations = await records.operations();
  for (const { to, backup } of await backupsKnown(files, operations)) {
    const carried =
      backup &&
      (await addNews(files, operationsFile(to), operations)
        .then(() => files.names(to))
        .catch(() => null));
    const without = backup?.records.flatMap((each) => (each.copy && isWithout(each.copy) ? [each.copy.file] : []));
    const holds = (name: string) => histories.includes(historyOfCopy(name) ?? '') && !without?.includes(name);
    if (!carried) told.away.push(to);
    else if (carried.some(holds)) told.holding.push(to);
  }
  return told;
};

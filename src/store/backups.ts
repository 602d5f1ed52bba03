import { hash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import type { Files } from './files.ts';
import { isName, readWhole } from './folder.ts';
import { carryOperations, operationsIn } from './operations.ts';
import type { Head } from './port.ts';

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const head = z.object({ version: z.int().positive(), hash: digest });

/**
 * A record where it was known to stand, and the copy of it that the backup has. There is none where it did not hold; one from
 * before that is shorter stays, so that what it lacks is missed after it is restored.
 */
const record = z.object({
  inspection: z.string().refine(isName),
  channel: z.object({ team: z.string(), id: z.string() }).nullable(),
  first: digest,
  head,
  of: digest.nullable(),
  copy: z.object({ head, sha256: digest, erased: z.array(head) }).nullable(),
});
const manifest = z.object({ format: z.literal(1), at: z.iso.datetime(), records: z.array(record) });
export type Backup = z.infer<typeof manifest>;
export type BackedUp = z.infer<typeof record>;

/** What a backup says of itself: written last, and in one step, so that what it names is there whole. */
export const manifestOf = (backup: string): string => join(backup, 'backup.json');

export const digestOf = (bytes: Uint8Array): string => hash('sha256', bytes);

/** The name of a copy is made of what is in it: a newer one never takes the place of one that a manifest names. */
export const copyName = ({ inspection }: Pick<BackedUp, 'inspection'>, sha256: string): string =>
  `${inspection}.${sha256.slice(0, 16)}.jsonl`;
export const isCopyName = (name: string): boolean => /\.[0-9a-f]{16}\.jsonl$/.test(name);
export const copiesIn = ({ records }: Backup): Set<string> =>
  new Set(records.flatMap((each) => (each.copy ? [copyName(each, each.copy.sha256)] : [])));

/** A backup can't be made there, or nothing can be restored from it. The message says why, and what would do. */
export class BackupRefused extends Error {
  override name = 'BackupRefused';
}

/** What the backup in a folder says of itself; null where there is none. @throws BackupRefused where it can't be read */
export const readBackup = async (files: Files, folder: string): Promise<Backup | null> => {
  const bytes = await readWhole(files, manifestOf(folder));
  try {
    return bytes && manifest.parse(JSON.parse(bytes.toString()));
  } catch (cause) {
    throw new BackupRefused(`${manifestOf(folder)} is not as this version of Fortnight writes it.`, { cause });
  }
};

/** A place where a data folder was backed up to, and when last; `backup` is null where none can be read there from here. */
export type KnownBackup = { to: string; at: string | null; backup: Backup | null };

/** The backups of a data folder, by what was noted in it. */
export const backupsKnown = async (files: Files, folder: string): Promise<KnownBackup[]> => {
  const last = new Map<string, string | null>();
  for (const { did, to, done, at } of await operationsIn(files, folder))
    if (did === 'backup' && typeof to === 'string') last.set(to, (done ? at : last.get(to)) ?? null);
  const found: KnownBackup[] = [];
  for (const [to, noted] of last) {
    const backup = await readBackup(files, to).catch(() => null);
    found.push({ to, at: backup?.at ?? noted, backup });
  }
  return found;
};

/** The entries of a history that are to go; all of it where none are named. */
export type Gone = { history: string; entries?: readonly Head[] };

/**
 * Hands on what was noted in a data folder to each of its backups that is reached, so that nothing of what was erased or deleted
 * comes back from it. Gives those that still hold it, and those of which that can't be told or that could not be told of it.
 */
export const tellBackups = async (files: Files, folder: string, gone: readonly Gone[]) => {
  const told: { holding: string[]; unsure: string[] } = { holding: [], unsure: [] };
  for (const { to, backup } of await backupsKnown(files, folder)) {
    try {
      if (backup === null) throw new BackupRefused(`There is no backup in ${to}.`);
      await carryOperations(files, folder, to);
      const named = copiesIn(backup);
      const unnamed = (await files.names(to)).filter((name) => isCopyName(name) && !named.has(name));
      const holds = gone.some(
        (each) =>
          unnamed.some((name) => name.startsWith(`${each.history}.`)) ||
          backup.records.some((record) => record.inspection === each.history && holdsOf(record, each)),
      );
      if (holds) told.holding.push(to);
    } catch {
      told.unsure.push(to);
    }
  }
  return told;
};

const holdsOf = ({ copy }: BackedUp, { entries }: Gone): boolean => {
  const erased = new Set(copy?.erased.map(({ hash }) => hash));
  const there = ({ version, hash }: Head) => version <= (copy?.head.version ?? 0) && !erased.has(hash);
  return copy !== null && (entries?.some(there) ?? true);
};

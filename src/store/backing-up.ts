import { join } from 'node:path';
import { answeringLines } from './asking.ts';
import {
  type BackedUp,
  type Backup,
  BackupRefused,
  copiesIn,
  copyName,
  digestOf,
  isCopyName,
  manifestOf,
  readBackup,
} from './backups.ts';
import { copyHistory } from './copy.ts';
import type { Files } from './files.ts';
import { makeFolder, readWhole, removeIfThere, syncFolder, writeFile } from './folder.ts';
import { type Heads, noteBeside, readHeads } from './heads.ts';
import { carryOperations } from './operations.ts';
import { ownFolder } from './owner.ts';
import { Damaged } from './port.ts';
import type { Verdict } from './verify.ts';
import { verifyFolder } from './verify-folder.ts';

type Asked = {
  files: Files;
  folder: string;
  to: string;
  random: (bytes: number) => Buffer;
  at: string;
  /** Whether it is noted in the folder where the records stand: not in one that can only be read. */
  noting: boolean;
};

/** What a backup came to: how many records it has, how many of these were copied this time, and what did not hold and why. */
export type BackedUpTo = {
  records: number;
  copied: number;
  broken: { inspection: string; why: string; kept: boolean }[];
};

/**
 * Backs up every record of a data folder that an app may be writing to. A backup that was there stays whole until the new one is: its
 * manifest names the copies that count, and the new one takes its place at the end.
 * @throws BackupRefused where another data folder's backup is there, or something else; FolderTaken where another backup is under way
 */
export const backUp = async (asked: Asked): Promise<BackedUpTo> => {
  const { files, to, random } = asked;
  await makeFolder(files, to);
  await refuseForeign(files, to);
  const owned = await ownFolder({ files, folder: to, random, report: () => {}, answer: answeringLines(() => null) });
  try {
    return await backedUp(asked);
  } finally {
    await owned.letGo();
  }
};

const ours = /^(backup\.json(\.placing)?|operations\.log|owner\b.*|lost\+found)$/;

const refuseForeign = async (files: Files, to: string): Promise<void> => {
  const [other] = (await files.names(to)).filter((name) => !isCopyName(name) && !ours.test(name));
  if (other)
    throw new BackupRefused(`${to} holds ${other}, which is of no backup. Name a folder that is empty or not there.`);
};

/** What is backed up there must be of this folder: known here, or gone from here. */
const refuseAnothers = (to: string, before: Backup | null, heads: Heads, firsts: ReadonlySet<string>): void => {
  const isKnown = ({ inspection, first }: BackedUp) =>
    firsts.has(first) || heads.firsts.has(first) || (heads.ids.has(inspection) && !heads.known.has(inspection));
  const other = before?.records.find((record) => !isKnown(record));
  if (other)
    throw new BackupRefused(
      `${to} holds ${other.inspection}, which these records never had: it is the backup of others, or of what was lost. Nothing is changed there. Back up into another folder; where the records were lost, restore them first.`,
    );
};

const backedUp = async ({ files, folder, to, at, noting }: Asked): Promise<BackedUpTo> => {
  const before = await readBackup(files, to);
  // Before the records are read, so that none is copied that ends before it is known to.
  const heads = await readHeads(files, folder);
  const verdicts: Verdict[] = [];
  await verifyFolder({ files, folder, only: null, whyClosed: () => undefined }, (each) => verdicts.push(each));
  const firsts = new Set(verdicts.flatMap((each) => (each.holds && each.first ? [each.first.hash] : [])));
  refuseAnothers(to, before, heads, firsts);

  const came: BackedUpTo = { records: 0, copied: 0, broken: [] };
  const records: BackedUp[] = [];
  for (const verdict of verdicts) {
    const { inspection } = verdict;
    const known = heads.known.get(inspection);
    const old = before?.records.find((each) => each.inspection === inspection);
    const copy = verdict.holds ? await copyHistory({ files, folder, inspection }).catch(asWhy) : verdict.why;
    if (typeof copy === 'string') {
      const stays = known ?? old;
      came.broken.push({ inspection, why: copy, kept: Boolean(old?.copy) });
      if (stays) records.push({ ...stays, copy: old?.copy ?? null });
    } else if (copy) {
      if (noting) await noteBeside(files, folder, { inspection, head: copy.head });
      const [first] = copy.entries;
      const sha256 = digestOf(copy.bytes);
      if (await written(files, join(to, copyName(verdict, sha256)), copy.bytes, sha256)) came.copied += 1;
      const erased = copy.entries.flatMap(({ header: { version }, hash, events }) =>
        events ? [] : [{ version, hash }],
      );
      const { channel = null, of = first?.header.of ?? null } = known ?? {};
      const { head } = copy;
      records.push({ inspection, channel, first: first?.hash ?? '', head, of, copy: { head, sha256, erased } });
    }
  }
  came.records = records.filter(({ copy }) => copy).length;
  await carryOperations(files, folder, to);
  await settle(files, to, { format: 1, at, records });
  return came;
};

const asWhy = (error: unknown): string => {
  if (error instanceof Damaged) return error.reason;
  throw error;
};

/** Writes a copy and reads it back, unless it is there already. Gives whether it was written. */
const written = async (files: Files, path: string, bytes: Uint8Array, sha256: string): Promise<boolean> => {
  const isThere = async () => digestOf((await readWhole(files, path)) ?? Buffer.alloc(0)) === sha256;
  if (await isThere()) return false;
  await writeFile(files, path, bytes);
  if (!(await isThere())) throw new BackupRefused(`What was written to ${path} reads otherwise: look at that disk.`);
  return true;
};

/** Makes a manifest the one that counts, once all that it names is on stable storage, and removes what it does not name. */
const settle = async (files: Files, to: string, backup: Backup): Promise<void> => {
  const passing = `${manifestOf(to)}.placing`;
  await writeFile(files, passing, Buffer.from(`${JSON.stringify(backup, null, 1)}\n`));
  await syncFolder(files, to);
  await files.rename(passing, manifestOf(to));
  await syncFolder(files, to);
  const named = copiesIn(backup);
  for (const name of await files.names(to))
    if (isCopyName(name) && !named.has(name)) await removeIfThere(files, join(to, name));
};

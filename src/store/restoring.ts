import { join } from 'node:path';
import { expected, inspectionOf } from './absence.ts';
import { type BackedUp, type Backup, BackupRefused, backupsKnown, copyName, digestOf } from './backups.ts';
import { copyHistory } from './copy.ts';
import type { Files } from './files.ts';
import { historiesIn, makeFolder, pathOf, syncFolder, writeFile } from './folder.ts';
import { carryHeads, type Line, readHeads } from './heads.ts';
import { carryOperations, type Noted, operationsIn } from './operations.ts';
import { Damaged } from './port.ts';

/** What was erased and deleted by all that is noted: in the backup, in the folder that is restored, in every backup known there. */
export type Lost = { erased: Noted[]; deleted: Map<string, string>; unreached: string[] };

/** Operations that take a record away, and those that bring one back. */
const takes = ({ did, is }: Noted): boolean => did === 'delete' || (did === 'accept' && is === 'gone');
const brings = ({ did }: Noted): boolean => did === 'import' || did === 'accept';

export const lostIn = async (files: Files, folders: readonly string[]): Promise<Lost> => {
  const lost: Lost = { erased: [], deleted: new Map(), unreached: [] };
  const all: Noted[] = [];
  const places = new Set(folders);
  for (const place of folders) {
    all.push(...(await operationsIn(files, place)));
    for (const { to, backup } of await backupsKnown(files, place)) {
      if (places.has(to)) continue;
      places.add(to);
      if (backup === null) lost.unreached.push(to);
      else all.push(...(await operationsIn(files, to)));
    }
  }
  for (const each of all.sort((one, other) => (one.at ?? '').localeCompare(other.at ?? ''))) {
    const { did, inspection = '', at = '' } = each;
    if (did === 'erase') lost.erased.push(each);
    if (takes(each)) lost.deleted.set(inspection, at);
    else if (brings(each)) lost.deleted.delete(inspection);
  }
  return lost;
};

const hashesOf = ({ erased }: Noted): string[] => String(erased ?? '').split(' ');

type Staging = { files: Files; backup: string; staging: string; manifest: Backup; lost: Lost };

/**
 * Puts what a backup has, without what was deleted since, into a folder beside which nothing counts yet. Gives what is still to be
 * erased in it.
 * @throws BackupRefused, once all are looked at, where a copy is not what the manifest says
 */
export const stage = async ({ files, backup, staging, manifest, lost }: Staging): Promise<Noted[]> => {
  await makeFolder(files, staging);
  const words = new Set<string>();
  const wrong: string[] = [];
  for (const record of manifest.records.filter((each) => !isDeleted(lost, each))) {
    const copy = await checked(files, backup, record);
    if (typeof copy === 'string') wrong.push(`${record.inspection}: ${copy}`);
    else if (copy) await writeFile(files, pathOf(staging, record.inspection), copy.bytes);
    if (copy && typeof copy !== 'string') for (const { hash, events } of copy.entries) if (events) words.add(hash);
  }
  if (wrong.length > 0)
    throw new BackupRefused(
      [
        `The backup in ${backup} is not what its backup.json says, so nothing is restored:`,
        ...wrong.map((each) => `  ${each}`),
        'Restore from another backup, or leave these out: --without <inspection>. Each is then closed by name until an export of it is imported.',
      ].join('\n'),
    );
  await carryOperations(files, backup, staging);
  await syncFolder(files, staging);
  return lost.erased.filter((each) => hashesOf(each).some((hash) => words.has(hash)));
};

const isDeleted = ({ deleted }: Lost, { inspection }: BackedUp): boolean => deleted.has(inspectionOf(inspection));

/** Where the records of a backup were known to stand, those without a copy too; what was deleted is gone. */
export const headsAfter = ({ records }: Backup, lost: Lost): Line[] =>
  records.flatMap((record): Line[] => {
    const { copy, ...known } = record;
    if (isDeleted(lost, record)) return [{ inspection: record.inspection, gone: true }];
    return copy ? [{ ...known, head: copy.head }, known] : [known];
  });

/** A copy in a backup as its manifest says, none where it has none; else why it is not. */
const checked = async (files: Files, folder: string, { inspection, copy: said }: BackedUp) => {
  if (said === null) return null;
  const path = join(folder, copyName({ inspection }, said.sha256));
  try {
    const copy = await copyHistory({ files, folder, inspection, path });
    if (copy === null) return `${path} is missing or empty`;
    return digestOf(copy.bytes) === said.sha256 ? copy : `${path} was changed`;
  } catch (error) {
    if (error instanceof Damaged) return error.reason;
    throw error;
  }
};

/** Gives everything that stands whole in `staged` its place. Cut short, it is done by asking again; what is not placed yet is missed. */
export const place = async (files: Files, staged: string, folder: string): Promise<void> => {
  await carryOperations(files, staged, folder);
  await carryHeads(files, staged, folder);
  for (const inspection of await historiesIn(files, staged))
    await files.rename(pathOf(staged, inspection), pathOf(folder, inspection));
  await syncFolder(files, folder);
};

const mayStand = /^(operations\.log|heads\.log|owner\b.*|lost\+found|restor(ing|ed))$/;

/** @throws BackupRefused where there is anything that a restored folder would be mixed with */
export const refuseFilled = async (files: Files, folder: string): Promise<void> => {
  const here = expected(await historiesIn(files, folder), await readHeads(files, folder));
  const [other] = [...here, ...(await files.names(folder)).filter((name) => !mayStand.test(name))];
  if (other)
    throw new BackupRefused(
      `${folder} is not empty: it holds ${other}, or knows of it. Move what is there elsewhere, all but operations.log, which says what was erased since; or restore into another folder.`,
    );
};

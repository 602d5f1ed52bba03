import { hash } from 'node:crypto';
import { join } from 'node:path';
import { expected, inspectionOf } from './absence.ts';
import { type BackedUp, type Backup, BackupRefused, backupsKnown } from './backups.ts';
import { copyOrWhy } from './copy.ts';
import type { Files } from './files.ts';
import { historiesIn, makeFolder, pathOf, syncFolder, writeFile } from './folder.ts';
import { headsFile, type Line, readHeads } from './heads.ts';
import { carryLog } from './log-file.ts';
import { linesIn } from './opening.ts';
import { type Noted, operationsFile, operationsIn } from './operations.ts';
import type { Reading } from './records.ts';

/** What was erased, which records were deleted after a backup and when, and the backups that may know of more. */
export type Lost = { erased: Noted[]; deleted: Map<string, string>; away: string[] };

/** By what is noted in a backup and where it is restored to, and in each backup that is known there. */
export const lostIn = async (
  files: Files,
  from: string,
  here: readonly Noted[],
  { at: made }: Backup,
): Promise<Lost> => {
  const said = [...(await operationsIn(files, from)), ...here];
  const known = await backupsKnown(files, said);
  const away = new Set(known.flatMap(({ to, backup }) => (backup || to === from ? [] : [to])));
  const reached = known.flatMap(({ to }) => (away.has(to) ? [] : [to]));
  const noted = [...said, ...(await Promise.all(reached.map((to) => operationsIn(files, to)))).flat()];
  const once = new Map(noted.map((each) => [JSON.stringify(each), each]));
  const lost: Lost = { erased: [], deleted: new Map(), away: [...away] };
  for (const each of [...once.values()].sort((one, other) => (one.at ?? '').localeCompare(other.at ?? ''))) {
    const { did, is, inspection = '', at = '' } = each;
    if (did === 'erase') lost.erased.push(each);
    // What was deleted before the backup was made was there again when it was.
    if ((did === 'delete' || is === 'gone') && at > made) lost.deleted.set(inspection, at);
    else if (did === 'import' || did === 'accept') lost.deleted.delete(inspection);
  }
  return lost;
};

const mayStand = /^(operations\.log|heads\.log|owner\b.*|lost\+found|restoring)$/;

/** @throws BackupRefused where there is anything that what is restored would be mixed with */
export const refuseFilled = async (files: Files, folder: string): Promise<void> => {
  const other = (await files.names(folder)).find((name) => !mayStand.test(name));
  const [known] = expected([], await readHeads(files, folder));
  if (other || known)
    throw new BackupRefused(
      `${folder} is not empty: ${other ? `it holds ${other}` : `its heads.log knows ${known}`}. Move what is there elsewhere, all but operations.log, which says what was erased; or restore into another folder.`,
    );
};

/** `far` tells how far the reading is. */
type Staging = {
  files: Files;
  far: (lines: Reading) => Reading;
  from: string;
  staging: string;
  backup: Backup;
  lost: Lost;
};

const isDeleted = ({ deleted }: Lost, { inspection }: BackedUp): boolean => deleted.has(inspectionOf(inspection));

/**
 * Writes what a backup has, but for what was deleted since, into a folder where nothing counts yet. Gives what is to be erased in it.
 * @throws BackupRefused, once all are looked at, where a copy is not what the backup says of it
 */
export const stage = async ({ files, far, from, staging, backup, lost }: Staging): Promise<Noted[]> => {
  await makeFolder(files, staging);
  const words = new Set<string>();
  const wrong: string[] = [];
  for (const record of backup.records.filter((each) => !isDeleted(lost, each))) {
    const copy = await checked(record, (file) => far(linesIn(files, join(from, file))));
    if (typeof copy === 'string') wrong.push(`  ${record.inspection}: ${copy}`);
    else if (copy) await writeFile(files, pathOf(staging, record.inspection), copy.bytes);
    if (typeof copy === 'object') for (const { hash, events } of copy?.entries ?? []) if (events) words.add(hash);
  }
  if (wrong.length > 0)
    throw new BackupRefused(
      `The backup in ${from} is not what its backup.json says, so nothing is restored:\n${wrong.join('\n')}\nRestore another backup, or leave these out with --without and their names: they are closed by name until an export of them is imported.`,
    );
  await carryLog(files, operationsFile(from), operationsFile(staging));
  return lost.erased.filter(({ erased = '' }) => erased.split(' ').some((each) => words.has(each)));
};

/** The copy of a record as the backup says it is, null where it has none; else why it is not. */
const checked = async ({ inspection, copy: said }: BackedUp, linesOf: (file: string) => Reading) => {
  if (said === null) return null;
  const copy = await copyOrWhy(inspection, linesOf(said.file));
  if (copy === null) return `${said.file} is missing or empty`;
  if (typeof copy === 'string') return `${said.file}: ${copy}`;
  return hash('sha256', copy.bytes) === said.sha256 ? copy : `${said.file} was changed`;
};

/** What is known of the records of a backup once it is restored, also of those that it has no copy of. What was deleted is gone. */
export const headsAfter = ({ records }: Backup, lost: Lost): Line[] =>
  records.flatMap((record): Line[] => {
    const { copy, ...known } = record;
    if (isDeleted(lost, record)) return [{ inspection: record.inspection, gone: true }];
    return copy ? [{ ...known, head: copy.head }, known] : [known];
  });

/** Puts what is staged in its place. Where that is cut short, it is done by asking again, and what has no place yet is missed. */
export const place = async (files: Files, staged: string, folder: string): Promise<void> => {
  for (const log of [operationsFile, headsFile]) await carryLog(files, log(staged), log(folder));
  for (const history of await historiesIn(files, staged))
    await files.rename(pathOf(staged, history), pathOf(folder, history));
  await syncFolder(files, folder);
};

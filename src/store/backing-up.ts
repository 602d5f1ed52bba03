import { hash } from 'node:crypto';
import { join } from 'node:path';
import { inspectionOf } from './absence.ts';
import { answeringLines } from './asking.ts';
import {
  type BackedUp,
  type Backup,
  BackupRefused,
  historyOfCopy,
  manifestOf,
  nameOfCopy,
  readBackup,
} from './backups.ts';
import { copyOrWhy } from './copy.ts';
import type { Files } from './files.ts';
import { makeFolder, readWhole, removeIfThere, syncFolder, writeFile } from './folder.ts';
import { differs } from './heads.ts';
import { addNews } from './log-file.ts';
import { noteOnce, operationsFile } from './operations.ts';
import { ownFolder } from './owner.ts';
import type { Records } from './records.ts';
import type { Verdict } from './verify.ts';
import { verifyRecords } from './verify-records.ts';

type Asked = {
  records: Records;
  files: Files;
  to: string;
  random: (bytes: number) => Buffer;
  at: string;
  /** Notes something beside the records, if that can be written to; gives whether it can. */
  note: (act: () => Promise<void>) => Promise<boolean>;
};

/** A backup, how many of its copies were made this time, and which records did not hold and why. */
type BackingUp = { backup: Backup; copied: number; broken: { inspection: string; why: string; kept: boolean }[] };

const ours = /^(backup\.json(\.placing)?|operations\.log|owner\b.*|lost\+found)$/;

/**
 * Backs up every record, beside an app that may be writing to them. A backup that was there stays whole until the new one is.
 * @throws BackupRefused where something else is there, or a backup of others; FolderTaken where another backup is under way
 */
export const backUp = async (asked: Asked): Promise<BackingUp> => {
  const { files, to: folder, random } = asked;
  await makeFolder(files, folder);
  const other = (await files.names(folder)).find((name) => historyOfCopy(name) === null && !ours.test(name));
  if (other)
    throw new BackupRefused(
      `${folder} holds ${other}, which is of no backup. Name an empty folder, or one that is not there.`,
    );
  const owned = await ownFolder({ files, folder, random, report: () => {}, answer: answeringLines(() => null) });
  try {
    return await copied(asked);
  } finally {
    await owned.letGo();
  }
};

const copied = async ({ records: there, files, to, at, note }: Asked): Promise<BackingUp> => {
  const before = await readBackup(files, to);
  // Before any record is read, so that none is copied that ends before it is known to.
  const heads = await there.heads();
  const verdicts: Verdict[] = [];
  await verifyRecords({ records: there, only: null }, (each) => verdicts.push(each));

  const since = (await there.operations()).filter(({ at: then = '' }) => before && then > before.at);
  /** Whether a record may be another or shorter than it was backed up. */
  const isChanged = (id: string) =>
    since.some(({ did, inspection }) => inspection === inspectionOf(id) && /^(accept|delete|import)$/.test(did ?? ''));
  const isKnown = ({ inspection: id, first }: BackedUp) =>
    heads.known.get(id)?.first === first ||
    verdicts.some((each) => each.inspection === id && !(each.holds && each.first?.hash !== first)) ||
    (heads.ids.has(id) && !heads.known.has(id)) ||
    isChanged(id);
  const other = before?.records.find((record) => !isKnown(record));
  if (other)
    throw new BackupRefused(
      `${to} holds ${other.inspection}, which is not known in ${there.called}: it is the backup of other records, or of lost ones. Nothing is changed there. Restore it first where they were lost; else name another folder.`,
    );

  // Before a word is copied, so that whoever erases one is told of each place that it may be in.
  const noted = (more: object) => noteOnce(there, { did: 'backup', to, ...more });
  let noting = await note(() => noted({}));
  const done: BackingUp = { backup: { format: 1, at, records: [] }, copied: 0, broken: [] };
  const { records } = done.backup;
  for (const verdict of verdicts) {
    const { inspection } = verdict;
    const known = heads.known.get(inspection);
    const old = before?.records.find((each) => each.inspection === inspection);
    const found = verdict.holds ? await copyOrWhy(inspection, there.lines(inspection)) : verdict.why;
    const stood = isChanged(inspection) ? null : old?.copy?.head;
    const isWhole = typeof found === 'object' && found !== null;
    const then = isWhole && stood ? (found.entries[stood.version - 1]?.hash ?? null) : null;
    const copy = (isWhole && stood && differs(stood, then, found.head.version)) || found;
    if (typeof copy === 'string') {
      done.broken.push({ inspection, why: copy, kept: Boolean(old?.copy) });
      const record = known ?? old;
      if (record) records.push({ ...record, copy: old?.copy ?? null });
    } else if (copy) {
      const { bytes, entries, head } = copy;
      const [first] = entries;
      if (noting && known && known.head.version < head.version)
        noting = await note(() => there.noteBeside({ inspection, head }));
      const sha256 = hash('sha256', bytes);
      const file = nameOfCopy(inspection, sha256);
      if (await written(files, join(to, file), bytes, sha256)) done.copied += 1;
      const erased = entries
        .filter(({ events }) => events === null)
        .map(({ header: { version }, hash }) => ({ version, hash }));
      const { channel = null, of = first?.header.of ?? null } = known ?? {};
      records.push({ inspection, channel, first: first?.hash ?? '', head, of, copy: { file, sha256, head, erased } });
    }
  }
  await addNews(files, operationsFile(to), await there.operations());
  await settle(files, to, done.backup);
  if (noting) await note(() => noted({ done: at.slice(0, 10) }));
  return done;
};

/** Writes a copy and reads it back, unless it is there already. Gives whether it was written. */
const written = async (files: Files, path: string, bytes: Uint8Array, sha256: string): Promise<boolean> => {
  const isThere = async () => hash('sha256', (await readWhole(files, path)) ?? '') === sha256;
  if (await isThere()) return false;
  await writeFile(files, path, bytes);
  if (!(await isThere())) throw new BackupRefused(`What was written to ${path} reads otherwise: look at that disk.`);
  return true;
};

/** Makes a backup the one that counts, once all that it names is on stable storage, and removes the copies that it does not name. */
const settle = async (files: Files, to: string, backup: Backup): Promise<void> => {
  const passing = `${manifestOf(to)}.placing`;
  await writeFile(files, passing, Buffer.from(`${JSON.stringify(backup, null, 1)}\n`));
  await syncFolder(files, to);
  await files.rename(passing, manifestOf(to));
  await syncFolder(files, to);
  const named = new Set(backup.records.map(({ copy }) => copy?.file));
  for (const name of await files.names(to))
    if (historyOfCopy(name) !== null && !named.has(name)) await removeIfThere(files, join(to, name));
};

import { renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Backup, readBackup } from '../store/backups.ts';
import { realFiles } from '../store/files.ts';
import { syncFolder } from '../store/folder.ts';
import { appendHeads } from '../store/heads.ts';
import { type Noted, note } from '../store/operations.ts';
import { headsAfter, lostIn, place, refuseFilled, stage } from '../store/restoring.ts';
import { verifyFolder } from '../store/verify-folder.ts';
import { counted } from '../words/message.ts';
import { argumentsOf } from './arguments.ts';
import { madeDataFolder, owning, readingOf } from './data-folder.ts';
import { eraseIn } from './erase.ts';
import { type Environment, type ExitCode, NotDone, type Word, WrongUsage } from './word.ts';

type Asked = { backup: string; without: readonly string[] };

/** The same backup without the copies of some records. @throws WrongUsage where it has no such record */
const leftOut = (manifest: Backup, without: readonly string[]): Backup => {
  const other = without.find((id) => !manifest.records.some(({ inspection }) => inspection === id));
  if (other) throw new WrongUsage(`There is no ${other} in that backup.`);
  const records = manifest.records.map((each) => (without.includes(each.inspection) ? { ...each, copy: null } : each));
  return { ...manifest, records };
};

/** Keeps each erasure in the record that was restored from before it, and destroys the words. */
const erasedIn = async (staging: string, erasures: readonly Noted[]): Promise<void> => {
  if (erasures.length === 0) return;
  await owning(staging, async (store) => {
    for (const { inspection = '', item, at = '' } of erasures)
      await eraseIn(store, {
        inspection,
        item: String(item),
        reason: `Erased on ${at.slice(0, 10)}; its record was restored from before`,
      });
  });
};

/** Makes what is to be restored ready under a passing name, whole, so that what follows can be done again. */
const staged = async (folder: string, { backup, without }: Asked, environment: Environment): Promise<void> => {
  const [staging, whole] = [join(folder, 'restoring'), join(folder, 'restored')];
  await refuseFilled(realFiles, folder);
  const manifest = await readBackup(realFiles, backup);
  if (manifest === null) throw new NotDone(`There is no backup in ${backup}. Name the folder that backup wrote.`);
  const lost = await lostIn(realFiles, [backup, folder]);
  rmSync(staging, { recursive: true, force: true });
  const files = await readingOf(environment, 'Restoring', { folder: backup, times: 2 });
  const wanted = leftOut(manifest, without);
  const erasures = await stage({ files, backup, staging, manifest: wanted, lost });
  await erasedIn(staging, erasures);
  await appendHeads(realFiles, staging, headsAfter(wanted, lost));
  await note(realFiles, staging, { did: 'restore', from: backup });
  renameSync(staging, whole);
  await syncFolder(realFiles, folder);
  environment.print(
    `Restored from the backup of ${manifest.at} in ${backup}. What was recorded after it is not in it.`,
  );
  for (const { inspection, item } of erasures)
    environment.print(`${item} of ${inspection} was erased since, and is erased.`);
  for (const [inspection, at] of lost.deleted)
    if (manifest.records.some((each) => each.inspection === inspection))
      environment.print(`${inspection} was deleted on ${at.slice(0, 10)}, and is not restored.`);
  for (const to of lost.unreached)
    environment.print(`What was erased and is noted only in ${to} is not known here: it could not be read.`);
};

const restored = async (folder: string, asked: Asked, environment: Environment): Promise<ExitCode> => {
  const whole = join(folder, 'restored');
  // One that was cut short is finished as it was begun.
  if (realFiles.stands(whole) === null) await staged(folder, asked, environment);
  await place(realFiles, whole, folder);
  rmSync(whole, { recursive: true });
  let [all, broken] = [0, 0];
  await verifyFolder({ files: realFiles, folder, only: null, whyClosed: () => undefined }, (verdict) => {
    all += 1;
    if (verdict.holds) return;
    broken += 1;
    environment.print(`${verdict.inspection} does not hold: ${verdict.why}`);
  });
  environment.print(`${counted(all - broken, 'record is', 'records are')} in ${folder}, and each entry holds.`);
  return broken === 0 ? 0 : 1;
};

/** Puts a backup in the place of a folder that was lost. */
export const restore: Word = {
  name: 'restore',
  usage: '<backup> [--to <folder>] [--without <inspection>]',
  about:
    'Puts the records of a backup into an empty folder, DATA_DIR or the one named, once each is what the backup says. What was erased or deleted since is not brought back. Stop the app first.',
  run: async (args, environment) => {
    const { positionals, values } = argumentsOf(args, {
      to: { type: 'string' },
      without: { type: 'string', multiple: true },
    });
    const [from, more] = positionals;
    if (from === undefined || more !== undefined)
      throw new WrongUsage('It takes one folder: the one that backup wrote.');
    const settings = { ...environment.settings, ...(values.to && { DATA_DIR: values.to }) };
    const folder = await madeDataFolder({ ...environment, settings });
    const asked = { backup: resolve(from), without: values.without ?? [] };
    return owning(folder, () => restored(folder, asked, environment));
  },
};

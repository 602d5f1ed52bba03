import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expected } from '../store/absence.ts';
import { type Backup, readBackup } from '../store/backups.ts';
import { wholeOf } from '../store/copy.ts';
import { realFiles } from '../store/files.ts';
import { syncFolder } from '../store/folder.ts';
import { type Noted, note } from '../store/operations.ts';
import type { Records } from '../store/records.ts';
import { recordsIn } from '../store/records-in-folder.ts';
import { headsAfter, lostIn, place, refuseFilled, stage } from '../store/restoring.ts';
import { argumentsOf } from './arguments.ts';
import { orSaying, tellingHowFar } from './data-folder.ts';
import { eraseIn } from './erase.ts';
import { madeFor, owning } from './kept.ts';
import { checked } from './verify.ts';
import { type Environment, type ExitCode, NotDone, type Word, WrongUsage } from './word.ts';

type Asked = { from: string; without: readonly string[] };

/** The backup, without the copies of those that are left out. @throws NotDone where there is none */
const backupIn = async ({ from, without }: Asked): Promise<Backup> => {
  const backup = await readBackup(realFiles, from);
  if (backup === null) throw new NotDone(`There is no backup in ${from}. Name the folder that backup wrote.`);
  const other = without.find((name) => !backup.records.some(({ inspection }) => inspection === name));
  if (other) throw new WrongUsage(`There is no ${other} in that backup.`);
  const records = backup.records.map((each) => (without.includes(each.inspection) ? { ...each, copy: null } : each));
  return { ...backup, records };
};

/** Keeps each erasure in the record, which is from before it, and destroys the words. */
const erasedIn = (staging: string, erasures: readonly Noted[]): Promise<void> =>
  owning({ folder: staging }, async (_, store) => {
    for (const { inspection = '', item = '', at = '' } of erasures)
      await eraseIn(store, { inspection, item, reason: `It was erased on ${at.slice(0, 10)}, after this backup` });
  });

/** Makes what is to be restored ready in a folder where nothing counts. Gives what is to be said of it. */
const staged = async (records: Records, staging: string, asked: Asked, environment: Environment): Promise<string[]> => {
  const { from } = asked;
  const backup = await backupIn(asked);
  const lost = await lostIn(realFiles, from, await records.operations(), backup);
  const files = backup.records.map(({ copy }) => (copy ? realFiles.stands(join(from, copy.file)) : null));
  const bytes = files.reduce((sum, file) => sum + (file?.length ?? 0), 0);
  const far = tellingHowFar(environment, 'Restoring', bytes * 2);
  const erasures = await stage({ files: realFiles, far, from, staging, backup, lost });
  if (erasures.length > 0) await erasedIn(staging, erasures);
  const ready = recordsIn(realFiles, staging);
  await note(ready, { did: 'restore', from });
  await ready.addHeads(headsAfter(backup, lost));
  await syncFolder(realFiles, staging);
  const deleted = [...lost.deleted].filter(([id]) => backup.records.some(({ inspection }) => inspection === id));
  return [
    `This is the backup of ${backup.at}. What was recorded after that is not in it.`,
    ...erasures.map(({ inspection, item }) => `${item} of ${inspection} was erased since, and is erased here too.`),
    ...deleted.map(([id, at]) => `${id} was deleted, or accepted as gone, on ${at.slice(0, 10)}, and is not restored.`),
    ...lost.away.map((to) => `What was erased and is noted in ${to} alone is not known: it can't be read from here.`),
  ];
};

const restoredInto = async (
  folder: string,
  records: Records,
  asked: Asked,
  environment: Environment,
): Promise<void> => {
  const [staging, whole] = [join(folder, 'restoring'), join(folder, 'restored')];
  // One that was cut short is finished as it was begun.
  if (realFiles.stands(whole) === null) {
    await refuseFilled(realFiles, folder);
    rmSync(staging, { recursive: true, force: true });
    const said = await staged(records, staging, asked, environment).catch((error) => {
      rmSync(staging, { recursive: true, force: true });
      throw error;
    });
    await realFiles.rename(staging, whole);
    await syncFolder(realFiles, folder);
    for (const line of said) environment.print(line);
  }
  await place(realFiles, whole, folder);
  rmSync(whole, { recursive: true });
};

/** Into a database, which takes all of it or nothing. */
const restoredOver = async (records: Records, asked: Asked, environment: Environment): Promise<void> => {
  const [there] = expected([...(await records.lengths()).keys()], await records.heads());
  if (there) throw new NotDone(`There is ${there} in ${records.called} already. Restore into one that is empty.`);
  const staging = mkdtempSync(join(tmpdir(), 'fortnight-restoring-'));
  try {
    const said = await staged(records, staging, asked, environment);
    const ready = recordsIn(realFiles, staging);
    const { known, ids } = await ready.heads();
    await records.put({
      histories: wholeOf(ready, (await ready.lengths()).keys()),
      heads: [...ids].map((inspection) => known.get(inspection) ?? { inspection, gone: true }),
      operations: await ready.operations(),
    });
    for (const line of said) environment.print(line);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
};

const restored = async (records: Records, asked: Asked, environment: Environment): Promise<ExitCode> => {
  const { place } = records;
  if ('folder' in place) await restoredInto(place.folder, records, asked, environment);
  else await restoredOver(records, asked, environment);
  return checked(records, null, false, environment);
};

/** Puts a backup in the place of what was lost. */
export const restore: Word = {
  name: 'restore',
  usage: '<backup> [--to <folder>] [--without <inspection>]',
  about:
    'Puts the records of a backup into an empty folder, DATA_DIR or the one named, or into an empty database, once each is what the backup says. What was erased or deleted since is not brought back. Stop the app first.',
  run: async (args, environment) => {
    const { positionals, values } = argumentsOf(args, {
      to: { type: 'string' },
      without: { type: 'string', multiple: true },
    });
    const [from, more] = positionals;
    if (from === undefined || more !== undefined)
      throw new WrongUsage('It takes one folder: the one that backup wrote.');
    const settings = values.to ? { DATA_DIR: values.to } : environment.settings;
    const kept = await madeFor({ ...environment, settings });
    const asked = { from: resolve(from), without: values.without ?? [] };
    return orSaying('Not all is restored. Once this is put right, ask again.', () =>
      owning(kept, (records) => restored(records, asked, environment)),
    );
  },
};

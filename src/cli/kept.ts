import { randomBytes } from 'node:crypto';
import { databaseIn, dataFolderRefused } from '../config.ts';
import type { Copies } from '../store/copy.ts';
import { realFiles } from '../store/files.ts';
import { jsonLines } from '../store/json-lines.ts';
import type { Store } from '../store/port.ts';
import type { Records } from '../store/records.ts';
import { recordsIn } from '../store/records-in-folder.ts';
import { dataFolder, madeDataFolder } from './data-folder.ts';
import type { Environment } from './word.ts';

/** Where records are: a folder, or a database by its address, in which something may be begun or not. */
export type Kept = { folder: string } | { address: string; mayBegin: boolean };
export type Owning<Value> = (records: Records, store: Store & Copies) => Promise<Value>;

/** Where records are, by the same settings as the app's. @throws WrongUsage where there is no such folder */
export const keptBy = (environment: Environment): Kept => {
  const address = databaseIn(environment.settings);
  return address === null ? { folder: dataFolder(environment) } : { address, mayBegin: false };
};

/** Where records are to be, made if need be. @throws SettingRefused where nothing can be kept */
export const madeFor = async (environment: Environment): Promise<Kept> => {
  const address = databaseIn(environment.settings);
  return address === null ? { folder: await madeDataFolder(environment) } : { address, mayBegin: true };
};

type Looking<Value> = (records: Records) => Promise<Value>;

/** Has `act` look at records, beside whoever records there. */
export const lookingAt = <Value>(environment: Environment, act: Looking<Value>): Promise<Value> =>
  lookingIn(keptBy(environment), act);

export const lookingIn = async <Value>(kept: Kept, act: Looking<Value>): Promise<Value> => {
  if ('folder' in kept) return act(recordsIn(realFiles, kept.folder));
  const { lookingInto } = await import('./database.ts');
  return lookingInto(kept, act);
};

/**
 * Has `act` record: in a folder while this process owns it, which no app may use meanwhile, and in a database beside whoever else
 * records there, unless it is to be `alone`.
 * @throws FolderTaken naming the process that has the folder; NotDone where the app runs with the database
 */
export const owning = async <Value>(kept: Kept, act: Owning<Value>, alone = false): Promise<Value> => {
  if ('address' in kept) {
    const { recordingIn } = await import('./database.ts');
    return recordingIn(kept, alone, act);
  }
  const { folder } = kept;
  const store = await jsonLines({ folder, files: realFiles, random: randomBytes, report: () => undefined }).catch(
    (error) => {
      throw dataFolderRefused(error);
    },
  );
  try {
    return await act(recordsIn(realFiles, folder), store);
  } finally {
    await store.close();
  }
};

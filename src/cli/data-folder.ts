import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dataFolderRefused } from '../config.ts';
import type { Copies } from '../store/copy.ts';
import { realFiles } from '../store/files.ts';
import { makeFolder } from '../store/folder.ts';
import { jsonLines } from '../store/json-lines.ts';
import { keepsNothing } from '../store/place.ts';
import type { Store } from '../store/port.ts';
import { type Environment, NotDone, WrongUsage } from './word.ts';

/** Where the records are, or are to be, by the same setting as the app's. */
const dataPlace = ({ settings }: Environment): string => settings.DATA_DIR || 'data/inspections';

/** @throws WrongUsage when there is no such folder */
export const dataFolder = (environment: Environment): string => {
  const folder = dataPlace(environment);
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new WrongUsage(`There is no folder ${folder}. If records are kept elsewhere, set DATA_DIR to that folder.`);
  if (keepsNothing(folder))
    throw new WrongUsage(`Nothing can be kept in ${folder}. Set DATA_DIR to the folder of records.`);
  try {
    accessSync(folder, constants.R_OK | constants.X_OK);
  } catch (error) {
    throw dataFolderRefused(error);
  }
  return folder;
};

/**
 * Makes the folder where records are to be, if need be.
 * @throws SettingRefused where nothing can be kept there
 */
export const madeDataFolder = async (environment: Environment): Promise<string> => {
  const folder = dataPlace(environment);
  await makeFolder(realFiles, folder).catch((error) => {
    throw dataFolderRefused(error);
  });
  return folder;
};

/**
 * Runs `act` while this process owns the data folder, which no app may use meanwhile.
 * @throws FolderTaken naming the process that has it
 */
export const owning = async <Result>(
  folder: string,
  act: (store: Store & Copies) => Promise<Result>,
): Promise<Result> => {
  const parts = { folder, files: realFiles, random: randomBytes, report: () => undefined };
  const store = await jsonLines(parts).catch((error) => {
    throw dataFolderRefused(error);
  });
  try {
    return await act(store);
  } finally {
    await store.close();
  }
};

export const noInspection = (id: string): NotDone =>
  new NotDone(`There is no inspection ${id}. The word inspections lists them.`);

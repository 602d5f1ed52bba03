import { randomBytes } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import type { Copies } from '../store/copy.ts';
import { realFiles } from '../store/files.ts';
import { jsonLines } from '../store/json-lines.ts';
import type { Store } from '../store/port.ts';
import { type Environment, type ExitCode, NotDone, WrongUsage } from './word.ts';

/** Where the records are, or are to be, by the same setting as the app's. */
export const dataPlace = ({ settings }: Environment): string => settings.DATA_DIR || 'data/inspections';

/** @throws WrongUsage when there is no such folder */
export const dataFolder = (environment: Environment): string => {
  const folder = dataPlace(environment);
  if (existsSync(folder) && statSync(folder).isDirectory()) return folder;
  throw new WrongUsage(`There is no folder ${folder}. If records are kept elsewhere, set DATA_DIR to that folder.`);
};

/**
 * Runs `act` while this process owns the data folder, which no app may use meanwhile.
 * @throws FolderTaken naming the process that has it
 */
export const owning = async (folder: string, act: (store: Store & Copies) => Promise<ExitCode>): Promise<ExitCode> => {
  const store = await jsonLines({ folder, files: realFiles, random: randomBytes, report: () => undefined });
  try {
    return await act(store);
  } finally {
    await store.close();
  }
};

export const noInspection = (id: string): NotDone =>
  new NotDone(`There is no inspection ${id}. The word inspections lists them.`);

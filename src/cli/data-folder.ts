import { randomBytes } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import type { Copies } from '../store/copy.ts';
import { realFiles } from '../store/files.ts';
import { jsonLines } from '../store/json-lines.ts';
import { FolderTaken } from '../store/owner.ts';
import type { Store } from '../store/port.ts';
import { type Environment, type ExitCode, WrongUsage } from './word.ts';

/** Where the records are, or are to be, by the same setting as the app's. */
export const dataPlace = ({ settings }: Environment): string => settings.DATA_DIR || 'data/inspections';

/** @throws WrongUsage when there is no such folder */
export const dataFolder = (environment: Environment): string => {
  const folder = dataPlace(environment);
  if (existsSync(folder) && statSync(folder).isDirectory()) return folder;
  throw new WrongUsage(`There is no folder ${folder}. If records are kept elsewhere, set DATA_DIR to that folder.`);
};

/** Runs `act` while this process owns the data folder, which no app may use meanwhile; says who does where one does. */
export const owning = async (
  folder: string,
  environment: Environment,
  act: (store: Store & Copies) => Promise<ExitCode>,
): Promise<ExitCode> => {
  try {
    const store = await jsonLines({ folder, files: realFiles, random: randomBytes, report: () => undefined });
    try {
      return await act(store);
    } finally {
      await store.close();
    }
  } catch (error) {
    if (!(error instanceof FolderTaken)) throw error;
    environment.complain(error.message);
    return 1;
  }
};

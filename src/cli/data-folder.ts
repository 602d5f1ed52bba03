import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { bankHolidaysPlace, readBankHolidays } from '../calendar.ts';
import { dataFolderRefused } from '../config.ts';
import type { BankHolidays } from '../domain/working-days.ts';
import { packageFolder } from '../package-folder.ts';
import { tellBackups } from '../store/backups.ts';
import type { Copies } from '../store/copy.ts';
import { type Files, realFiles } from '../store/files.ts';
import { isCode, makeFolder } from '../store/folder.ts';
import { jsonLines } from '../store/json-lines.ts';
import { keepsNothing } from '../store/place.ts';
import type { Store } from '../store/port.ts';
import { type Environment, NotDone, WrongUsage } from './word.ts';

/** As they came with this version, wherever the command is typed. */
export const bankHolidays = (): BankHolidays => readBankHolidays(join(packageFolder, bankHolidaysPlace));

/** Where the records are, or are to be, by the same setting as the app's. */
export const dataPlace = ({ settings }: Environment): string => settings.DATA_DIR || 'data/inspections';

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

/** Does what can only be done where the data folder can be written to. Where it can't, that is said; gives whether it was done. */
export const whereWritable = async (
  { complain }: Environment,
  folder: string,
  what: string,
  act: () => Promise<void>,
): Promise<boolean> => {
  try {
    await act();
    return true;
  } catch (error) {
    if (!['EACCES', 'EROFS', 'EPERM', 'ENOSPC'].some((code) => isCode(error, code))) throw error;
    complain(`${what} is not noted in ${folder}/operations.log and heads.log, which can't be written to from here.`);
    return false;
  }
};

/** The files of the system, which tell how far the reading is of records that are each read so many times. */
export const readingOf = async (
  { far }: Environment,
  doing: string,
  { folder, times, only = '' }: { folder: string; times: number; only?: string | undefined },
): Promise<Files> => {
  const records = (await realFiles.names(folder)).filter((name) => name.startsWith(only) && name.endsWith('.jsonl'));
  const all = records.reduce((sum, name) => sum + (realFiles.stands(join(folder, name))?.length ?? 0), 1) * times;
  let read = 0;
  return {
    ...realFiles,
    read: async (...asked) => {
      const count = await realFiles.read(...asked);
      read += count;
      far?.(`${doing}: ${Math.min(99, Math.floor((100 * read) / all))} %`);
      return count;
    },
  };
};

/** Says which backups still hold what was erased or deleted, and what to do about each. */
export const sayOfBackups = async (
  folder: string,
  gone: Parameters<typeof tellBackups>[2],
  { print }: Environment,
): Promise<void> => {
  const { holding, away } = await tellBackups(realFiles, folder, gone);
  for (const to of holding)
    print(`The backup in ${to} still holds it, until it is made again: npm run -s fortnight -- backup --to ${to}`);
  for (const to of away)
    print(
      `The backup in ${to} could not be told of it from here. If it is still there, it may bring it back: make it again.`,
    );
};

/**
 * Does what may take long between two folders.
 * @throws NotDone where the system says no: `words` say what that means
 */
export const orSaying = async <Value>(words: string, act: () => Promise<Value>): Promise<Value> => {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && /^E[A-Z]+$/.test(String(error.code)))) throw error;
    throw new NotDone(`${words} (${error.message})`, { cause: error });
  }
};

export const noInspection = (id: string): NotDone =>
  new NotDone(`There is no inspection ${id}. The word inspections lists them.`);

import { accessSync, constants, existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { bankHolidaysPlace, readBankHolidays } from '../calendar.ts';
import { dataFolderRefused } from '../config.ts';
import type { BankHolidays } from '../domain/working-days.ts';
import { packageFolder } from '../package-folder.ts';
import { tellBackups } from '../store/backups.ts';
import { realFiles } from '../store/files.ts';
import { isCode, makeFolder } from '../store/folder.ts';
import { keepsNothing } from '../store/place.ts';
import type { Reading, Records } from '../store/records.ts';
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

/** Where a path leads, whether it is there or not. */
export const leading = (path: string): string => {
  const whole = resolve(path);
  return existsSync(whole) ? realpathSync(whole) : join(leading(dirname(whole)), basename(whole));
};

/** Whether that path leads into the folder of these records. */
export const isWithin = ({ place }: Records, path: string): boolean =>
  'folder' in place && `${leading(path)}/`.startsWith(`${leading(place.folder)}/`);

/** Does what can only be done where the records can be written to. Where they can't, that is said; gives whether it was done. */
export const whereWritable = async (
  { complain }: Environment,
  { log, place }: Records,
  what: string,
  act: () => Promise<void>,
): Promise<boolean> => {
  try {
    await act();
    return true;
  } catch (error) {
    if (!['EACCES', 'EROFS', 'EPERM', 'ENOSPC', '42501', '25006'].some((code) => isCode(error, code))) throw error;
    const there = 'folder' in place ? `${log} and heads.log` : log;
    complain(`${what} is not noted in ${there}, which can't be written to from here.`);
    return false;
  }
};

/** Tells how far the reading is of lines that have so many bytes in all. */
export const tellingHowFar = ({ far }: Environment, doing: string, all: number) => {
  let done = 0;
  return (lines: Reading): Reading =>
    (act) =>
      lines(({ size, read }) =>
        act({
          size,
          read: async (...asked) => {
            const count = await read(...asked);
            done += count;
            far?.(`${doing}: ${Math.min(99, Math.floor((100 * done) / (all + 1)))} %`);
            return count;
          },
        }),
      );
};

/** The same records, which tell how far the reading is where these are read so many times. */
export const readingOf = async (
  environment: Environment,
  doing: string,
  { records, times, which }: { records: Records; times: number; which: (history: string) => boolean },
): Promise<Records> => {
  const all = [...(await records.lengths())].filter(([history]) => which(history));
  const far = tellingHowFar(environment, doing, all.reduce((sum, [, length]) => sum + length, 0) * times);
  return { ...records, lines: (history) => far(records.lines(history)) };
};

/** Says which backups still hold what was erased or deleted, and what to do about each. */
export const sayOfBackups = async (
  records: Records,
  gone: Parameters<typeof tellBackups>[2],
  { print }: Environment,
): Promise<void> => {
  const { holding, away } = await tellBackups(realFiles, records, gone);
  for (const to of holding)
    print(`The backup in ${to} still holds it, until it is made again: npm run -s fortnight -- backup --to ${to}`);
  for (const to of away)
    print(
      `The backup in ${to} could not be told of it from here. If it is still there, it may bring it back: make it again.`,
    );
  if ('database' in records.place)
    print('PostgreSQL’s own log of changes, and backups made by its own means, hold it until they are made anew.');
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

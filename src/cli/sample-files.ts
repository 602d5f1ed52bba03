import { readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, relative, resolve } from 'node:path';
import type { KeyRow } from '../sampling/drawing.ts';
import { type Lists, readLists } from '../sampling/reading.ts';
import type { Sheet } from '../tables/workbook.ts';
import { dataPlace } from './data-folder.ts';
import { type Environment, NotDone, WrongUsage } from './word.ts';

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

export const bytesOf = (file: string, called: string): Buffer => {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new WrongUsage(`${called} cannot be read (${codeOf(error)}). Give the name of a file.`);
  }
};

export type Opened = { lists: Lists; sums: string[] };

/** The lists in these files. What reads workbooks is loaded here, for no other word needs it. */
export const opened = async (files: readonly string[]): Promise<Opened> => {
  if (files.length === 0) throw new WrongUsage('Say which workbook or CSV files hold the lists.');
  const { readWorkbook } = await import('../tables/workbook.ts');
  const sheets: Sheet[] = [];
  const sums: string[] = [];
  for (const [index, file] of files.entries()) {
    const workbook = await readWorkbook(bytesOf(file, `Workbook ${index + 1}`), basename(file), index + 1);
    sums.push(workbook.sum);
    sheets.push(...workbook.sheets);
  }
  return { lists: readLists(sheets), sums };
};

const real = (path: string): string => {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
};

/** The key holds ids of children: it never goes where the app keeps its records, which are copied and sent. */
export const keptFromRecords = (key: string, environment: Environment): void => {
  const way = relative(real(dataPlace(environment)), real(dirname(resolve(key))));
  if (!way.startsWith('..'))
    throw new WrongUsage(
      'The key holds ids of children: it may not be in the folder of records. Name a file elsewhere.',
    );
};

const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export const keyText = (rows: readonly KeyRow[]): string =>
  [['reference', 'cohort', 'child', 'team', 'where'], ...rows.map(Object.values<string>)]
    .map((row) => `${row.map(cell).join(',')}\r\n`)
    .join('');

/** Writes both files or neither, and over no file that is there: a key that is lost can't be had again without the workbook. */
export const writeBoth = (files: readonly { called: string; file: string; text: string; mode: number }[]): void => {
  for (const [index, { called, file, text, mode }] of files.entries())
    try {
      writeFileSync(file, text, { mode, flag: 'wx' });
    } catch (error) {
      for (const written of files.slice(0, index)) rmSync(written.file);
      const why = codeOf(error) === 'EEXIST' ? 'there is such a file already' : codeOf(error);
      throw new NotDone(`The ${called} cannot be written: ${why}. Nothing was written. Name another file.`);
    }
};

import { isUtf8 } from 'node:buffer';
import { hash } from 'node:crypto';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import readExcelFile from 'read-excel-file/node';
import { rowsOf } from './csv.ts';
import { TableRefused } from './refused.ts';

export type Cell = string | number | boolean | Date | null;
/** A sheet by its place: what it is called may be anything, so it is never repeated. */
export type Sheet = { workbook: number; sheet: number; name: string; rows: readonly (readonly Cell[])[] };
export type Workbook = { sum: string; sheets: Sheet[] };

const begins = (bytes: Buffer, hex: string): boolean => bytes.subarray(0, hex.length / 2).toString('hex') === hex;

const notRead = (bytes: Buffer): string | null => {
  if (bytes.length === 0) return 'it is empty';
  if (begins(bytes, 'd0cf11e0'))
    return 'it is of an old Excel or locked by a password. Save it as an Excel workbook (.xlsx) without one';
  if (bytes.subarray(0, 120).includes('mimetypeapplication/vnd.oasis'))
    return 'it is an OpenDocument sheet. Save it as an Excel workbook (.xlsx)';
  if (!begins(bytes, '504b0304') && (!isUtf8(bytes) || bytes.includes(0)))
    return 'it is neither an Excel workbook nor text in UTF-8. Save it as an Excel workbook (.xlsx) or as CSV UTF-8';
  return null;
};

const whereIn = (error: unknown): string => {
  const [, row, column] = /row (\d+), col (\d+)/.exec(error instanceof Error ? error.message : '') ?? [];
  return row ? `the cell in row ${row}, column ${column}, is damaged` : 'it is damaged';
};

const error = ' t="e"';

/** The reader takes an error such as #N/A for an empty cell, so that whose end it stands for would have none: it is given as text. */
const withErrorsAsText = (bytes: Buffer): Buffer => {
  const sheets: string[] = [];
  unzipSync(bytes, { filter: ({ name }) => name.startsWith('xl/worksheets/') && sheets.push(name) < 0 });
  // One at a time: all of them at once are many times the file.
  const only = (sheet: string) => unzipSync(bytes, { filter: ({ name }) => name === sheet });
  if (!sheets.some((sheet) => Buffer.from(only(sheet)[sheet] ?? []).includes(error))) return bytes;
  const parts = unzipSync(bytes);
  for (const sheet of sheets)
    parts[sheet] = strToU8(strFromU8(parts[sheet] ?? new Uint8Array(), true).replaceAll(error, ' t="str"'), true);
  return Buffer.from(zipSync(parts, { level: 1 }));
};

/**
 * Reads a workbook or a CSV file, the first of them being number 1. A CSV file is one sheet of the file's name.
 * @throws TableRefused where it cannot be read
 */
export const readWorkbook = async (bytes: Buffer, name: string, workbook: number): Promise<Workbook> => {
  const refused = (why: string) => new TableRefused(`Workbook ${workbook} cannot be read: ${why}.`);
  const why = notRead(bytes);
  if (why) throw refused(why);
  const sum = hash('sha256', bytes);
  if (!begins(bytes, '504b0304')) {
    const rows = rowsOf(bytes.toString()).map(({ cells }) => cells);
    return { sum, sheets: [{ workbook, sheet: 1, name, rows }] };
  }
  const read = async () => readExcelFile(withErrorsAsText(bytes));
  const sheets = await read().catch((error: unknown) => {
    throw refused(`${whereIn(error)}. Open it in Excel and save it again`);
  });
  return {
    sum,
    sheets: sheets.map(({ sheet, data }, index) => ({
      workbook,
      sheet: index + 1,
      name: sheet,
      rows: data as Cell[][],
    })),
  };
};

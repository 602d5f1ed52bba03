import { readFileSync } from 'node:fs';
import { type BankHolidays, bankHolidaysIn, bankHolidaysShape } from './domain/working-days.ts';

/** Relative to the working directory, as the other defaults are. */
export const bankHolidaysPlace = 'data/bank-holidays.json';

/** The bank holidays cannot be used. The message names the file and what is wrong. */
export class CalendarRefused extends Error {
  override name = 'CalendarRefused';
}

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new CalendarRefused(`${file} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
};

const jsonOf = (file: string, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CalendarRefused(`${file} is not JSON: ${error instanceof Error ? error.message : error}`);
  }
};

/** @throws CalendarRefused where the file is not there, is not JSON, or does not list days in order */
export const readBankHolidays = (file: string): BankHolidays => {
  const read = bankHolidaysShape.safeParse(jsonOf(file, textOf(file)));
  if (read.success) return bankHolidaysIn(read.data);
  const problems = read.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`);
  throw new CalendarRefused(`${file} cannot be used. ${problems.join(' ')}`);
};

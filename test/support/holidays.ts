import { join } from 'node:path';
import { readBankHolidays } from '../../src/calendar.ts';

/** The bank holidays that the app goes by. */
export const holidays = readBankHolidays(join(import.meta.dirname, '../../data/bank-holidays.json'));

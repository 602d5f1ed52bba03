import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { bankHolidaysPlace, readBankHolidays } from './calendar.ts';
import type { Config } from './config.ts';
import { frameworksAtStart } from './frameworks.ts';
import { openLog } from './log.ts';
import { compiledFolder } from './package-folder.ts';
import { reference } from './slack/faults.ts';

/** What every way of starting Fortnight stands on. `counted` is told of each fault. */
export const groundOf = ({ logLevel, frameworksDir }: Config, counted: () => void = () => {}) => {
  const log = openLog(logLevel);
  const fault = (reference: string, error: unknown): void => {
    counted();
    log.error({ reference, fault: error }, 'Unexpected fault');
  };
  return {
    log,
    fault,
    frameworks: frameworksAtStart(frameworksDir, compiledFolder && join(compiledFolder, 'frameworks.json')),
    holidays: readBankHolidays(bankHolidaysPlace),
    /** A fault that nobody asked for, under a reference of its own. */
    unasked: (error: unknown): void => fault(reference(randomBytes(6)), error),
  };
};

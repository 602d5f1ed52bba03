import { lookedAt } from '../inspections/looked-at.ts';
import { isRestrictedHistory } from '../inspections.ts';
import type { Records } from '../store/records.ts';
import { readingOf } from './data-folder.ts';
import type { Environment } from './word.ts';

/**
 * Every inspection there is, or in words why its record is closed. Restricted records are left out. Each is let go of before the
 * next is read.
 */
export async function* everyInspection(there: Records, environment: Environment) {
  const which = (history: string): boolean => !isRestrictedHistory(history);
  const ends = await there.list(({ inspection, damage }) => ({ id: inspection, damage }));
  const records = await readingOf(environment, 'Looking', { records: there, times: 1, which });
  for (const { id, damage } of ends.filter((each) => which(each.id)))
    yield { id, inspection: damage ?? (await lookedAt(id, records.lines(id))) };
}

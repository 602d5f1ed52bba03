import type { Inspection } from './inspection.ts';
import { daysAfter } from './moments.ts';
import { timetableOf } from './timetable.ts';
import { type BankHolidays, workingDaysFrom } from './working-days.ts';

/** Which day of its fieldwork an inspection is at, as far as its framework or somebody says how long that is. */

/** The working day of the inspection that a day is, the first being 1; null before it. Days of a pause are not counted. */
export const workingDayNumber = (inspection: Inspection, day: string, holidays: BankHolidays): number | null => {
  const { firstDay, pauses } = inspection;
  if (day < firstDay) return null;
  const paused = pauses.map(({ from, until }) => {
    const last = until === null ? day : daysAfter(until, -1);
    return workingDaysFrom(from < firstDay ? firstDay : from, last < day ? last : day, holidays);
  });
  return Math.max(
    1,
    paused.reduce((left, days) => left - days, workingDaysFrom(firstDay, day, holidays)),
  );
};

/** How many working days the team is on site, by the last day that somebody kept or by the framework; null where neither says so. */
const daysOnSite = (inspection: Inspection, holidays: BankHolidays): number | null => {
  const last = inspection.dates.get('last-day')?.day;
  if (last !== undefined) return workingDayNumber(inspection, last, holidays);
  return inspection.framework.fieldwork?.workingDays ?? null;
};

/** The last day that the framework counts in working days from the first one on site; null where it counts none so. */
const lastCounted = (inspection: Inspection, day: string, holidays: BankHolidays): string | null => {
  const counted = timetableOf(inspection, day, holidays).steps.flatMap(({ counted: how, days }) =>
    how?.from === 'first-day' && how.unit === 'workingDays' && days !== null ? [days.last] : [],
  );
  return counted.sort().at(-1) ?? null;
};

/**
 * A day of the inspection. Its number is known up to the last day on site; where nobody says how long the team is there, up to
 * the last step that is counted from the first day. Beyond that a number would mean nothing, and there is none.
 */
type DayOnSite =
  | { is: 'before' }
  | { is: 'unnumbered' }
  | { is: 'on site'; number: number; of: number | null }
  | { is: 'after'; number: number; of: number };

export const dayOnSite = (inspection: Inspection, day: string, holidays: BankHolidays): DayOnSite => {
  const number = workingDayNumber(inspection, day, holidays);
  if (number === null) return { is: 'before' };
  const of = daysOnSite(inspection, holidays);
  if (of !== null) return { is: number > of ? 'after' : 'on site', number, of };
  const last = lastCounted(inspection, day, holidays);
  return last !== null && day <= last ? { is: 'on site', number, of: null } : { is: 'unnumbered' };
};

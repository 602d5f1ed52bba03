import { dayOnSite } from './days-on-site.ts';
import type { Inspection } from './inspection.ts';
import { type DatedStep, timetableOf } from './timetable.ts';
import type { BankHolidays } from './working-days.ts';

/**
 * Steps of the timetable that are still to be done, each with the day by which: no day on site, which passes by itself. A step is done
 * once its day was kept and has come, or one of a later day is done: nobody waits for a draft once the report is published.
 */
export const stepsDue = (inspection: Inspection, today: string, holidays: BankHolidays): [DatedStep, string][] => {
  if (inspection.incomplete) return [];
  const { steps } = timetableOf(inspection, today, holidays);
  const done = steps.flatMap(({ kept }) => (kept !== null && kept <= today ? [kept] : []));
  const passed = done.sort().at(-1) ?? '';
  return steps.flatMap((step): [DatedStep, string][] => {
    const due = step.days?.last;
    if (due === undefined || due <= passed) return [];
    const { is } = dayOnSite(inspection, due, holidays);
    return is === 'on site' || (is === 'before' && due < today) ? [] : [[step, due]];
  });
};

import { briefDay } from '../../domain/day-words.ts';
import type { Inspection } from '../../domain/inspection.ts';
import { pauseOn } from '../../domain/matters/pause.ts';
import { dayIn, daysAfter } from '../../domain/moments.ts';
import { stepsOn, timetableOf } from '../../domain/timetable.ts';
import { type BankHolidays, dayAfterCounting, isWorkingDay } from '../../domain/working-days.ts';
import { firstOf, shortened } from '../fitting.ts';

/** So many steps are named, and so much of each. */
const most = { steps: 3, text: 60 };

/** What begins on the next day on which the team works, under that day: "Tomorrow, Wed 27 Nov". Null where nothing does. */
export const tomorrowOf = (
  inspection: Inspection,
  of: string,
  holidays: BankHolidays,
): { name: string; says: string } | null => {
  const today = dayIn(inspection, of);
  const works = (day: string): boolean => isWorkingDay(day, holidays) && pauseOn(inspection, day, today) === null;
  const next = dayAfterCounting(today, 1, works);
  const timetable = timetableOf(inspection, today, holidays);
  const now = stepsOn(timetable, today);
  const steps = stepsOn(timetable, next).filter((step) => !now.includes(step));
  if (steps.length === 0) return null;
  const tomorrow = next === daysAfter(today, 1) ? 'Tomorrow, ' : '';
  const named = steps.map(({ what }) => shortened(what, most.text));
  return { name: `${tomorrow}${briefDay(next)}`, says: firstOf(named, most.steps) };
};

import { pauseOn } from '../../domain/matters/pause.ts';
import { daysAfter } from '../../domain/moments.ts';
import { stepsOn, timetableOf } from '../../domain/timetable.ts';
import { dayAfterCounting, isWorkingDay } from '../../domain/working-days.ts';
import { type Line, shortened } from '../message.ts';
import { isoDayOf, longDay } from '../times.ts';
import { stepInWords } from '../timetable.ts';
import { type DailyPart, labelled } from './part.ts';

/** So many steps of a day are named. */
const mostNamed = 4;

/** The timetable's steps of this day and of the next on which the team works; those of both are said once. */
export const tomorrowPart: DailyPart = ({ summary: { inspection } }, { of, holidays }) => {
  const today = isoDayOf(of, inspection.timeZone);
  const works = (day: string): boolean => isWorkingDay(day, holidays) && pauseOn(inspection, day, today) === null;
  const next = dayAfterCounting(today, 1, works);
  const timetable = timetableOf(inspection, today, holidays);
  const [now, then] = [stepsOn(timetable, today), stepsOn(timetable, next)];
  const both = now.filter((step) => then.includes(step));
  const on = (label: string, steps: typeof now): Line[] => {
    if (steps.length === 0) return [];
    const named = steps.slice(0, mostNamed).map((step) => shortened(stepInWords(step), 160));
    const more = steps.length > mostNamed ? [`and ${steps.length - mostNamed} more (/judge timetable)`] : [];
    return [labelled(label, [...named, ...more].join('; '))];
  };
  const tomorrow = next === daysAfter(today, 1) ? 'tomorrow' : `on ${longDay(next)}`;
  const alone = (steps: typeof now) => steps.filter((step) => !both.includes(step));
  return [
    ...on('Today', alone(now)),
    ...on(`Today and ${tomorrow}`, both),
    ...on(`${tomorrow.charAt(0).toUpperCase()}${tomorrow.slice(1)}`, alone(then)),
  ];
};

import { dayOnSite } from './days-on-site.ts';
import { fieldOf } from './field.ts';
import type { Inspection } from './inspection.ts';
import { publishedOf } from './published.ts';
import { type DatedStep, timetableOf } from './timetable.ts';
import type { BankHolidays } from './working-days.ts';

/** Steps that the record itself shows to be done, whether or not anybody kept their day. */
const shownDone = (inspection: Inspection): Set<string> => {
  const plan = fieldOf(inspection.framework).plan.step;
  const sent = (stage: string) => inspection.reportVersions.some((each) => each.stage === stage);
  const plans = [...inspection.planned.values()].filter(({ withdrawn }) => !withdrawn);
  const done: [step: string, shown: boolean][] = [
    ['draft', sent('authority')],
    ['comments', inspection.comments.size > 0],
    ['published', sent('published') || publishedOf(inspection) !== null],
    [`${plan}-draft`, plans.length > 0],
    [plan, plans.some(({ draft }) => !draft)],
  ];
  return new Set(done.flatMap(([step, shown]) => (shown ? [step] : [])));
};

/**
 * Steps of the timetable that are still to be done, each with the day by which: no day on site, which passes by itself. A step is done
 * once its day was kept and has come, or the record shows it, or one of a later day is done.
 */
export const stepsDue = (inspection: Inspection, today: string, holidays: BankHolidays): [DatedStep, string][] => {
  if (inspection.incomplete) return [];
  const { steps } = timetableOf(inspection, today, holidays);
  const shown = shownDone(inspection);
  const isDone = ({ id, kept }: DatedStep): boolean => shown.has(id) || (kept !== null && kept <= today);
  const passed = steps
    .flatMap((step) => (isDone(step) && step.days ? [step.days.last] : []))
    .sort()
    .at(-1);
  return steps.flatMap((step): [DatedStep, string][] => {
    const due = step.days?.last;
    if (due === undefined || isDone(step) || (passed !== undefined && due <= passed)) return [];
    const { is } = dayOnSite(inspection, due, holidays);
    return is === 'on site' || (is === 'before' && due < today) ? [] : [[step, due]];
  });
};

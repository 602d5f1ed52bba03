import { dayOnSite } from '../domain/days-on-site.ts';
import { capital, inWordsOf } from '../domain/field.ts';
import type { Inspection } from '../domain/inspection.ts';
import { kindOf } from '../domain/kinds.ts';
import { openPause } from '../domain/matters/pause.ts';
import { yearsBefore } from '../domain/matters/retention.ts';
import { blocksSignOff } from '../domain/matters/sign-off.ts';
import { dayIn, daysAfter } from '../domain/moments.ts';
import { stepsDue } from '../domain/steps-due.ts';
import type { BankHolidays } from '../domain/working-days.ts';
import { signatureLine } from './board.ts';
import { counted } from './message.ts';
import { openMatters } from './open-matters.ts';
import { pausedBriefly } from './pause.ts';
import { dayCountInWords, stepInWords } from './timetable.ts';

/** How inspections stand side by side, for whoever looks after all of them: no word that anybody recorded is in it. */

/** What is due within so many days is told: the rest of a timetable would stand in its way. */
const daysAhead = 28;

/** Something that has a day: an item by its number, a step of the timetable by its id, or the record itself. */
type Dated = { item: string | null; step: string | null; what: string; due: string | null };

/** The record, once it has been kept for as long as was decided, or will have been. */
const retentionDue = ({ retention, recordedAt, timeZone }: Inspection, years: number | null): Dated[] => {
  const kept = retention ?? (years === null ? null : { years, since: recordedAt });
  if (kept === null) return [];
  const due = dayIn({ timeZone }, yearsBefore(kept.since, -kept.years));
  return [
    { item: null, step: null, what: `Retention ends: the record was kept for ${counted(kept.years, 'year')}`, due },
  ];
};

const mattersDue = (inspection: Inspection, at: string): Dated[] =>
  openMatters(inspection, at).flatMap((matter) => {
    const { item, due } = matter;
    const noun = item === null ? null : kindOf(item)?.noun;
    const what = noun ? `${capital(inWordsOf(inspection, noun))} ${item}` : matter.words;
    return due === null ? [] : [{ item, step: null, what, due: due === 'at once' ? null : due }];
  });

/** How far a running one is from being signed. */
const standingInWords = (inspection: Inspection, today: string, holidays: BankHolidays): string => {
  const { lead, lapsed } = inspection.signatures;
  const left = blocksSignOff(inspection).length;
  const paused = openPause(inspection) ? `Paused ${pausedBriefly(inspection, today, holidays)}. ` : '';
  if (lead || lapsed) return `${paused}${signatureLine(inspection)}`;
  return `${paused}${left === 0 ? 'Ready to be signed.' : `${counted(left, 'thing')} to do before signing.`}`;
};

/** One inspection's rows, as programs read them: their names are relied on. `years` is how long a record is kept, where that was decided. */
export const overviewOf = (inspection: Inspection, at: string, holidays: BankHolidays, years: number | null) => {
  const { id, authority, framework, firstDay, sealed } = inspection;
  const today = dayIn(inspection, at);
  const day = dayOnSite(inspection, today, holidays);
  const named = { inspection: id, authority };
  const running = {
    ...named,
    framework: framework.id,
    firstDay,
    day: day.is === 'on site' ? day.number : null,
    dayInWords: dayCountInWords(inspection, today, holidays),
    standing: standingInWords(inspection, today, holidays),
  };
  const steps = stepsDue(inspection, today, holidays);
  const dated: Dated[] = [
    ...mattersDue(inspection, at),
    ...steps.map(([step, due]) => ({ item: null, step: step.id, what: stepInWords(step), due })),
    ...retentionDue(inspection, years),
  ];
  return {
    running: sealed ? [] : [running],
    due: dated
      .filter(({ due }) => due === null || due <= daysAfter(today, daysAhead))
      .map((each) => ({ ...named, ...each, overdue: each.due === null || each.due < today })),
  };
};

import { z } from 'zod';
import { inWordsOf } from '../field.ts';
import { anchors } from '../framework.ts';
import type { Inspection } from '../inspection.ts';
import { matter } from '../matter.ts';
import { dayIn } from '../moments.ts';
import type { By, Person } from '../people.ts';
import { type Decision, refuse } from '../refusal.ts';
import { standingSteps } from '../standing-steps.ts';

/*
 * Days that became known: when the report was received, when a step really was or is to be. Each stands beside the day that
 * was counted. They go on after sign-off, since most of them come then.
 */

/** `day` is null where the step goes back to the day that is counted. */
const keepDate = z.strictObject({
  type: z.literal('KeepDate'),
  step: z.string('Choose what happened.'),
  day: z.iso.date('Give the day like this: 2016-11-28.').nullable(),
});
export type KeepDate = z.infer<typeof keepDate>;

const dateKept = z.strictObject({ type: z.literal('DateKept'), step: z.string(), day: z.iso.date().nullable() });
export type DateKept = z.infer<typeof dateKept>;

/** The days that steps are counted from, beside other steps, and what each is called. The first day on site is the start's own. */
export const anchorNames: Readonly<Record<(typeof anchors)[number], string>> = {
  'first-day': 'First day on site',
  'last-day': 'Last day on site',
  notice: 'The {authority} is told',
  receipt: 'The {authority} receives the report',
};

const yearsApart = (one: string, other: string): number =>
  Math.abs(Number(one.slice(0, 4)) - Number(other.slice(0, 4)));

/** The steps whose day may be kept, by id, with their names. */
export const datable = (inspection: Inspection): { id: string; what: string }[] => [
  ...anchors.filter((id) => id !== 'first-day').map((id) => ({ id, what: inWordsOf(inspection, anchorNames[id]) })),
  ...standingSteps(inspection),
];

const decide = ({ step, day }: KeepDate, inspection: Inspection, by: By): Decision<DateKept> => {
  const known = datable(inspection).find(({ id }) => id === step);
  if (!known) return refuse('step', `${inspection.framework.short} has no step "${step}". Choose one from the list.`);
  const before = inspection.dates.get(step)?.day ?? null;
  if (day === before)
    return refuse('day', day === null ? 'No day was kept for this.' : `${known.what}: ${day} is kept already.`);
  if (day !== null && yearsApart(day, inspection.firstDay) > 2)
    return refuse(
      'day',
      `${day} is more than two years from the first day on site, ${inspection.firstDay}. Look at the year.`,
    );
  if (step === 'receipt' && day !== null && day > dayIn(inspection, by.at))
    return refuse('day', 'The report cannot have been received on a day to come. Give the day on which it was.');
  return { events: [{ type: 'DateKept', step, day }] };
};

declare module '../inspection.ts' {
  interface Inspection {
    /** Days that became known, by the step of the timetable. */
    dates: Map<string, { day: string; by: Person; at: string }>;
  }
}

export const datesMatter = matter({
  commands: [keepDate],
  events: [dateKept],
  act: 'keep the timetable',
  sealed: false,
  begins: () => ({ dates: new Map() }),
  decide,
  evolve: {
    DateKept: ({ dates }, { step, day }, { person: by, at }) => {
      if (day === null) dates.delete(step);
      else dates.set(step, { day, by, at });
    },
  },
  moves: 'nothing',
});

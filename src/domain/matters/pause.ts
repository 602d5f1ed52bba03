import { z } from 'zod';
import { shortDay } from '../day-words.ts';
import type { Framework } from '../framework.ts';
import type { Inspection } from '../inspection.ts';
import { matter, type Of } from '../matter.ts';
import { dayIn, daysAfter } from '../moments.ts';
import type { By, Person } from '../people.ts';
import { type Decision, refuse } from '../refusal.ts';
import { nameOfPerson } from '../standing.ts';
import { typed, typedOrNothing } from '../text/typed.ts';
import { type BankHolidays, dayAfterCounting, isWorkingDay, workingDaysFrom } from '../working-days.ts';

/*
 * An inspection may stand still for a while, and end incomplete where it cannot go on. What is seen meanwhile can still be
 * recorded; nothing is signed off until it goes on.
 */

/** `from` is the first day on which no work is done. */
const pauseInspection = z.strictObject({
  type: z.literal('PauseInspection'),
  from: z.iso.date('Give the first day on which the team does not work.'),
  reason: typed('Say in a few words why it is paused.'),
});
/** `on` is the first day on which work goes on. */
const resumeInspection = z.strictObject({
  type: z.literal('ResumeInspection'),
  on: z.iso.date('Give the first day on which the team works again.'),
  note: typedOrNothing,
});
const endIncomplete = z.strictObject({
  type: z.literal('EndIncomplete'),
  reason: typed('Say why the inspection is incomplete. The summary shows it.'),
});
const commands = [pauseInspection, resumeInspection, endIncomplete] as const;

export const paused = z.strictObject({ type: z.literal('Paused'), from: z.iso.date(), reason: z.string() });
const resumed = z.strictObject({ type: z.literal('Resumed'), on: z.iso.date(), note: z.string().nullable() });
const endedIncomplete = z.strictObject({ type: z.literal('EndedIncomplete'), reason: z.string() });
const events = [paused, resumed, endedIncomplete] as const;
type PauseEvent = Of<typeof events>;

/** The days from `from` on, up to but not including `until`; null while nobody has said when it goes on. */
export type Pause = {
  from: string;
  until: string | null;
  reason: string;
  by: Person;
  at: string;
  resumed: { by: Person; at: string } | null;
};

/** Why an inspection ended without a result. */
export type Incomplete = { reason: string; by: Person; at: string };

/** The pause that nobody has ended yet. */
export const openPause = ({ pauses }: Inspection): Pause | null => {
  const last = pauses.at(-1);
  return last && last.until === null ? last : null;
};

/** That there is no pause to end, and who ended the last one. */
export const whyNotResumed = (inspection: Inspection): string => {
  const last = inspection.pauses.at(-1);
  if (!last?.until || !last.resumed) return 'It is not paused, so there is nothing to resume.';
  const who = nameOfPerson(inspection, last.resumed.by);
  return `${who} resumed it already: it goes on from ${shortDay(last.until)}.`;
};

/** The pause that a day falls into. One that is still open lasts up to `today` as far as is known. */
export const pauseOn = ({ pauses }: Inspection, day: string, today: string): Pause | null =>
  pauses.find(({ from, until }) => from <= day && day < (until ?? daysAfter(today, 1))) ?? null;

/** Whether something was recorded on a day on which the inspection stood still. */
export const recordedInPause = (inspection: Inspection, at: string): boolean => {
  const day = dayIn(inspection, at);
  return pauseOn(inspection, day, day) !== null;
};

/** How many working days a pause may last, where the framework says so: when it first warns, and at most. */
export const pauseLimits = ({ pause }: Framework): { first: number; last: number } | null => {
  if (!pause) return null;
  const [first, last] =
    typeof pause.workingDays === 'number' ? [pause.workingDays, pause.workingDays] : pause.workingDays;
  return { first, last };
};

/** How long a pause has lasted by the end of a day, and when its time runs out. */
export type PauseClock = {
  pause: Pause;
  /** Working days so far, the first and this one counted. */
  days: number;
  limits: { first: number; last: number; firstDay: string; lastDay: string } | null;
};

const dayOfPause = (from: string, number: number, holidays: BankHolidays): string => {
  const counts = (day: string): boolean => isWorkingDay(day, holidays);
  return dayAfterCounting(daysAfter(from, -1), number, counts);
};

/** The clock of the pause that a day falls into; null where it falls into none. */
export const pauseClock = (inspection: Inspection, day: string, holidays: BankHolidays): PauseClock | null => {
  const pause = pauseOn(inspection, day, day);
  if (!pause) return null;
  const limits = pauseLimits(inspection.framework);
  return {
    pause,
    days: workingDaysFrom(pause.from, day, holidays),
    limits: limits && {
      ...limits,
      firstDay: dayOfPause(pause.from, limits.first, holidays),
      lastDay: dayOfPause(pause.from, limits.last, holidays),
    },
  };
};

/** Whether the time that a pause may last comes to an end on this day: the first limit's, or the last. */
export const runsOutOn = (inspection: Inspection, day: string, holidays: BankHolidays): boolean => {
  const limits = pauseClock(inspection, day, holidays)?.limits;
  return limits ? day === limits.firstDay || day === limits.lastDay : false;
};

const decidePauseFrom = (
  { from, reason }: z.infer<typeof pauseInspection>,
  inspection: Inspection,
  today: string,
): Decision<PauseEvent> => {
  const open = openPause(inspection);
  if (open) {
    const who = nameOfPerson(inspection, open.by);
    return refuse(null, `${who} paused it already, from ${shortDay(open.from)}.`);
  }
  const last = inspection.pauses.at(-1)?.until;
  if (last && from < last) return refuse('from', `The last pause ended on ${last}. Give that day or a later one.`);
  if (from > daysAfter(today, 7))
    return refuse('from', 'Give a day within the coming week, or pause it when it comes.');
  if (from < daysAfter(today, -31)) return refuse('from', 'Give a day of the last month. Look at the month and year.');
  return { events: [{ type: 'Paused', from, reason }] };
};

const decideResume = (
  { on, note }: z.infer<typeof resumeInspection>,
  inspection: Inspection,
  today: string,
): Decision<PauseEvent> => {
  const open = openPause(inspection);
  if (!open) return refuse(null, whyNotResumed(inspection));
  if (on < open.from) return refuse('on', `The pause began on ${open.from}. Give that day or a later one.`);
  if (on > daysAfter(today, 7)) return refuse('on', 'Give a day within the coming week, or resume it when it comes.');
  return { events: [{ type: 'Resumed', on, note }] };
};

const decide = (command: Of<typeof commands>, inspection: Inspection, by: By): Decision<PauseEvent> => {
  const today = dayIn(inspection, by.at);
  switch (command.type) {
    case 'PauseInspection':
      return decidePauseFrom(command, inspection, today);
    case 'ResumeInspection':
      return decideResume(command, inspection, today);
    case 'EndIncomplete':
      return { events: [{ type: 'EndedIncomplete', reason: command.reason }] };
  }
};

declare module '../inspection.ts' {
  interface Inspection {
    pauses: Pause[];
    incomplete: Incomplete | null;
  }
}

export const pauseMatter = matter({
  commands,
  events,
  act: 'pause, resume or end the inspection',
  sealed: true,
  begins: () => ({ pauses: [], incomplete: null }),
  decide,
  evolve: {
    Paused: ({ pauses }, { from, reason }, { person: by, at }) =>
      void pauses.push({ from, until: null, reason, by, at, resumed: null }),
    Resumed: (inspection, { on }, { person: by, at }) => {
      const open = openPause(inspection);
      if (!open) return;
      open.until = on;
      open.resumed = { by, at };
    },
    EndedIncomplete: (inspection, { reason }, { person: by, at }) => {
      inspection.incomplete = { reason, by, at };
      inspection.sealed = true;
    },
  },
  moves: (_, { type }) => (type === 'EndedIncomplete' ? 'signature' : 'changed'),
});

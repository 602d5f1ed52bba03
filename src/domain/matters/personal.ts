import { z } from 'zod';
import type { Inspection } from '../inspection.ts';
import { matter } from '../matter.ts';
import type { By, Person } from '../people.ts';
import { type Decision, refuse } from '../refusal.ts';
import { may } from '../roles.ts';
import { roleOf } from '../standing.ts';
import { type DailySummaryEvent, wantsDailySummary } from './daily-summary.ts';

/*
 * What somebody wants to be sent, asked for themselves. A child at risk reaches lead and deputy whatever stands here: nothing
 * of this is asked where that is told.
 */

const setPersonal = z.strictObject({
  type: z.literal('SetPersonal'),
  /** Null for those to whom no daily summary goes. */
  dailySummary: z.boolean().nullable(),
  reminders: z.boolean(),
});
export type SetPersonal = z.infer<typeof setPersonal>;

const remindersWanted = z.strictObject({ type: z.literal('RemindersWanted'), wanted: z.boolean() });
export type RemindersWanted = z.infer<typeof remindersWanted>;

/** Whether somebody is reminded by direct message of what waits for them. It stands in their Home either way. */
export const wantsReminders = ({ unreminded }: Inspection, { user }: Person): boolean => !unreminded.has(user);

const decide = (
  { dailySummary, reminders }: SetPersonal,
  inspection: Inspection,
  { person }: By,
): Decision<RemindersWanted | DailySummaryEvent> => {
  const role = roleOf(inspection, person);
  const getsThem = may(role, 'get the daily summary');
  const events: (RemindersWanted | DailySummaryEvent)[] = [];
  if (getsThem && dailySummary !== null && dailySummary !== wantsDailySummary(inspection, person))
    events.push({ type: 'DailySummaryWanted', wanted: dailySummary });
  if (reminders !== wantsReminders(inspection, person)) events.push({ type: 'RemindersWanted', wanted: reminders });
  return events.length > 0 ? { events } : refuse(null, 'Nothing was changed. Change something, or close the form.');
};

declare module '../inspection.ts' {
  interface Inspection {
    /** Who wants no reminders, by user id. */
    unreminded: Set<string>;
  }
}

export const personalMatter = matter({
  commands: [setPersonal],
  events: [remindersWanted],
  act: 'read',
  sealed: false,
  begins: () => ({ unreminded: new Set() }),
  decide,
  evolve: {
    RemindersWanted: ({ unreminded }, { wanted }, { person: { user } }) => {
      if (wanted) unreminded.delete(user);
      else unreminded.add(user);
    },
  },
  moves: 'nothing',
  untold: ['RemindersWanted'],
});

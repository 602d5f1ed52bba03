import { z } from 'zod';
import type { Inspection } from '../inspection.ts';
import { matter } from '../matter.ts';
import type { By, Member } from '../people.ts';
import { type Decision, refuse } from '../refusal.ts';

/*
 * How long a record is kept is the inspectorate's to decide, and a setting: a number of years after the last entry. Once
 * they are over that is noted, and those who answer for the record are reminded, once. Nothing is deleted by it.
 */

/** Asked by the clock. */
const noteRetention = z.strictObject({ type: z.literal('NoteRetention'), years: z.int().min(1) });
export type NoteRetention = z.infer<typeof noteRetention>;

/** `since` is when the last entry before it was recorded. */
const retentionReached = z.strictObject({
  type: z.literal('RetentionReached'),
  years: z.int(),
  since: z.string(),
});

/** The name of the notice that tells of it. */
export const retentionNotice = 'retention';

/** The moment this many years before another, both in ISO 8601 in UTC: what was last touched before it has been kept for so long. */
export const yearsBefore = (moment: string, years: number): string =>
  `${String(Number(moment.slice(0, 4)) - years).padStart(4, '0')}${moment.slice(4)}`;

/** The lead answers for what was recorded, the quality assurance manager for what was signed. */
export const isReminded = ({ role }: Member): boolean => role === 'lead' || role === 'quality-assurance-manager';

const decide = (
  { years }: NoteRetention,
  { retention, recordedAt }: Inspection,
  { at }: By,
): Decision<z.infer<typeof retentionReached>> => {
  if (retention) return refuse(null, 'That this record is as old as it is to become was noted already.');
  if (recordedAt > yearsBefore(at, years)) return refuse('years', 'This record has not been kept for so long yet.');
  return { events: [{ type: 'RetentionReached', years, since: recordedAt }] };
};

declare module '../inspection.ts' {
  interface Inspection {
    /** That it has been kept for as long as was decided, and when that was noted; null before. */
    retention: { years: number; since: string; at: string } | null;
  }
}

export const retentionMatter = matter({
  commands: [noteRetention],
  events: [retentionReached],
  sealed: false,
  begins: () => ({ retention: null }),
  decide,
  evolve: {
    RetentionReached: (inspection, { years, since }, { at }) => {
      inspection.retention = { years, since, at };
    },
  },
  moves: 'nothing',
  untold: ['RetentionReached'],
});

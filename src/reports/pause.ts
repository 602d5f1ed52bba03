import type { InspectionEvent } from '../domain/inspection.ts';
import { longDay } from '../words/times.ts';
import { eventsOf } from './events.ts';
import { blocks, inline } from './markdown.ts';
import type { OrdinaryRecord } from './record.ts';
import { whenAndWho } from './who.ts';

type Act = Extract<InspectionEvent, { type: 'Paused' | 'Resumed' | 'EndedIncomplete' }>;

const inWords = (event: Act, by: string): string => {
  switch (event.type) {
    case 'Paused':
      return `- Paused from ${longDay(event.from)} (${by}). Reason: ${inline(event.reason)}`;
    case 'Resumed':
      return `- Goes on from ${longDay(event.on)} (${by}).${event.note ? ` ${inline(event.note)}` : ''}`;
    case 'EndedIncomplete':
      return `- Ended incomplete ${by}. Reason: ${inline(event.reason)}`;
  }
};

/** Each time that it stood still, went on, or ended without a result, with who said so and why. */
export const pausesInFull = (record: OrdinaryRecord): string[] => {
  const acts = eventsOf(record, 'Paused', 'Resumed', 'EndedIncomplete').map(({ entry, event }) =>
    inWords(event, whenAndWho(record.inspection, entry)),
  );
  return acts.length > 0 ? blocks(['## Pauses'], acts) : [];
};

/** The days that became known, as they were kept. */
export const datesInFull = (record: OrdinaryRecord): string[] => {
  const kept = eventsOf(record, 'DateKept').map(
    ({ entry, event }) =>
      `- ${inline(event.step)}: ${event.day === null ? 'no day kept any more' : longDay(event.day)} (${whenAndWho(record.inspection, entry)})`,
  );
  return kept.length > 0 ? blocks(['## Dates that became known'], kept) : [];
};

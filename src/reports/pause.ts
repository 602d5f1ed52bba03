import { longDay } from '../domain/day-words.ts';
import { type EventOf, eventsOf } from './events.ts';
import { inline, list, section } from './markdown.ts';
import type { OrdinaryRecord } from './record.ts';

const inWords = (event: EventOf<'Paused' | 'Resumed' | 'EndedIncomplete'>, when: string): string => {
  switch (event.type) {
    case 'Paused':
      return `Paused from ${longDay(event.from)} (${when}). Reason: ${inline(event.reason)}`;
    case 'Resumed':
      return `Goes on from ${longDay(event.on)} (${when}).${event.note ? ` ${inline(event.note)}` : ''}`;
    case 'EndedIncomplete':
      return `Ended incomplete ${when}. Reason: ${inline(event.reason)}`;
  }
};

/** Each time that it stood still, went on, or ended without a result, with who said so and why. */
export const pausesInFull = (record: OrdinaryRecord): Iterable<readonly string[]> => {
  const acts = eventsOf(record, 'Paused', 'Resumed', 'EndedIncomplete');
  return section('## Pauses', [list(acts.map(({ event, when }) => inWords(event, when)))]);
};

/** The days that became known, as they were kept. */
export const datesInFull = (record: OrdinaryRecord): Iterable<readonly string[]> => {
  const kept = eventsOf(record, 'DateKept').map(({ event: { step, day }, when }) => {
    const what = day === null ? 'no day kept any more' : longDay(day);
    return `${inline(step)}: ${what} (${when})`;
  });
  return section('## Dates that became known', [list(kept)]);
};

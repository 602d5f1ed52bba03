import { longDay } from '../domain/day-words.ts';
import { type EventOf, eventsOf } from './events.ts';
import type { OrdinaryRecord } from './record.ts';
import { type Block, section } from './tree.ts';

const inWords = (event: EventOf<'Paused' | 'Resumed' | 'EndedIncomplete'>, when: string): string => {
  switch (event.type) {
    case 'Paused':
      return `Paused from ${longDay(event.from)} (${when}). Reason: ${event.reason}`;
    case 'Resumed':
      return `Goes on from ${longDay(event.on)} (${when}).${event.note ? ` ${event.note}` : ''}`;
    case 'EndedIncomplete':
      return `Ended incomplete ${when}. Reason: ${event.reason}`;
  }
};

/** Each time that it stood still, went on, or ended without a result, with who said so and why. */
export const pausesInFull = (record: OrdinaryRecord): Iterable<Block> => {
  const acts = eventsOf(record, 'Paused', 'Resumed', 'EndedIncomplete');
  return section(1, 'Pauses', [{ list: acts.map(({ event, when }) => inWords(event, when)) }]);
};

/** The days that became known, as they were kept. */
export const datesInFull = (record: OrdinaryRecord): Iterable<Block> => {
  const kept = eventsOf(record, 'DateKept').map(({ event: { step, day }, when }) => {
    const what = day === null ? 'no day kept any more' : longDay(day);
    return `${step}: ${what} (${when})`;
  });
  return section(1, 'Dates that became known', [{ list: kept }]);
};

import { dayAndMonth, dayInWords, longDayInWords } from '../domain/day-words.ts';
import { dayIn, momentAs } from '../domain/moments.ts';

/** Times as people say them, in the inspection's own zone. Each takes ISO 8601 in UTC. */

/** "Thursday 12 December 2013". */
export const dayOf = (at: string, zone: string): string => longDayInWords(dayIn(zone, at));

/** "16:05". */
export const timeOf = (at: string, zone: string): string => momentAs(zone, at).time;

/** "Thursday 12 December 2013, 16:05". */
export const momentOf = (at: string, zone: string): string => {
  const { day, time } = momentAs(zone, at);
  return `${longDayInWords(day)}, ${time}`;
};

/** "today 11:40", or the day with its time. */
export const momentSeenFrom = (at: string, now: string, zone: string): string => {
  const { day, time } = momentAs(zone, at);
  return day === dayIn(zone, now) ? `today ${time}` : `${dayInWords(day)}, ${time}`;
};

/** "12 December, 16:05", for a place where the year is known. */
export const shortMomentOf = (at: string, zone: string): string => {
  const { day, time } = momentAs(zone, at);
  return `${dayAndMonth(day)}, ${time}`;
};

/** "2013-12-12" in the zone. */
export const isoDayOf = (at: string, zone: string): string => dayIn(zone, at);

/** A day such as 2013-12-12 as "Thursday 12 December 2013". */
export const longDay = longDayInWords;

/** A day such as 2013-12-12 as "12 December 2013". */
export const shortDay = dayInWords;

/** "due today", "due on Thursday 12 December 2013", "was due on ..." of a day that is over. */
export const dueSeenFrom = (due: string, today: string): string => {
  if (due === today) return 'due today';
  return `${due < today ? 'was due' : 'due'} on ${longDay(due)}`;
};

import { briefDay, dayAndMonth, longDay, shortDay } from '../domain/day-words.ts';
import { dayIn, momentAs, type Zoned } from '../domain/moments.ts';

/** Times as people say them, in the inspection's own zone. Each takes ISO 8601 in UTC. */

/** "Thursday 12 December 2013". */
export const dayOf = (zoned: Zoned, at: string): string => longDay(dayIn(zoned, at));

/** "16:05". */
export const timeOf = (zoned: Zoned, at: string): string => momentAs(zoned, at).time;

/** "Thursday 12 December 2013, 16:05". */
export const momentOf = (zoned: Zoned, at: string): string => {
  const { day, time } = momentAs(zoned, at);
  return `${longDay(day)}, ${time}`;
};

/** "It is 17:04 on Tuesday 3 December 2013 in Europe/London". */
export const itIs = (zoned: Zoned, now: string): string =>
  `It is ${timeOf(zoned, now)} on ${dayOf(zoned, now)} in ${zoned.timeZone}`;

/** "today 11:40", or the day with its time. */
export const momentSeenFrom = (zoned: Zoned, at: string, now: string): string => {
  const { day, time } = momentAs(zoned, at);
  return day === dayIn(zoned, now) ? `today ${time}` : `${shortDay(day)}, ${time}`;
};

/** "12 December, 16:05", for a place where the year is known. */
export const shortMomentOf = (zoned: Zoned, at: string): string => {
  const { day, time } = momentAs(zoned, at);
  return `${dayAndMonth(day)}, ${time}`;
};

/** "due today", "due on Thursday 12 December 2013", "was due on ..." of a day that is over. */
export const dueSeenFrom = (due: string, today: string): string => {
  if (due === today) return 'due today';
  return `${due < today ? 'was due' : 'due'} on ${longDay(due)}`;
};

/** "since 15:20" of the same day, "since Tue 26 Nov, 15:20" of another. */
export const sinceSeenFrom = (zoned: Zoned, at: string, now: string): string => {
  const { day, time } = momentAs(zoned, at);
  return day === dayIn(zoned, now) ? `since ${time}` : `since ${briefDay(day)}, ${time}`;
};

/** "due Wed 27 Nov", "overdue since Wed 27 Nov". */
export const dueBriefly = (due: string, today: string): string =>
  due < today ? `overdue since ${briefDay(due)}` : `due ${briefDay(due)}`;

import { tz } from '@date-fns/tz';
import { format } from 'date-fns/format';
import { isSameDay } from 'date-fns/isSameDay';

/** Times as people say them, in the inspection's own zone. Each takes ISO 8601 in UTC. */

/** "Thursday 12 December 2013". */
export const dayOf = (at: string, zone: string): string => format(at, 'EEEE d MMMM yyyy', { in: tz(zone) });

/** "16:05". */
export const timeOf = (at: string, zone: string): string => format(at, 'HH:mm', { in: tz(zone) });

/** "Thursday 12 December 2013, 16:05". */
export const momentOf = (at: string, zone: string): string => format(at, 'EEEE d MMMM yyyy, HH:mm', { in: tz(zone) });

/** "today 11:40", or the day with its time. */
export const momentSeenFrom = (at: string, now: string, zone: string): string =>
  isSameDay(at, now, { in: tz(zone) })
    ? `today ${timeOf(at, zone)}`
    : format(at, 'd MMMM yyyy, HH:mm', { in: tz(zone) });

/** "12 December, 16:05", for a place where the year is known. */
export const shortMomentOf = (at: string, zone: string): string => format(at, 'd MMMM, HH:mm', { in: tz(zone) });

/** "2013-12-12" in the zone. */
export const isoDayOf = (at: string, zone: string): string => format(at, 'yyyy-MM-dd', { in: tz(zone) });

/** A day such as 2013-12-12 as "Thursday 12 December 2013". */
export const longDay = (day: string): string => dayOf(`${day}T12:00:00.000Z`, 'UTC');

/** A day such as 2013-12-12 as "12 December 2013". */
export const shortDay = (day: string): string => format(`${day}T12:00:00.000Z`, 'd MMMM yyyy', { in: tz('UTC') });

/** "due today", "due on Thursday 12 December 2013", "was due on ..." of a day that is over. */
export const dueSeenFrom = (due: string, today: string): string => {
  if (due === today) return 'due today';
  return `${due < today ? 'was due' : 'due'} on ${longDay(due)}`;
};

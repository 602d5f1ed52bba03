import { format } from 'date-fns/format';
import { formatDuration } from 'date-fns/formatDuration';
import { intervalToDuration } from 'date-fns/intervalToDuration';
import { remembering } from './remembering.ts';

/* Days as sentences say them. A day such as 2013-11-06 belongs to no zone: noon of it is that day wherever this runs. */

const said = (day: string, pattern: string): string => format(`${day}T12:00:00`, pattern);

/** "6 November". */
export const dayAndMonth = (day: string): string => said(day, 'd MMMM');

/** "Wed 27 Nov", for what is soon, and for messages that stay: it does not go stale as "tomorrow" does. */
export const briefDay = (day: string): string => said(day, 'EEE d MMM');

/** "Tuesday 26 November", where the year is known. */
export const weekdayOf = (day: string): string => said(day, 'EEEE d MMMM');

/** "26 November 2013". */
export const shortDay = (day: string): string => said(day, 'd MMMM yyyy');

/** "Tuesday 26 November 2013". */
export const longDay = remembering((day) => said(day, 'EEEE d MMMM yyyy'));

/** "26 years and 10 days", "1 hour and 30 minutes": so many milliseconds, in their two largest parts. */
export const apartInWords = (milliseconds: number): string =>
  formatDuration(intervalToDuration({ start: 0, end: Math.abs(milliseconds) }), { delimiter: ',' })
    .split(',')
    .slice(0, 2)
    .join(' and ');

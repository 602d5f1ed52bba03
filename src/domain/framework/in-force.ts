import { format } from 'date-fns/format';
import type { Framework } from './schema.ts';

/** A day such as 2013-11-26 as a sentence says it: "26 November 2013". */
export const dayInWords = (day: string): string => format(`${day}T12:00:00`, 'd MMMM yyyy');

/** When it was in force: "was in force from 19 November 2013 to 31 August 2018", "is in force since 1 April 2026". */
export const inForceInWords = ({ planned, inForce: { from, to } }: Framework): string =>
  planned !== undefined
    ? 'was planned and never in force'
    : to === null
      ? `is in force from ${dayInWords(from)} on`
      : `was in force from ${dayInWords(from)} to ${dayInWords(to)}`;

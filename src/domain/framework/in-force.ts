import { shortDay } from '../day-words.ts';
import type { Framework } from './schema.ts';

/** When it was in force: "was in force from 19 November 2013 to 31 August 2018", "is in force since 1 April 2026". */
export const inForceInWords = ({ planned, inForce: { from, to } }: Framework): string =>
  planned !== undefined
    ? 'was planned and never in force'
    : to === null
      ? `is in force from ${shortDay(from)} on`
      : `was in force from ${shortDay(from)} to ${shortDay(to)}`;

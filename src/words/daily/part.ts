import type { Daily } from '../../domain/daily.ts';
import type { BankHolidays } from '../../domain/working-days.ts';
import type { Line } from '../message.ts';

/** Which day a daily summary is of, when it is said, and where the record stands. */
export type Told = {
  /** A moment of the day that it is of. */
  of: string;
  at: string;
  head: { version: number; hash: string };
  holidays: BankHolidays;
};

/** A part of the daily summary: its lines, or none where there is nothing to say. */
export type DailyPart = (daily: Daily, told: Told) => Line[];

/** A line under its label: "Thin: nothing yet for leadership". */
export const labelled = (label: string, words: string): Line => [{ strong: `${label}: ` }, words];

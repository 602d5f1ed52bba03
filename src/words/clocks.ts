import { apartInWords } from '../domain/day-words.ts';
import type { Inspection } from '../domain/inspection.ts';
import { momentOf } from './times.ts';

/* What is said of clocks to whoever leads and in the log, after the name of what it is about. */

/** `by` is how many milliseconds this machine's clock is ahead of Slack's; behind, if negative. */
export const wrongClock = (by: number): string =>
  `the clock of the machine that Fortnight runs on is ${apartInWords(by)} ${by > 0 ? 'ahead of' : 'behind'} Slack’s. What is recorded is dated by Slack’s clock, so nothing is dated wrongly. Whoever runs Fortnight should set it right.`;

export const recordAhead = (inspection: Inspection, at: string): string =>
  `the record is ${apartInWords(Date.parse(inspection.recordedAt) - Date.parse(at))} ahead of the clock: its last entry is dated ${momentOf(inspection, inspection.recordedAt)}, and it is ${momentOf(inspection, at)}. Nothing is lost. Until then, what is recorded keeps its order, bears that same time, and counts as new in every summary. Whoever runs Fortnight should know.`;

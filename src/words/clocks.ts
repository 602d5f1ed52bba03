import { apartInWords } from '../domain/day-words.ts';
import type { Inspection } from '../domain/inspection.ts';
import { type Message, says } from './message.ts';
import { momentOf } from './times.ts';

/*
 * What is said of a machine's clock that is wrong, and of a record whose last entry is dated later than it is. `by` is in
 * milliseconds, ahead where positive.
 */

const off = (by: number): string => `${apartInWords(by)} ${by > 0 ? 'ahead of' : 'behind'}`;

export const wrongClockLine = (by: number): string =>
  `This machine’s clock is ${off(by)} Slack’s. What is recorded is dated by Slack’s clock. Set this one right: over HTTP, nothing that Slack sends is taken until then.`;

export const wrongClock = ({ authority }: Inspection, by: number): Message =>
  says(
    `${authority}: the clock of the machine that Fortnight runs on is ${off(by)} Slack’s. What is recorded is dated by Slack’s clock, so nothing is dated wrongly.`,
    'You need do nothing here. Tell whoever runs Fortnight to set that clock right.',
  );

const ahead = (inspection: Inspection, at: string): string =>
  `${apartInWords(Date.parse(inspection.recordedAt) - Date.parse(at))} ahead of the clock: its last entry is dated ${momentOf(inspection, inspection.recordedAt)}, and it is ${momentOf(inspection, at)}`;

export const recordAheadLine = (inspection: Inspection, at: string): string =>
  `The record of ${inspection.id} is ${ahead(inspection, at)}. Until then, what is recorded takes that entry’s time.`;

export const recordAhead = (inspection: Inspection, at: string): Message =>
  says(
    `${inspection.authority}: the record is ${ahead(inspection, at)}. A clock was wrong when that was recorded. Nothing is lost.`,
    'A record never goes back in time. So until then, whatever you record keeps its order but bears that same time, and every daily summary counts it as new.',
    'Tell whoever runs Fortnight. You are told this once.',
  );

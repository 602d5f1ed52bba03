import { countBalance, quarterOf } from '../balance.ts';
import type { Inspection } from '../inspection.ts';
import { areaRecord } from '../standing.ts';
import { addTo, removeFrom, step } from '../tally.ts';
import { forgetNamed, noteCase } from './case.ts';
import type { Evidence } from './evidence.ts';
import { linkAsRecorded, unlink } from './line-content.ts';

/**
 * What an item of evidence changes beside itself: counts by area and of the whole, the balance of its day, the cases that are
 * named, the lines of enquiry that it bears on. All of it is kept item by item.
 */

const count = (inspection: Inspection, evidence: Evidence, by: 1 | -1): void => {
  const { content } = evidence;
  const change = by === 1 ? addTo : removeFrom;
  for (const area of content.areas) change(areaRecord(inspection, area).tally, content);
  change(inspection.whole, content);
  countBalance(inspection.balances, content, by);
  step(inspection.recorded, `${quarterOf(evidence.recordedAt)} ${evidence.by.user}`, by);
};

/** Keeps which items wait to be told which way they speak: a Home finds them without going through all. */
const noteUnanswered = ({ unanswered }: Inspection, { item, content }: Evidence): void => {
  if (content.askedOf) unanswered.add(item);
  else unanswered.delete(item);
};

/** A new item. */
export const takenIn = (inspection: Inspection, evidence: Evidence): void => {
  const { item, content } = evidence;
  count(inspection, evidence, 1);
  noteUnanswered(inspection, evidence);
  if (content.case) noteCase(inspection.cases, content.case, item);
  linkAsRecorded(inspection, item, null, content);
};

/** An item that stands counts no more. It stays where it was linked, for whoever reads why. */
export const takenOut = (inspection: Inspection, evidence: Evidence): void => {
  count(inspection, evidence, -1);
  inspection.unanswered.delete(evidence.item);
};

/** Another wording; there is none `before` where that was erased. */
export const corrected = (inspection: Inspection, before: Evidence | undefined, now: Evidence): void => {
  const { item, content } = now;
  if (before) count(inspection, before, -1);
  count(inspection, now, 1);
  noteUnanswered(inspection, now);
  if (content.case) noteCase(inspection.cases, content.case, item);
  linkAsRecorded(inspection, item, before?.content ?? null, content);
};

/** Nothing of an item is left. */
export const forgotten = (inspection: Inspection, item: string): void => {
  unlink(inspection, item);
  inspection.unanswered.delete(item);
  forgetNamed(inspection.cases, item);
};

import { countBalance } from '../balance.ts';
import type { Inspection } from '../inspection.ts';
import { areaRecord } from '../standing.ts';
import { addTo, removeFrom } from '../tally.ts';
import { forgetNamed, noteCase } from './case.ts';
import type { EvidenceContent } from './evidence-content.ts';
import { linkAsRecorded, unlink } from './line-content.ts';

/**
 * What an item of evidence changes beside itself: counts by area and of the whole, the balance of its day, the cases that are
 * named, the lines of enquiry that it bears on. All of it is kept item by item.
 */

const count = (inspection: Inspection, content: EvidenceContent, by: 1 | -1): void => {
  const change = by === 1 ? addTo : removeFrom;
  for (const area of content.areas) change(areaRecord(inspection, area).tally, content);
  change(inspection.whole, content);
  countBalance(inspection.balances, content, by);
};

/** A new item. */
export const takenIn = (inspection: Inspection, item: string, content: EvidenceContent): void => {
  count(inspection, content, 1);
  if (content.case) noteCase(inspection.cases, content.case, item);
  linkAsRecorded(inspection, item, null, content);
};

/** An item that stands counts no more. It stays where it was linked, for whoever reads why. */
export const takenOut = (inspection: Inspection, content: EvidenceContent): void => count(inspection, content, -1);

/** Another wording; `before` is null where the one before was erased. */
export const corrected = (
  inspection: Inspection,
  item: string,
  before: EvidenceContent | null,
  now: EvidenceContent,
): void => {
  if (before) count(inspection, before, -1);
  count(inspection, now, 1);
  if (now.case) noteCase(inspection.cases, now.case, item);
  linkAsRecorded(inspection, item, before, now);
};

/** Nothing of an item is left. */
export const forgotten = (inspection: Inspection, item: string): void => {
  unlink(inspection, item);
  forgetNamed(inspection.cases, item);
};

import type { Inspection } from '../inspection.ts';
import { areaRecord } from '../standing.ts';
import { addTo, removeFrom } from '../tally.ts';
import type { EvidenceContent } from './evidence-content.ts';
import { linkAsRecorded, unlink } from './line-links.ts';

/** What an item of evidence changes beside itself: counts, and the lines of enquiry that it bears on. Kept item by item. */

const count = (inspection: Inspection, content: EvidenceContent, change: typeof addTo): void => {
  for (const area of content.areas) change(areaRecord(inspection, area).tally, content);
};

/** A new item. */
export const takenIn = (inspection: Inspection, item: string, content: EvidenceContent): void => {
  count(inspection, content, addTo);
  linkAsRecorded(inspection, item, null, content);
};

/** An item that stands counts no more. It stays where it was linked, for whoever reads why. */
export const takenOut = (inspection: Inspection, content: EvidenceContent): void =>
  count(inspection, content, removeFrom);

/** Another wording; `before` is null where the one before was erased. */
export const corrected = (
  inspection: Inspection,
  item: string,
  before: EvidenceContent | null,
  now: EvidenceContent,
): void => {
  if (before) count(inspection, before, removeFrom);
  count(inspection, now, addTo);
  linkAsRecorded(inspection, item, before, now);
};

/** Nothing of an item is left. */
export const forgotten = (inspection: Inspection, item: string): void => unlink(inspection, item);

import { type Area, notJudged } from './framework.ts';
import type { Inspection } from './inspection.ts';
import type { Source } from './sources.ts';
import { areaRecord, judgementOf } from './standing.ts';
import { restsOnCases } from './thin.ts';

/** Whose voice is missing: of children and families in the areas about them, of staff in the inspection as a whole. */

/** Areas about children in which something was recorded, and nothing out of this source. */
export const areasWithout = (inspection: Inspection, source: Source): Area[] =>
  inspection.framework.areas.filter((area) => {
    const { tally } = areaRecord(inspection, area.id);
    const heard = tally.items === 0 || tally.sources.has(source);
    return !heard && restsOnCases(area) && judgementOf(inspection, area.id)?.grade !== notJudged;
  });

const staffVoices = ['staff-group', 'principal-social-worker'] as const satisfies readonly Source[];
export type StaffVoice = (typeof staffVoices)[number];

/** Which of the staff whose view is their own nobody has heard. None before anything is recorded. */
export const staffUnheard = ({ whole }: Inspection): StaffVoice[] =>
  whole.items === 0 ? [] : staffVoices.filter((source) => !whole.sources.has(source));

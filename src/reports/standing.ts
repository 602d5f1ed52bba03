import { speaksInFindings } from '../domain/findings.ts';
import type { Inspection } from '../domain/inspection.ts';

/** How an inspection stands in a word, for the foot of each page, and what that means. */
export const standingOf = (inspection: Inspection): [string, string] => {
  if (inspection.incomplete)
    return [
      'INCOMPLETE',
      ': it ended without a result. What stands below was provisional when it ended, and none is final.',
    ];
  return inspection.sealed
    ? [
        'SIGNED OFF',
        `. ${speaksInFindings(inspection) ? 'Evidence and findings' : 'Evidence, grades and overall'} are sealed.`,
      ]
    : ['PROVISIONAL', ': until both signatures stand, anything below may change.'];
};

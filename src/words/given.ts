import { shortDay } from '../domain/day-words.ts';
import { notJudged } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import { type Given, givenFor } from '../domain/matters/given.ts';
import type { AreaSummary } from '../domain/summary.ts';
import { gradeWords } from './areas.ts';
import { shortened } from './fitting.ts';
import { type Line, type Part, titled } from './message.ts';

/** Results given from elsewhere, told apart from what the team judges. */

const isGiven = ({ area }: AreaSummary): boolean => area.kind === 'input';

/** What the team judges itself. */
export const judgedAreas = (areas: readonly AreaSummary[]): AreaSummary[] => areas.filter((area) => !isGiven(area));

/** "Adequate 🟨 (G-001: inspection report, of 4 June 2010)". */
export const givenInWords = (inspection: Inspection, { grade, item, source, on }: Given, most: number): string =>
  `${grade === notJudged ? 'No result' : gradeWords(inspection, grade)} (${item}: ${shortened(source, most)}, of ${shortDay(on)})`;

export const givenLine = (inspection: Inspection, { area }: AreaSummary, most: number): Line => {
  const given = givenFor(inspection, area.id);
  return [`${area.short}: `, given ? givenInWords(inspection, given, most) : 'not given yet'];
};

/** The given results as a list under their own title; nothing where a framework takes none. */
export const givenParts = (inspection: Inspection, areas: readonly AreaSummary[], most: number): Part[] => {
  const lines = areas.filter(isGiven).map((area) => givenLine(inspection, area, most));
  return titled([{ strong: 'Given' }, ', and not judged by the team:'], lines);
};

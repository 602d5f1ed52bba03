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

export const givenAreas = (areas: readonly AreaSummary[]): AreaSummary[] => areas.filter(isGiven);

/** What the team judges itself. */
export const judgedAreas = (areas: readonly AreaSummary[]): AreaSummary[] => areas.filter((area) => !isGiven(area));

/** What was given for an area, and where it stands in the record: "G-001, 4 June 2010". */
export const givenStands = (inspection: Inspection, { area }: AreaSummary): { stands: string; from: string } => {
  const given = givenFor(inspection, area.id);
  if (!given) return { stands: 'not given yet', from: '' };
  return { stands: resultInWords(inspection, given), from: `${given.item}, ${shortDay(given.on)}` };
};

const resultInWords = (inspection: Inspection, { grade }: Given): string =>
  grade === notJudged ? 'No result' : gradeWords(inspection, grade);

/** "Adequate 🟨 (G-001: inspection report, of 4 June 2010)". */
export const givenInWords = (inspection: Inspection, given: Given, most: number): string =>
  `${resultInWords(inspection, given)} (${given.item}: ${shortened(given.source, most)}, of ${shortDay(given.on)})`;

export const givenLine = (inspection: Inspection, { area }: AreaSummary, most: number): Line => {
  const given = givenFor(inspection, area.id);
  return [`${area.short}: `, given ? givenInWords(inspection, given, most) : 'not given yet'];
};

/** The given results as a list under their own title; nothing where a framework takes none. */
export const givenParts = (inspection: Inspection, areas: readonly AreaSummary[], most: number): Part[] => {
  const lines = givenAreas(areas).map((area) => givenLine(inspection, area, most));
  return titled([{ strong: 'Given' }, ', and not judged by the team:'], lines);
};

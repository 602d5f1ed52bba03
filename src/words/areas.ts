import { fieldOf } from '../domain/field.ts';
import { type Area, gradeLabel, gradeOf, inNumberWords, listed, notJudged } from '../domain/framework.ts';
import { standsApart } from '../domain/grading.ts';
import type { Inspection } from '../domain/inspection.ts';
import { countedSource } from '../domain/sources.ts';
import type { AreaSummary, Basis } from '../domain/summary.ts';
import type { CaseCount, Tally } from '../domain/tally.ts';
import { counted, type Line, type Part } from './message.ts';

/** How an area's grade and evidence are put, the same on the board, in summaries and in answers. */

/** "Inadequate 🟥": the word first, the square after it; "not judged yet ⬜" where there is none. */
export const gradeWords = (inspection: Inspection, grade: string | null): string => {
  if (grade === null) return 'not judged yet ⬜';
  if (grade === notJudged) return 'Not judged ⬜';
  return `${gradeLabel(inspection.framework, grade)} ${gradeOf(inspection.framework, grade).mark}`;
};

/** So many areas are named: of more their number says enough. */
const mostNamed = 5;

/** "Adoption and Care leavers"; "all four areas" where it is all that the team judges, "9 areas" of many. */
export const areasBriefly = ({ framework }: Pick<Inspection, 'framework'>, areas: readonly Area[]): string => {
  const judged = framework.areas.filter(({ kind }) => kind !== 'input').length;
  if (areas.length > 1 && areas.length === judged) return `all ${inNumberWords(judged)} areas`;
  if (areas.length > mostNamed) return `${areas.length} areas`;
  return listed(
    areas.map(({ short }) => short),
    'and',
  );
};

/** "3 cases", as the field calls them. */
export const countedCases = ({ framework }: Pick<Inspection, 'framework'>, count: number): string => {
  const { one, many } = fieldOf(framework).case;
  return counted(count, one, many);
};

/** "12 cases (4 tracked, 8 sampled)", "1 case" where nobody said how it was seen; empty where there is no case. */
export const casesInWords = (inspection: Inspection, { all, tracked, sampled, audited }: CaseCount): string => {
  if (all === 0) return '';
  const rest = all - tracked - sampled - audited;
  const kinds = [
    tracked > 0 ? `${tracked} tracked` : '',
    sampled > 0 ? `${sampled} sampled` : '',
    audited > 0 ? `${audited} audited` : '',
    rest > 0 ? `${rest} seen in another way` : '',
  ].filter(Boolean);
  return `${countedCases(inspection, all)}${rest === all ? '' : ` (${kinds.join(', ')})`}`;
};

/** How many strengths and how many concerns. */
export const sideCounts = ({ signs }: Tally): [number, number] => [
  signs.get('strength') ?? 0,
  (signs.get('concern') ?? 0) + (signs.get('priority-concern') ?? 0),
];

/** "14 items · 6 cases · 3 strengths, 11 concerns". */
export const tallyInWords = (inspection: Inspection, { tally, cases }: AreaSummary): string => {
  const [strengths, concerns] = sideCounts(tally);
  const balance = strengths + concerns > 0 ? `${counted(strengths, 'strength')}, ${counted(concerns, 'concern')}` : '';
  return [counted(tally.items, 'item'), cases.all > 0 ? countedCases(inspection, cases.all) : '', balance]
    .filter(Boolean)
    .join(' · ');
};

/** "Rests on 31 items: 14 tracked case records, 4 observations; 12 cases (4 tracked, 8 sampled)". */
export const basisInWords = (inspection: Inspection, basis: Basis): string => {
  const said = basis.sources.some(({ source }) => source !== 'not-stated');
  const sources = (said ? basis.sources : [])
    .map(({ source, count }) => countedSource(inspection.framework, source, count))
    .join(', ');
  const rests =
    basis.items === 0
      ? 'Rests on nothing that still stands'
      : [`Rests on ${counted(basis.items, 'item')}`, sources].filter(Boolean).join(': ');
  const cases = casesInWords(inspection, basis.cases);
  const gone = basis.withdrawn.length > 0 ? `withdrawn since: ${basis.withdrawn.join(', ')}` : '';
  const erased = basis.erased.length > 0 ? `erased: ${basis.erased.join(', ')}` : '';
  return [rests, cases, gone, erased].filter(Boolean).join('; ');
};

/** Where there is an overall for each half, every area has its own grade, so it is said what this one stands apart from. */
const apart = ({ framework }: Inspection, area: Area): string => {
  if (!standsApart(framework, area)) return '';
  return framework.overalls.length > 1 ? ' (apart from the overall grade)' : ' (graded separately)';
};

/** What an area is called where it is shown that it stands apart. */
export const areaTitle = (inspection: Inspection, { area }: AreaSummary): string =>
  `${area.short}${apart(inspection, area)}`;

/** The same as its framework prints it; where it prints two alike, as they are told apart. */
export const printedTitle = (inspection: Inspection, { area }: Pick<AreaSummary, 'area'>): string => {
  const alike = inspection.framework.areas.filter(({ title }) => title === area.title);
  return `${alike.length > 1 ? area.short : area.title}${apart(inspection, area)}`;
};

/** The areas as lists, each area's sub-judgements below it. */
export const areaLists = (areas: readonly AreaSummary[], line: (area: AreaSummary) => Line): Part[] => {
  const parts: { kind: 'list' | 'sublist'; lines: Line[] }[] = [];
  for (const area of areas) {
    const kind = area.area.kind === 'sub' ? 'sublist' : 'list';
    const last = parts.at(-1);
    if (last?.kind === kind) last.lines.push(line(area));
    else parts.push({ kind, lines: [line(area)] });
  }
  return parts.map(({ kind, lines }) => (kind === 'list' ? { list: lines } : { sublist: lines }));
};

import { areasUnder } from '../domain/grading.ts';
import type { AreaSummary, Summary } from '../domain/summary.ts';
import { thinness } from '../domain/thin.ts';
import { unheardIn } from '../domain/voices.ts';
import { countedCases, tallyInWords } from './areas.ts';
import { areaStands, proposedInWords } from './finding-standing.ts';
import { givenStands } from './given.ts';
import { counted, type Line, lineIf, type Part } from './message.ts';

/** How the areas stand beside one another, in three columns, since a phone shows no more. */

/** From this many areas on, those that no overall grade is over stand in a line of their own. */
const many = 9;

const nothing = '–';

/** What is missing in an area in which something was recorded: "no child’s voice", "thin". */
const gapsIn = ({ inspection }: Summary, { area, tally, cases }: AreaSummary): string[] => {
  if (tally.items === 0) return [];
  const thin = thinness(inspection, area, { items: tally.items, cases: cases.all });
  return [...unheardIn(inspection, area).map(({ none }) => none), ...(thin.length > 0 ? ['thin'] : [])];
};

/** "+9 −2 · 12 cases": what there is, by its signs where it has any. */
const evidenceCell = (summary: Summary, each: AreaSummary): string => {
  const { tally, cases } = each;
  const of = (sign: string): number => tally.signs.get(sign) ?? 0;
  const [strengths, concerns] = [of('strength'), of('concern') + of('priority-concern')];
  if (tally.items === 0) return nothing;
  const signs = strengths + concerns > 0 ? `+${strengths} −${concerns}` : counted(tally.items, 'item');
  const seen = cases.all > 0 ? [countedCases(summary.inspection, cases.all)] : [];
  return [signs, ...seen, ...gapsIn(summary, each)].join(' · ');
};

type Row = { name: string; title: string; stands: string; evidence: string; inWords: string };

const rowOf = (summary: Summary, each: AreaSummary): Row => {
  const { inspection } = summary;
  if (each.area.kind === 'input') {
    const { stands, from } = givenStands(inspection, each);
    const [name, evidence] = [each.area.short, from === '' ? nothing : `given: ${from}`];
    return { name, title: name, stands, evidence, inWords: from };
  }
  const { title, words } = areaStands(summary, each);
  // Read under what it is a part of.
  const name = each.area.kind === 'sub' ? `↳ ${title}` : title;
  // What was provisional when it ended is no result, and is not shown as one.
  const stands = inspection.incomplete ? 'no result' : `${words}${proposedInWords(summary, each)}`;
  const inWords = [tallyInWords(inspection, each), ...gapsIn(summary, each)].join(' · ');
  return { name, title, stands, evidence: evidenceCell(summary, each), inWords };
};

const sentenceOf = ({ title, stands, inWords }: Row): Line => [
  stands === '' ? title : `${title}: `,
  { strong: stands },
  inWords === '' ? '' : ` · ${inWords}`,
];

/** The areas as a table: what they are called, how they stand (`stands` names that column), and what evidence there is. */
export const areaTable = (summary: Summary, stands: string): Part[] => {
  const { framework } = summary.inspection;
  const over = new Set(framework.overalls.flatMap(({ id }) => areasUnder(framework, id)));
  const isApart = ({ area }: AreaSummary) => summary.areas.length >= many && over.size > 0 && !over.has(area.id);
  const rows = summary.areas.filter((each) => !isApart(each)).map((each) => rowOf(summary, each));
  const rest = summary.areas.filter(isApart).map((each) => rowOf(summary, each));
  // Where findings stand under no area, and where it ended without a result, there is no such column.
  const isGraded = rows.some((row) => row.stands !== '') && !summary.inspection.incomplete;
  const heads = ['Area', ...(isGraded ? [stands] : []), 'Evidence'];
  return [
    {
      table: {
        columns: heads.map((head) => ({ head, is: 'words' })),
        rows: rows.map((row) => ({
          cells: [[row.name], ...(isGraded ? [[row.stands || nothing]] : []), [row.evidence]],
          sentence: sentenceOf(row),
        })),
      },
    },
    {
      lines: lineIf(
        rest.length > 0,
        'Beside them: ',
        rest.map(({ title, stands }) => `${title}: ${stands}`).join('; '),
      ),
    },
  ];
};

import { manyEnough } from '../domain/sample-plan.ts';
import type { DrawnCohort } from '../sampling/cohort-draw.ts';
import type { Wanted } from '../sampling/drawing.ts';
import { columnLetters, type Lists, type ReadList } from '../sampling/reading.ts';
import { counted } from '../words/message.ts';

/** What `sample` says. No value of a workbook is in it, and no number of fewer than six children. */

export const numberInWords = (children: number | null): string =>
  children === null ? 'fewer than 6' : String(children);

export type Size = { cohort: string; size: number | null; why: string | null };

const listInWords = ({ list, title, workbook, sheet, headingRow, columns, further, rows }: ReadList): string => {
  const children = new Set(rows.map(({ id }) => id)).size;
  const taken = columns.map(({ word, index }) => `${word} ${columnLetters(index)}`).join(', ');
  return `List ${list}, ${title}: workbook ${workbook}, sheet ${sheet}, headings in row ${headingRow}. Rows: ${numberInWords(manyEnough(rows.length))}; each once: ${numberInWords(manyEnough(children))}. Columns: ${taken}; ${further} more not used.`;
};

export const readInWords = ({ read, others }: Lists): string[] => [
  ...read.map(listInWords),
  ...(others > 0 ? [`${counted(others, 'sheet is', 'sheets are')} no list.`] : []),
];

export const sizeInWords = ({ cohort, size, why }: Size): string =>
  why === null ? `${cohort}: ${numberInWords(size)}` : why;

/** How a cohort's cases were drawn, so that nobody takes them for the population. */
export const drawnInWords = (
  { cohort, size, cases, reserves, byRule }: DrawnCohort,
  { rules: { strata, rules }, cohorts }: Pick<Wanted, 'rules' | 'cohorts'>,
): string[] => {
  const planned = cohorts.find((each) => each.cohort === cohort)?.many ?? 0;
  const within = strata.length > 0 ? `, spread over ${strata.join(', ')}` : '';
  const fewer = cases.length < planned ? ` ${planned} were planned; there are no more.` : '';
  return [
    `${cohort}: ${cases.length} of ${numberInWords(size)}, drawn at random${within}. ${counted(reserves.length, 'reserve', 'reserves')}.${fewer}`,
    ...byRule.map(({ rule, fitting, drawn }) => {
      const { words = '', kind } = rules[rule - 1] ?? {};
      const whom = fitting === null ? 'fewer than 6, or all but fewer than 6' : String(fitting);
      return kind === 'only'
        ? `  Rule ${rule}, ${words}: drawn only of the ${whom} whom it fits. What is found in them says nothing of the others.`
        : `  Rule ${rule}, ${words}: ${drawn} of the ${cases.length} are of the ${whom} whom it fits. They stand for themselves, not for the cohort.`;
    }),
  ];
};

import type { BankHolidays } from '../domain/working-days.ts';
import { namesOfPaper, type TabledPaper } from '../words/export.ts';
import { commentsPaper } from './comments.ts';
import type { Unmade } from './files.ts';
import { planPaper } from './plan.ts';
import { headOf, type OrdinaryRecord } from './record.ts';
import { standingOf } from './standing.ts';
import { type Block, type Cell, cellWords, plainWords, type Sheet, type Table } from './tree.ts';

/** What a paper that is asked for by itself is made of: in Excel a table; in Word, where none so wide can be read, one for each row of it. */
export type OfAPaper = { title: string; above: readonly Block[]; sheet: Sheet };

const papers: Record<TabledPaper, (record: OrdinaryRecord, holidays: BankHolidays) => OfAPaper> = {
  comments: commentsPaper,
  plan: planPaper,
};

/** A row by itself, each of its columns on a line. */
const byItself =
  ({ columns: [, first, ...others] }: Table) =>
  ([number = '', value = '', ...cells]: readonly Cell[]): Block[] => [
    { heading: cellWords(number), level: 1 },
    {
      table: {
        columns: [{ head: first?.head ?? '' }, { head: plainWords(cellWords(value)), wide: 3 }],
        rows: others.map(({ head }, place) => [head, cells[place] ?? '']),
      },
    },
  ];

/** Its files, as they are to be made. */
export const paperAsked = (record: OrdinaryRecord, paper: TabledPaper, holidays: BankHolidays): Unmade[] => {
  const { inspection, entries } = record;
  const { title, above, sheet } = papers[paper](record, holidays);
  const [word, excel] = namesOfPaper(inspection.id, paper);
  const foot = { standing: standingOf(inspection)[0], head: headOf(entries) };
  const at = inspection.recordedAt;
  return [
    {
      name: word,
      word: {
        title: `${inspection.authority}: ${title}`,
        foot,
        at,
        blocks: [...above, ...sheet.table.rows.flatMap(byItself(sheet.table))],
      },
    },
    { name: excel, excel: { at, sheets: [sheet] } },
  ];
};

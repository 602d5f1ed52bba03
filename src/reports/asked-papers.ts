import type { BankHolidays } from '../domain/working-days.ts';
import { namesOfPaper, type TabledPaper } from '../words/export.ts';
import { commentsPaper } from './comments.ts';
import type { Unmade } from './files.ts';
import { planPaper } from './plan.ts';
import { headOf, type OrdinaryRecord } from './record.ts';
import { standingOf } from './standing.ts';
import type { Block, Sheet } from './tree.ts';

/** What a paper that is asked for by itself is made of: the same table in Word, after what is said of it, and in Excel. */
export type OfAPaper = { title: string; above: readonly Block[]; sheet: Sheet };

const papers: Record<TabledPaper, (record: OrdinaryRecord, holidays: BankHolidays) => OfAPaper> = {
  comments: commentsPaper,
  plan: planPaper,
};

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
      word: { title: `${inspection.authority}: ${title}`, foot, at, blocks: [...above, { table: sheet.table }] },
    },
    { name: excel, excel: { at, sheets: [sheet] } },
  ];
};

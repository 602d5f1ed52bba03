import { fittingOf, type Heading, mostAbove } from './columns.ts';
import type { Cell } from './workbook.ts';

/** A row as it stands under the headings: its number, counted from the first of all, and its cells by their columns' words. */
export type Row = { row: number; cells: Record<string, string> };
/** `unread`: headings of columns that nothing was read of. */
export type Table = { rows: Row[]; unread: string[] };

const textOf = (cell: Cell | undefined): string =>
  cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? '').trim();

const inQuotes = (headings: readonly string[]): string => headings.map((each) => `“${each}”`).join(', ');

/** A line of dashes under the headings, as Markdown has it. */
const isRule = (cells: readonly Cell[]): boolean => cells.every((cell) => /^[\s:-]*$/.test(textOf(cell)));

/**
 * A table with these columns, the first of which it cannot do without and `needed` others. A cell of the first column that is empty has what
 * stands above it, as merged cells come; a further column is passed over, and rows without anything else are too.
 */
export const tableIn = (
  rows: readonly (readonly Cell[])[],
  columns: readonly [Heading, ...Heading[]],
  needed: readonly string[],
): Table | { wrong: string } => {
  const [{ word: first }] = columns;
  const missing = (row: readonly Cell[]): Heading[] => {
    const { columns: found } = fittingOf(row, columns);
    return columns.filter(({ word }) => [first, ...needed].includes(word) && !found.has(word));
  };
  const above = rows.slice(0, mostAbove);
  const headings = above.find((row) => missing(row).length === 0);
  if (!headings) {
    const wanted = inQuotes(
      columns.filter(({ word }) => [first, ...needed].includes(word)).map((each) => each.heading),
    );
    const nearest = above.find((row) => row.some((cell) => textOf(cell) !== '')) ?? [];
    const twice = columns.find(({ word }) => above.some((row) => fittingOf(row, columns).unclear.has(word)));
    return {
      wrong: twice
        ? `Two columns may be “${twice.heading}”. Leave one of them out.`
        : `There is no row of headings with ${wanted} in it; it begins with ${inQuotes(nearest.map(textOf).slice(0, 6)).slice(0, 200)}. Name its columns so.`,
    };
  }
  const { columns: at } = fittingOf(headings, columns);
  const read = new Set(at.values());
  let last = '';
  return {
    unread: headings.flatMap((cell, index) => (read.has(index) || textOf(cell) === '' ? [] : [textOf(cell)])),
    rows: rows.flatMap((row, index): Row[] => {
      const cells = Object.fromEntries([...at].map(([word, column]) => [word, textOf(row[column])]));
      const says = Object.entries(cells).some(([word, text]) => word !== first && text !== '');
      // Headings may stand there again, where a table goes over several pages.
      if (index <= rows.indexOf(headings) || !says || isRule(row) || missing(row).length === 0) return [];
      last = cells[first] || last;
      return [{ row: index + 1, cells: { ...cells, [first]: last } }];
    }),
  };
};

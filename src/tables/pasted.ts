import { type Row, rowsOf } from './csv.ts';
import { TableRefused } from './refused.ts';

const separators = ['\t', '|', ','] as const;

/** With quotation marks as Excel writes them; where they are somebody's own, each is a sign as any other. */
const rowsAsMeant = (text: string, delimiter: string): Row[] => {
  try {
    return rowsOf(text, { delimiter });
  } catch (error) {
    if (!(error instanceof TableRefused)) throw error;
    return rowsOf(text, { delimiter, quote: null });
  }
};

/** Rows as they were pasted: with tabs, as Excel and Word give them, with | or with commas, whichever the first line has. */
export const pastedRows = (text: string): string[][] => {
  const [first = ''] = text.trim().split('\n', 1);
  const delimiter = separators.find((each) => first.includes(each)) ?? ',';
  const rows = rowsAsMeant(text, delimiter).map(({ cells }) => cells);
  return delimiter === '|' && first.startsWith('|') ? rows.map((cells) => cells.slice(1)) : rows;
};

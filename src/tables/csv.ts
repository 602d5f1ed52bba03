import { CsvError, parse } from 'csv-parse/sync';
import { TableRefused } from './refused.ts';

/** One row of a comma-separated file, with the line it begins on. */
export type Row = { line: number; cells: string[] };

/** The rows of comma-separated values (RFC 4180), empty ones among them; or with another sign between them, or none around them, as they were pasted. */
export const rowsOf = (text: string, pasted: { delimiter?: string; quote?: null } = {}): Row[] => {
  try {
    let line = 1;
    const options = { bom: true, info: true, relax_column_count: true, trim: true, ...pasted } as const;
    // Its types leave out what `info` adds.
    const records = parse(text, options) as unknown as { record: string[]; info: { lines: number } }[];
    return records.map(({ record: cells, info }) => {
      const row = { line, cells };
      line = info.lines + 1;
      return row;
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new TableRefused(`Line ${error.lines} has a quotation mark that stands alone or inside a cell.`);
  }
};

/** One row of a comma-separated file, with the line it begins on. */
export type Row = { line: number; cells: string[] };

/**
 * Reads comma-separated values: cells may stand in double quotes, with a doubled quote for a quote in them, and then hold
 * commas and line ends (RFC 4180). Empty lines are passed over.
 */
export const rowsOf = (text: string): Row[] => {
  const rows: Row[] = [];
  let line = 1;
  let row: Row = { line, cells: [] };
  for (const [, quoted, plain = '', end] of text
    .replace(/^\uFEFF/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g)) {
    const cell = quoted?.replaceAll('""', '"') ?? plain;
    row.cells.push(cell.trim());
    line += cell.split('\n').length - 1;
    if (end === ',') continue;
    line += end ? 1 : 0;
    if (row.cells.some((each) => each !== '')) rows.push(row);
    row = { line, cells: [] };
  }
  return rows;
};

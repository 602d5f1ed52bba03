import writeExcelFile, { type CellObject } from 'write-excel-file/node';
import { legible, repacked, shades } from './office.ts';
import { type Cell, type Column, cellShade, cellWords, plainWords, type Table, type Workbook } from './tree.ts';

/** Tables as an Excel workbook: a sheet each, its first row kept in sight. Whatever somebody wrote is a text, never a formula. */

/** So much a cell holds; a longer one would have the whole file repaired. */
const mostInACell = 32_000;

/**
 * A text that is read back as it was. An underscore before what would be read as a sign's number is itself written so; and so is
 * the first letter of what the library would look up in its own objects, such as "constructor".
 */
const asText = (words: string): string => {
  const said = legible(words);
  const short =
    said.length > mostInACell ? `${legible(said.slice(0, mostInACell))} … (whole in the copy to read)` : said;
  const written = short.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return written in {} ? `_x${written.charCodeAt(0).toString(16).padStart(4, '0')}_${written.slice(1)}` : written;
};

/** The same texts once the library has looked them up: LibreOffice does not read such a number. */
const asTyped = (xml: string): string =>
  xml.replace(/(?<=>)_x([0-9a-f]{4})_/g, (_, sign: string) => String.fromCharCode(Number.parseInt(sign, 16)));

const formats = { day: 'd mmm yyyy', moment: 'd mmm yyyy hh:mm' };

/** What stands in a cell, as what its column holds. */
const excelCell = (cell: Cell, { holds = 'words' }: Column): CellObject => {
  const words = plainWords(cellWords(cell));
  if (words === '') return {};
  const backgroundColor = shades.get(cellShade(cell));
  const look = {
    alignVertical: 'top' as const,
    ...(backgroundColor ? { backgroundColor: `#${backgroundColor}` } : {}),
  };
  if (holds === 'number' && /^\d+$/.test(words)) return { value: Number(words), type: Number, ...look };
  if ((holds === 'day' || holds === 'moment') && /^\d{4}-\d\d-\d\d/.test(words))
    return {
      value: new Date(`${words.replace(' ', 'T')}${holds === 'moment' ? 'Z' : ''}`),
      type: Date,
      format: formats[holds],
      ...look,
    };
  return { value: asText(words), type: String, wrap: true, ...look };
};

const headCell = ({ head }: Column): CellObject => ({
  value: head,
  type: String,
  fontWeight: 'bold',
  backgroundColor: '#E4E8F0',
  wrap: true,
  alignVertical: 'top',
});

const widthOf = ({ wide = 1 }: Column): number => Math.round(12 * wide);

/** So high that its longest text is seen, as far as a row may be high: not every reader finds that out for itself. */
const heightOf = (cells: readonly Cell[], columns: readonly Column[]): number => {
  const lines = columns.map((column, place) => {
    const said = plainWords(cellWords(cells[place] ?? '')).split('\n');
    return said.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / widthOf(column))), 0);
  });
  return Math.min(409, 13 * Math.max(1, ...lines) + 2);
};

/** "P214": the last cell of a table. No sheet has more columns than there are letters. */
const lastCell = ({ columns, rows }: Table): string => `${String.fromCharCode(64 + columns.length)}${rows.length + 1}`;

/** The same tables give the same bytes. */
export const excel = async ({ at, sheets }: Workbook): Promise<Uint8Array> => {
  // What the library leaves aside: a filter above each table, and no list of names where there are none.
  const filters = (xml: string, _: unknown, { sheetIndex }: { sheetIndex: number }): string => {
    const table = sheets[sheetIndex]?.table;
    return table ? xml.replace('</sheetData>', `$&<autoFilter ref="A1:${lastCell(table)}"/>`) : xml;
  };
  const transform = {
    'xl/worksheets/sheet{id}.xml': { transform: filters },
    'xl/workbook.xml': { transform: (xml: string) => xml.replace('<definedNames/>', '') },
  };
  const made = writeExcelFile(
    sheets.map(({ name, table: { columns, rows } }) => ({
      sheet: name,
      data: [
        columns.map(headCell),
        ...rows.map((cells) => {
          const height = heightOf(cells, columns);
          return columns.map((column, place) => ({ ...excelCell(cells[place] ?? '', column), height }));
        }),
      ],
      columns: columns.map((column) => ({ width: widthOf(column) })),
      stickyRowsCount: 1,
      orientation: 'landscape' as const,
    })),
    { fontFamily: 'Arial', fontSize: 10, features: [{ files: { transform } }] },
  );
  return repacked(await made.toBuffer(), at, { 'xl/sharedStrings.xml': asTyped });
};

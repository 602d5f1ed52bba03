import { strToU8, zipSync } from 'fflate';

/** What a test puts into a cell: a Date as Excel keeps one, `raw` as XML of its own for what no library writes. */
export type Cell = string | number | boolean | Date | null | { raw: string };
export type Sheet = { name: string; rows: readonly (readonly Cell[])[]; merged?: readonly string[] };

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/[^\t\n\r -\uFFFF]/g, '');

export const columnLetters = (index: number): string =>
  (index < 26 ? '' : columnLetters(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));

/** The number by which Excel keeps a day: days since 30 December 1899. */
export const serialOf = (date: Date): number => date.getTime() / 86_400_000 + 25_569;

const namespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const related = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';

/** A workbook as Excel writes it, with shared strings; the same bytes for the same sheets. */
export const workbookFile = (sheets: readonly Sheet[]): Buffer => {
  const shared = new Map<string, number>();
  const cell = (value: Cell, at: string): string => {
    if (value === null) return '';
    if (value instanceof Date) return `<c r="${at}" s="1"><v>${serialOf(value)}</v></c>`;
    if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`;
    if (typeof value === 'boolean') return `<c r="${at}" t="b"><v>${value ? 1 : 0}</v></c>`;
    if (typeof value === 'object') return value.raw.replace('<c', `<c r="${at}"`);
    const index = shared.get(value) ?? shared.size;
    shared.set(value, index);
    return `<c r="${at}" t="s"><v>${index}</v></c>`;
  };
  const sheetXml = ({ rows, merged = [] }: Sheet): string => {
    const lines = rows.map((row, down) => {
      const cells = row.map((value, across) => cell(value, `${columnLetters(across)}${down + 1}`)).join('');
      return cells === '' ? '' : `<row r="${down + 1}">${cells}</row>`;
    });
    const merges = merged.map((range) => `<mergeCell ref="${range}"/>`).join('');
    return `<worksheet xmlns="${namespace}"><sheetData>${lines.join('')}</sheetData>${merges && `<mergeCells count="${merged.length}">${merges}</mergeCells>`}</worksheet>`;
  };
  const parts: Record<string, string> = {};
  for (const [index, sheet] of sheets.entries()) parts[`xl/worksheets/sheet${index + 1}.xml`] = sheetXml(sheet);
  const numbered = (line: (number: number, sheet: Sheet) => string): string =>
    sheets.map((sheet, index) => line(index + 1, sheet)).join('');
  parts['xl/workbook.xml'] =
    `<workbook xmlns="${namespace}" xmlns:r="${related}"><sheets>${numbered((number, { name }) => `<sheet name="${escaped(name)}" sheetId="${number}" r:id="rId${number}"/>`)}</sheets></workbook>`;
  parts['xl/_rels/workbook.xml.rels'] =
    `<Relationships xmlns="${packaged}/relationships">${numbered((number) => `<Relationship Id="rId${number}" Type="${related}/worksheet" Target="worksheets/sheet${number}.xml"/>`)}<Relationship Id="rId${sheets.length + 1}" Type="${related}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId${sheets.length + 2}" Type="${related}/styles" Target="styles.xml"/></Relationships>`;
  parts['xl/sharedStrings.xml'] =
    `<sst xmlns="${namespace}" uniqueCount="${shared.size}">${[...shared.keys()].map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`;
  parts['xl/styles.xml'] =
    `<styleSheet xmlns="${namespace}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`;
  parts['_rels/.rels'] =
    `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${related}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
  parts['[Content_Types].xml'] =
    `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${numbered((number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`)}<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`;
  const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const bytes = Object.entries(parts).map(([name, text]) => [name, strToU8(xml + text)]);
  return Buffer.from(zipSync(Object.fromEntries(bytes), { mtime: '2000-01-01T12:00:00' }));
};

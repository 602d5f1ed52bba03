import {
  boolean,
  byType,
  type Check,
  filled,
  isObject,
  lengthOf,
  list,
  number,
  object,
  oneOf,
  string,
} from './checks.ts';
import { limitAt } from './published.ts';
import { richText } from './rich-text.ts';

const own = { block_id: string('block_id') };

const rowsOf = (value: unknown): unknown[][] =>
  isObject(value) && Array.isArray(value.rows) ? value.rows.filter((row): row is unknown[] => Array.isArray(row)) : [];

const wordsOf = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(wordsOf).join('');
  if (!isObject(value)) return '';
  return `${typeof value.text === 'string' ? value.text : ''}${wordsOf(value.elements)}`;
};

/** Every row has as many cells as the first. */
const sameWidth =
  (rule: string): Check =>
  (value, at) => {
    const widths = new Set(rowsOf(value).map((row) => row.length));
    if (widths.size > 1) at.complain(rule, `its rows have ${[...widths].join(' and ')} cells`);
  };

const content =
  (rule: string, most: number): Check =>
  (value, at) => {
    const size = lengthOf(wordsOf(rowsOf(value)));
    if (size > most) at.complain(rule, `its cells hold ${size} characters, and at most ${most}`);
  };

// The table's limits stand in Slack's reference of the table block; the published limits file leaves them out.
const mostRows = 100;
const mostCells = 20;
const mostCharacters = 10_000;

const tableShape: Check = (value, at) => {
  const rows = rowsOf(value);
  if (rows.length > mostRows)
    at.complain('table.rows.max_items', `it has ${rows.length} rows, and at most ${mostRows}`);
  if (rows.some((row) => row.length > mostCells))
    at.complain('table.columns.max_items', `a row has more than ${mostCells} cells`);
  const columns = rows[0]?.length ?? 0;
  const settings = isObject(value) && Array.isArray(value.column_settings) ? value.column_settings.length : columns;
  if (settings !== columns)
    at.complain('table.column_settings', `it has settings for ${settings} columns, and ${columns} columns`);
};

const rawNumber = object({ type: filled, value: number('none') }, { text: string() });
const cell = byType(
  { raw_text: object({ type: filled, text: filled }, {}), raw_number: rawNumber, rich_text: richText },
  'table.cell',
);
const dataCell = byType(
  {
    raw_text: object({ type: filled, text: string('data_table.cell_text') }, {}),
    raw_number: rawNumber,
    rich_text: richText,
  },
  'data_table.cell',
);

export const table = object(
  { type: filled, rows: list(list(cell)) },
  { ...own, column_settings: list(object({}, { align: oneOf('left', 'center', 'right'), is_wrapped: boolean })) },
  tableShape,
  sameWidth('table.row_shape'),
  content('table.content', mostCharacters),
);

export const dataTable = object(
  { type: filled, caption: filled, rows: list(list(dataCell, 'data_table.columns'), 'data_table.rows') },
  { ...own, page_size: number('data_table.page_size'), row_header_column_index: number('none') },
  sameWidth('data_table.row_shape'),
  content('data_table.content.max_length', limitAt('data_table.content.max_length') ?? Number.POSITIVE_INFINITY),
);

const visual = 'data_visualization';
const point = object({ label: string(`${visual}.point_label`), value: number('none') }, {});
const series = object({ name: string(`${visual}.series_name`), data: list(point, `${visual}.data`) }, {});
const segment = object({ label: string(`${visual}.segment.label`), value: number(`${visual}.segment.value`) }, {});
const axes = object(
  { categories: list(string(`${visual}.category_label`), `${visual}.categories`) },
  { x_label: string(`${visual}.axis_label`), y_label: string(`${visual}.axis_label`) },
);
const axial = object({ type: filled, series: list(series, `${visual}.series`), axis_config: axes }, {});
const pie = object({ type: filled, segments: list(segment, `${visual}.segments`) }, {});

export const chart = byType({ pie, bar: axial, line: axial, area: axial }, `${visual}.chart`);

export const dataVisualization = object({ type: filled, title: string(`${visual}.title`), chart }, own);

import type { Cell, Sheet } from '../tables/workbook.ts';
import { placedOn } from './headings.ts';
import { type Column, columnsOf, lists } from './lists.ts';
import { kindWords, type Value, valueIn } from './values.ts';

/** A row of a list: whose it is, and its cells as they stand. */
export type ListRow = { row: number; id: string; cells: readonly Cell[] };
type Read = Column & { index: number };
export type ReadList = {
  list: number;
  title: string;
  workbook: number;
  sheet: number;
  headingRow: number;
  /** In the order of the sheet. */
  columns: Read[];
  /** How many columns stand there that nothing is drawn by. */
  further: number;
  rows: ListRow[];
};
export type Lists = {
  read: ReadList[];
  /** Sheets that are no list. */
  others: number;
  /** What was left out, by list, column and cell; never what a cell says. */
  leftOut: string[];
};

export const columnLetters = (index: number): string =>
  (index < 26 ? '' : columnLetters(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));

/** Rows one after the other as a range: `E14, E20 to E35`. */
const ranges = (letters: string, rows: readonly number[]): string =>
  rows
    .reduce<[number, number][]>((all, row) => {
      const last = all.at(-1);
      if (last?.[1] === row - 1) last[1] = row;
      else all.push([row, row]);
      return all;
    }, [])
    .map(([from, to]) => (from === to ? `${letters}${from}` : `${letters}${from} to ${letters}${to}`))
    .join(', ');

const place = ({ workbook, sheet }: Pick<Sheet, 'workbook' | 'sheet'>): string =>
  `workbook ${workbook}, sheet ${sheet}`;

type Placed = Exclude<ReturnType<typeof placedOn>, string | null>;

const isEmpty = (cell: Cell): boolean => cell === null || cell === '';

const readRows = ({ list, sheet, headingRow, columns: at, unclear }: Placed, leftOut: string[]): ReadList => {
  const { list: number, title, columns: own } = { ...list, columns: columnsOf(list) };
  const columns = own
    .flatMap((column): Read[] => {
      const index = at.get(column.word);
      return index === undefined ? [] : [{ ...column, index }];
    })
    .sort((one, other) => one.index - other.index);
  const headings = sheet.rows[headingRow - 1] ?? [];
  const idAt = columns.find(({ kind }) => kind === 'id');
  if (!idAt) throw new Error('A list without ids is none.');
  const unread = new Map(columns.map((column) => [column, [] as number[]]));
  const rows: ListRow[] = [];
  for (const [above, cells] of sheet.rows.entries()) {
    const row = above + 1;
    if (row <= headingRow || cells.every(isEmpty)) continue;
    // A row of headings may stand there again, where lists were put together.
    const id = cells[idAt.index] === headings[idAt.index] ? null : valueIn('id', cells[idAt.index]);
    if (typeof id !== 'string') {
      unread.get(idAt)?.push(row);
      continue;
    }
    rows.push({ row, id, cells });
    for (const column of columns) if (valueIn(column.kind, cells[column.index]) === null) unread.get(column)?.push(row);
  }
  for (const [word, indices] of unclear)
    leftOut.push(
      `List ${number}, ${own.find((column) => column.word === word)?.heading}: columns ${indices.map(columnLetters).join(' and ')} fit alike, so none is taken`,
    );
  for (const [{ heading, kind, index }, where] of unread)
    if (where.length > 0)
      leftOut.push(`List ${number}, ${heading}, ${ranges(columnLetters(index), where)}: ${kindWords[kind]}`);
  const further = headings.filter((cell) => !isEmpty(cell)).length - columns.length;
  return { list: number, title, workbook: sheet.workbook, sheet: sheet.sheet, headingRow, columns, further, rows };
};

/** What a row says, by the words of its columns. */
export const valuesIn = ({ columns }: ReadList, { cells }: ListRow): Map<string, Value> =>
  new Map(columns.map(({ word, kind, index }) => [word, valueIn(kind, cells[index])]));

/** The lists on these sheets, each of which may stand once. */
export const readLists = (sheets: readonly Sheet[]): Lists => {
  const leftOut: string[] = [];
  const placed: Placed[] = [];
  let others = 0;
  for (const sheet of sheets) {
    const found = placedOn(sheet);
    if (found === null) others += 1;
    else if (typeof found === 'string') leftOut.push(`${place(sheet)}: ${found}`);
    else if (found.columns.has('id')) placed.push(found);
    else
      leftOut.push(`${place(sheet)}, List ${found.list.list}: two columns fit "Child Unique ID", so nothing is read`);
  }
  const read = lists.flatMap(({ list }) => {
    const here = placed.filter((each) => each.list.list === list);
    const [only, ...more] = here;
    if (only && more.length === 0) return [readRows(only, leftOut)];
    if (only)
      leftOut.push(
        `List ${list} stands in ${here.map(({ sheet }) => place(sheet)).join(' and in ')}: leave one of them out. Neither is read`,
      );
    return [];
  });
  return { read, others, leftOut };
};

import { type Fitting, fittingOf, mostAbove } from '../tables/columns.ts';
import type { Sheet } from '../tables/workbook.ts';
import { columnsOf, type List, lists } from './lists.ts';

/** A list as it stands on a sheet. */
export type Placed = Fitting & { list: List; sheet: Sheet; headingRow: number };

const placedAs = (list: List, sheet: Sheet): Placed | undefined => {
  const columns = columnsOf(list);
  for (const [index, row] of sheet.rows.slice(0, mostAbove).entries()) {
    const fitting = fittingOf(row, columns);
    const many = fitting.columns.size + fitting.unclear.size;
    if (many >= 3 && (fitting.columns.has('id') || fitting.unclear.has('id')))
      return { ...fitting, list, sheet, headingRow: index + 1 };
  }
  return undefined;
};

/** How many of the columns that only this list has stand there. */
const ownColumns = ({ list, columns, unclear }: Placed): number =>
  list.columns.filter(({ word }) => word !== 'id' && (columns.has(word) || unclear.has(word))).length;

const numberIn = (text: string): number => Number(/(?<![a-z])list[\s_-]*0*(\d{1,2})(?!\d)/i.exec(text)?.[1] ?? 0);

/** The number that a sheet says it has in a title above its headings. */
const titleNumber = ({ rows }: Sheet): number =>
  rows
    .slice(0, 3)
    .flat()
    .map((cell) => (typeof cell === 'string' ? numberIn(cell.slice(0, 8)) : 0))
    .find((number) => number > 0) ?? 0;

const asWhat = 'Name the sheet as what it is, such as "List 6"';

/** Which list a sheet is; null for a sheet that is none, and words for one that cannot be told. */
export const placedOn = (sheet: Sheet): Placed | string | null => {
  const fitting = lists.flatMap((list) => placedAs(list, sheet) ?? []);
  const most = Math.max(2, ...fitting.map(ownColumns));
  const best = fitting.filter((each) => ownColumns(each) === most);
  const said = numberIn(sheet.name) || (fitting.length > 0 ? titleNumber(sheet) : 0);
  const named = fitting.find(({ list }) => list.list === said);
  if (named && (ownColumns(named) > 0 || best.length === 0)) return named;
  const names = best.map(({ list }) => `List ${list.list}`).join(' and of ');
  if (named) return `it says that it is List ${said}, and its headings are those of ${names}. ${asWhat}`;
  if (lists.some(({ list }) => list === said))
    return `List ${said} has no row of headings with "Child Unique ID" among its first ${mostAbove}`;
  const [only, ...more] = best;
  if (only && more.length === 0) return only;
  if (only) return `its headings fit ${names} alike. ${asWhat}`;
  return fitting.length > 0 ? `its headings are of no list that is known. ${asWhat}` : null;
};

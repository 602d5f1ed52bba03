import { type Column, columnsOf, type List, lists } from './lists.ts';
import type { Cell, Sheet } from './workbook.ts';

/** A heading without what authorities write in different ways: brackets, signs, capitals, words run together. */
const plainHeading = (cell: Cell | undefined): string =>
  typeof cell !== 'string'
    ? ''
    : cell
        .normalize('NFKC')
        .replace(/([a-z])([A-Z])/g, '$1 $2')
        .toLowerCase()
        .replace(/\(.*?\)/g, ' ')
        .replace(/[^a-z0-9]+/g, ' ')
        .trim();

/** Which column of a sheet is which, and those of which two fit. */
type Fitting = { columns: Map<string, number>; unclear: Map<string, number[]> };

const fittingOf = (row: readonly Cell[], columns: readonly Column[]): Fitting => {
  const headings = row.map(plainHeading);
  const at = (fits: (heading: string) => boolean): number[] =>
    headings.flatMap((heading, index) => (heading !== '' && fits(heading) ? [index] : []));
  const exactly = new Map(columns.map(({ word, heading }) => [word, at((each) => each === plainHeading(heading))]));
  const taken = new Set([...exactly.values()].flat());
  const fits = new Map(
    columns.map(({ word, like }) => {
      const exact = exactly.get(word) ?? [];
      const pattern = like ? new RegExp(like) : null;
      const loose = pattern ? at((each) => pattern.test(each)).filter((index) => !taken.has(index)) : [];
      return [word, exact.length > 0 ? exact : loose];
    }),
  );
  const all = [...fits.values()].flat();
  const isClear = (found: number[]): boolean =>
    found.length === 1 && all.filter((index) => index === found[0]).length === 1;
  return {
    columns: new Map([...fits].flatMap(([word, found]) => (isClear(found) ? [[word, found[0] ?? 0]] : []))),
    unclear: new Map([...fits].filter(([, found]) => found.length > 0 && !isClear(found))),
  };
};

/** A list as it stands on a sheet. */
export type Placed = Fitting & { list: List; sheet: Sheet; headingRow: number };

/** Titles and notes may stand above the headings. */
const mostAbove = 20;

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

import type { Cell } from './workbook.ts';

/** Which column of a table is which: by its heading, however that is written. */

/** `like`: other headings that it goes by, as a pattern of what `plainHeading` makes of them. */
export type Heading = { word: string; heading: string; like?: string | undefined };

/** Titles and notes may stand above the headings. */
export const mostAbove = 20;

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
export type Fitting = { columns: Map<string, number>; unclear: Map<string, number[]> };

export const fittingOf = (row: readonly Cell[], columns: readonly Heading[]): Fitting => {
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

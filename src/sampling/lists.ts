import { z } from 'zod';
import annexA from '../../data/lists/annex-a.json' with { type: 'json' };

/** The lists that an authority sends, the columns that cases are drawn by, and the cohorts that they tell of. */

const column = z.strictObject({
  /** What rules call it. */
  word: z.string(),
  kind: z.enum(['id', 'text', 'date', 'number', 'yes-no']),
  heading: z.string(),
  /** Other headings that it goes by, as a pattern of what `plainHeading` makes of them. */
  like: z.string().optional(),
});
const list = z.strictObject({ list: z.int(), title: z.string(), columns: z.array(column) });
const source = z.strictObject({
  list: z.int(),
  /** Somebody with one of these days behind them is not in the cohort now. */
  ends: z.array(z.string()),
  where: z.strictObject({ word: z.string(), fits: z.string() }).optional(),
});

export type Column = z.infer<typeof column>;
export type List = z.infer<typeof list>;
export type Source = z.infer<typeof source>;

const known = z
  .strictObject({
    about: z.string(),
    columns: z.array(column),
    lists: z.array(list),
    cohorts: z.record(z.string(), z.array(source)),
  })
  .parse(annexA);

/** Columns of a list of its own, then those that every list may have. */
export const lists: readonly List[] = known.lists;
export const columnsOf = ({ columns }: List): Column[] => [
  ...columns,
  ...known.columns.filter(({ word }) => !columns.some((own) => own.word === word)),
];

/** Where the lists tell who is in a cohort; undefined for one of which they tell nothing. */
export const sourcesOf = (cohort: string): readonly Source[] | undefined =>
  Object.hasOwn(known.cohorts, cohort) ? known.cohorts[cohort] : undefined;
export const toldCohorts: readonly string[] = Object.keys(known.cohorts);

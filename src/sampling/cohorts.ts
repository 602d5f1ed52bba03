import { differenceInYears, parseISO } from 'date-fns';
import { type Source, sourcesOf } from './lists.ts';
import { type Lists, type ReadList, valuesIn } from './reading.ts';
import { SampleRefused } from './refused.ts';
import type { Value } from './values.ts';

/** A child once, however many rows it has: of each column the greatest or latest value. */
export type Child = { id: string; values: Record<string, Value>; place: string };
export type Members = { children: Child[]; words: Set<string>; leftOut: string[] };

const columnIn = ({ columns }: ReadList, word: string): boolean => columns.some((column) => column.word === word);

type Values = ReadonlyMap<string, Value>;

/** Whether a row's child is in the cohort on the day; null where a cell that decides it cannot be read. */
const decides = ({ ends, where }: Source, day: string): ((values: Values) => boolean | null) => {
  const fits = new RegExp(where?.fits ?? '');
  return (values) => {
    if ([...ends, where?.word ?? ''].some((word) => values.get(word) === null)) return null;
    const hasEnded = ends.some((word) => String(values.get(word) ?? '~') <= day);
    return !hasEnded && fits.test(String(values.get(where?.word ?? '') ?? '').toLowerCase());
  };
};

const merge = (into: Record<string, Value>, values: Values): void => {
  for (const [word, value] of values) {
    const before = into[word];
    if (value !== null && value !== undefined && (before === undefined || before === null || value > before))
      into[word] = value;
  }
};

const withAge = (child: Child, day: string): Child => {
  const { born, age } = child.values;
  if (typeof born === 'string') child.values.age = born > day ? -1 : differenceInYears(parseISO(day), parseISO(born));
  else if (typeof age === 'number') child.values.age = Math.floor(age);
  return child;
};

/**
 * Who is in a cohort on a day, whatever the order of the rows.
 * @throws SampleRefused where no list that was read tells it
 */
export const membersOf = (cohort: string, { read }: Lists, day: string): Members => {
  const children = new Map<string, Child>();
  const words = new Set<string>();
  const leftOut: string[] = [];
  const sources = sourcesOf(cohort);
  if (!sources) throw new SampleRefused(`No list tells which children are in the cohort ${cohort}.`);
  const without: string[] = [];
  for (const source of sources) {
    const list = read.find((each) => each.list === source.list);
    const deciding = [...source.ends, ...(source.where ? [source.where.word] : [])];
    const lacking = list && deciding.find((word) => !columnIn(list, word));
    if (!list || lacking) {
      without.push(
        list ? `List ${source.list} has no column for ${lacking}` : `List ${source.list} is not among what was read`,
      );
      continue;
    }
    for (const { word } of list.columns) if (word !== 'id') words.add(word === 'born' ? 'age' : word);
    const isIn = decides(source, day);
    for (const row of list.rows) {
      const values = valuesIn(list, row);
      const is = isIn(values);
      if (is === null)
        leftOut.push(
          `List ${source.list}, row ${row.row}: whether this child is in ${cohort} cannot be read, so it is left out`,
        );
      if (!is) continue;
      const child = children.get(row.id) ?? {
        id: row.id,
        values: {},
        place: `workbook ${list.workbook}, List ${source.list}, row ${row.row}`,
      };
      merge(child.values, values);
      children.set(row.id, child);
    }
  }
  if (without.length === sources.length)
    throw new SampleRefused(`Which children are in ${cohort} cannot be told: ${without.join('; ')}.`);
  return {
    children: [...children.values()].map((child) => withAge(child, day)),
    words,
    leftOut: [...without.map((why) => `${cohort} is without some of its children: ${why}`), ...leftOut],
  };
};

const sexes = [/^([a-d]\) ?)?(m|male|boy)\b/i, /^([a-d]\) ?)?(f|female|girl)\b/i];
const bands: [number, string][] = [
  [0, 'unborn'],
  [1, 'under 1'],
  [5, '1 to 4'],
  [10, '5 to 9'],
  [16, '10 to 15'],
];

/** What children are spread over, by the name that a rule gives it, and the columns that tell it. */
export const strata: Readonly<Record<string, { needs: string[]; of(child: Child): string }>> = {
  team: { needs: ['team'], of: ({ values }) => String(values.team ?? '') },
  'age band': {
    needs: ['age'],
    of: ({ values: { age } }) =>
      typeof age === 'number' ? (bands.find(([below]) => age < below)?.[1] ?? '16 and over') : '',
  },
  sex: {
    needs: ['sex'],
    of: ({ values: { sex } }) => String(sexes.findIndex((each) => each.test(String(sex ?? '')))),
  },
};

import { formatISO, parseISO, sub } from 'date-fns';
import { type Child, strata } from './cohorts.ts';
import { SampleRefused } from './refused.ts';
import type { Value } from './values.ts';

/** A rule that says of whom a cohort's cases are drawn: only of some, or more of some. */
export type Rule = {
  words: string;
  cohort: string;
  kind: 'only' | 'oversample';
  /** How many cases are to be theirs; null for twice their share. */
  to: number | null;
  /** The columns that it asks. */
  asks: string[];
  fits(child: Child): boolean;
};
export type Rules = { strata: string[]; rules: Rule[] };

const compared: Record<string, (one: number, other: number) => boolean> = {
  '>=': (one, other) => one >= other,
  '<=': (one, other) => one <= other,
  '>': (one, other) => one > other,
  '<': (one, other) => one < other,
  '=': (one, other) => one === other,
};

type Condition = { word: string; holds(value: Value): boolean };

const conditionOf = (text: string, day: string): Condition => {
  const [, number, sign, than] = /^([a-z0-9-]+) ?(>=|<=|>|<|=) ?(-?\d+)$/.exec(text) ?? [];
  const compare = compared[sign ?? ''];
  if (number && compare)
    return { word: number, holds: (value) => typeof value === 'number' && compare(value, Number(than)) };
  const [, date, age, many, unit] = /^([a-z0-9-]+) (older|newer) than (\d+) (day|week|month|year)s?$/.exec(text) ?? [];
  if (date) {
    const then = formatISO(sub(parseISO(day), { [`${unit}s`]: Number(many) }), { representation: 'date' });
    return {
      word: date,
      holds: (value) => typeof value === 'string' && (age === 'older' ? value < then : value > then),
    };
  }
  const [, word, is] = /^([a-z0-9-]+) is (yes|no|blank)$/.exec(text) ?? [];
  if (word) return { word, holds: (value) => (is === 'blank' ? value === undefined : value === (is === 'yes')) };
  throw new SampleRefused(
    `"${text}" is no condition. Say it as "placements >= 3", "last-visit older than 6 weeks" or "seen-alone is no".`,
  );
};

const ruleOf = (words: string, day: string): Rule => {
  const [, kind, cohort = '', to, where = ''] =
    /^(only|oversample) ([a-z-]+)(?: to (\d+))? where (.+)$/.exec(words) ?? [];
  if (kind !== 'only' && kind !== 'oversample')
    throw new SampleRefused(
      `"${words}" is no rule. Say it as "oversample in-care to 4 where placements >= 3", "only front-door where contact newer than 6 weeks" or "strata by team, age band, sex".`,
    );
  const conditions = where.split(/ and /).map((each) => conditionOf(each, day));
  return {
    words,
    cohort,
    kind,
    to: to === undefined ? null : Number(to),
    asks: conditions.map(({ word }) => word),
    fits: ({ values }) => conditions.every(({ word, holds }) => holds(values[word])),
  };
};

/**
 * Rules as somebody says them.
 * @throws SampleRefused for one that is none, with what would be
 */
export const rulesOf = (said: readonly string[], day: string): Rules => {
  const plain = said.map((words) => words.trim().toLowerCase().replace(/\s+/g, ' '));
  const by = plain.flatMap((words) => /^strata by (.+)$/.exec(words)?.[1]?.split(/ ?, ?/) ?? []);
  for (const each of by)
    if (!Object.hasOwn(strata, each))
      throw new SampleRefused(`"${each}" is nothing to draw strata by. Use ${Object.keys(strata).join(', ')}.`);
  return {
    strata: [...new Set(by)],
    rules: plain.filter((words) => !words.startsWith('strata by ')).map((words) => ruleOf(words, day)),
  };
};

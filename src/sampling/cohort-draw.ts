import { manyEnough } from '../domain/sample-plan.ts';
import { type Child, type Members, strata as strataOf } from './cohorts.ts';
import { drawFrom, inRankOrder, rankOf } from './draw.ts';
import { SampleRefused } from './refused.ts';
import type { Rule, Rules } from './rules.ts';

/** What is wanted of a cohort: so many cases, the first of them tracked in depth, and so many reserves. */
export type WantedCohort = { cohort: string; many: number; tracked: number };

export type DrawnCohort = {
  cohort: string;
  size: number | null;
  cases: { child: Child; rule: number | null }[];
  reserves: Child[];
  /** By the number of the rule: how many it fits, and how many were drawn by it. */
  byRule: { rule: number; fitting: number | null; drawn: number }[];
  leftOut: string[];
};

type Numbered = Rule & { number: number };
type Part = { from: readonly Child[]; many: number; rule: number | null };

/** How many are drawn by each rule that oversamples, and how many of whoever none of them fits. */
const partsOf = (from: readonly Child[], many: number, rules: readonly Numbered[]): Part[] => {
  const parts: Part[] = [];
  let rest = from;
  for (const { fits, to, number } of rules) {
    const fitting = rest.filter(fits);
    const twice = Math.max(1, Math.round((2 * many * fitting.length) / Math.max(1, from.length)));
    parts.push({ from: fitting, many: Math.min(fitting.length, to ?? twice), rule: number });
    rest = rest.filter((child) => !fits(child));
  }
  const byRule = parts.reduce((sum, part) => sum + part.many, 0);
  if (byRule > many) throw new SampleRefused(`The rules ask for ${byRule} cases of the ${many} that are to be drawn.`);
  const others = { from: rest, many: 0, rule: null };
  let short = many - byRule;
  // Where whoever no rule fits are too few, more are drawn of those whom one does.
  for (const part of [others, ...parts]) {
    const more = Math.min(short, part.from.length - part.many);
    part.many += more;
    short -= more;
  }
  return [...parts, others];
};

const rulesFor = (cohort: string, rules: Rules, words: ReadonlySet<string>): Numbered[] => {
  const here = rules.rules
    .map((rule, index) => ({ ...rule, number: index + 1 }))
    .filter((rule) => rule.cohort === cohort);
  for (const { asks, words: said } of here)
    for (const word of asks)
      if (!words.has(word))
        throw new SampleRefused(
          `"${said}": no column ${word} was read for ${cohort}. There is ${[...words].sort().join(', ')}.`,
        );
  return here;
};

/** A number that neither itself nor what it leaves of the whole tells of fewer than six. */
const among = (some: number, all: number): number | null => (all - some < 6 ? null : manyEnough(some));

/** Draws of one cohort, none of those who were drawn before. */
export const drawCohort = (
  { cohort, many }: WantedCohort,
  members: Members,
  rules: Rules,
  reserves: number,
  seed: string,
  before: ReadonlySet<string>,
): DrawnCohort => {
  const here = rulesFor(cohort, rules, members.words);
  const only = here.filter(({ kind }) => kind === 'only');
  const free = members.children.filter((child) => !before.has(child.id) && only.every(({ fits }) => fits(child)));
  const stratum = (child: Child): string => rules.strata.map((by) => strataOf[by]?.of(child) ?? '').join('\n');
  const byRank = <Each>(all: Each[], child: (each: Each) => Child): Each[] =>
    inRankOrder(all, (each) => rankOf(seed, 'child', child(each).id));
  const parts = partsOf(
    free,
    Math.min(many, free.length),
    here.filter(({ kind }) => kind === 'oversample'),
  );
  const cases = parts.flatMap((part) =>
    drawFrom(part.from, part.many, seed, `${cohort} ${part.rule ?? 'others'}`, stratum).map((child) => ({
      child,
      rule: part.rule,
    })),
  );
  const drawn = new Set(cases.map(({ child }) => child.id));
  const left = free.filter(({ id }) => !drawn.has(id));
  return {
    cohort,
    size: manyEnough(members.children.length),
    cases: byRank(cases, ({ child }) => child),
    reserves: byRank(drawFrom(left, reserves, seed, `${cohort} reserves`, stratum), (child) => child),
    byRule: here.map(({ number, fits }) => ({
      rule: number,
      fitting: among(members.children.filter(fits).length, members.children.length),
      drawn: cases.filter(({ rule }) => rule === number).length,
    })),
    leftOut: [
      ...members.leftOut,
      ...rules.strata
        .filter((by) => !strataOf[by]?.needs.some((word) => members.words.has(word)))
        .map((by) => `${cohort} is not spread over ${by}: no column for it was read`),
    ],
  };
};

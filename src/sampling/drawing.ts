import type { PlannedCase, SamplePlan } from '../domain/sample-plan.ts';
import { type DrawnCohort, drawCohort, type WantedCohort } from './cohort-draw.ts';
import { type Child, membersOf } from './cohorts.ts';
import { inRankOrder, method, rankOf } from './draw.ts';
import { drawnOf } from './plan.ts';
import { columnLetters, type Lists } from './reading.ts';
import { SampleRefused } from './refused.ts';
import type { Rules } from './rules.ts';

/** What is to be drawn. */
export type Wanted = Pick<SamplePlan, 'framework' | 'day' | 'seed' | 'workbooks' | 'reserves'> & {
  rules: Rules;
  cohorts: readonly WantedCohort[];
  /** Who reads, in turn; nobody where it is not said. */
  readers: readonly string[];
  /** The number of the first reference. */
  first: number;
};

/** Which child a reference stands for: for whoever asks the authority for records, and for nobody else. */
export type KeyRow = { reference: string; cohort: string; child: string; team: string; place: string };
export type Drawn = { plan: SamplePlan; key: KeyRow[]; cohorts: DrawnCohort[] };

const teamOf = ({ values }: Child): string => String(values.team ?? '');

/** A letter for each team, in an order that the seed decides, so that it tells nothing of the name. */
const lettersFor = (children: readonly Child[], seed: string): Map<string, string> => {
  const teams = new Set(children.map(teamOf).filter((team) => team !== ''));
  return new Map(
    inRankOrder([...teams], (team) => rankOf(seed, 'team', team)).map((team, index) => [team, columnLetters(index)]),
  );
};

/**
 * Draws the cases of a plan: cohort after cohort, nobody twice. The same lists, seed, day and rules give the same plan.
 * @throws SampleRefused where a cohort cannot be told or a rule cannot be held
 */
export const draw = (lists: Lists, wanted: Wanted): Drawn => {
  const { seed, day, rules, reserves, readers, first } = wanted;
  for (const { words, cohort } of rules.rules)
    if (!wanted.cohorts.some((each) => each.cohort === cohort))
      throw new SampleRefused(`"${words}": nothing is drawn of ${cohort}.`);
  const taken = new Set<string>();
  const cohorts = wanted.cohorts.map((each) => {
    const drawn = drawCohort(each, membersOf(each.cohort, lists, day), rules, reserves, seed, taken);
    for (const { id } of [...drawn.cases.map(({ child }) => child), ...drawn.reserves]) taken.add(id);
    return drawn;
  });
  const cases = cohorts.flatMap(({ cohort, cases: here }, index) =>
    here.map((each, place) => ({ ...each, cohort, isTracked: place < (wanted.cohorts[index]?.tracked ?? 0) })),
  );
  if (cases.length === 0) throw new SampleRefused('None of these cohorts has a child in it, so nothing is drawn.');
  const spare = cohorts.flatMap(({ cohort, reserves: here }) =>
    here.map((child) => ({ child, rule: null, cohort, isTracked: false })),
  );
  const letters = lettersFor(
    [...cases, ...spare].map(({ child }) => child),
    seed,
  );
  const numbered = (letter: string, all: typeof spare | typeof cases) =>
    all.map(({ child, rule, cohort, isTracked }, index) => {
      const reference = `${letter}-${String(first + index).padStart(3, '0')}`;
      const planned: PlannedCase = {
        reference,
        cohort,
        kind: isTracked ? 'tracked' : 'sampled',
        team: letters.get(teamOf(child)) ?? null,
        rule,
        reader: (letter === 'C' && readers[index % Math.max(1, readers.length)]) || null,
      };
      return { planned, key: { reference, cohort, child: child.id, team: teamOf(child), place: child.place } };
    });
  const all = [...numbered('C', cases), ...numbered('R', spare)];
  const byRule = cohorts.flatMap((cohort) => cohort.byRule);
  return {
    plan: {
      framework: wanted.framework,
      day,
      seed,
      method,
      workbooks: wanted.workbooks,
      strata: rules.strata,
      rules: rules.rules.map(({ words }, index) => ({
        words,
        fitting: byRule.find(({ rule }) => rule === index + 1)?.fitting ?? null,
      })),
      reserves,
      sizes: cohorts.map(({ cohort, size }) => ({ cohort, size })),
      cases: all.map(({ planned }) => planned),
    },
    key: all.map(({ key }) => key),
    cohorts,
  };
};

/** What a plan says was wanted, so that it can be drawn again. */
export const wantedBy = (plan: SamplePlan, rules: Rules): Wanted => {
  const { cases } = drawnOf(plan);
  return {
    ...plan,
    rules,
    cohorts: plan.sizes.map(({ cohort }) => {
      const here = cases.filter((each) => each.cohort === cohort);
      return { cohort, many: here.length, tracked: here.filter(({ kind }) => kind === 'tracked').length };
    }),
    readers: [],
    first: Number(plan.cases[0]?.reference.slice(2) ?? 1),
  };
};

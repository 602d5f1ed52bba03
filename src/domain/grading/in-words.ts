import {
  bandInWords,
  type Framework,
  gradeInWords,
  gradesInWords,
  inOrder,
  listed,
  nameOf,
  scaleOf,
} from '../framework.ts';
import type { Change, Outcome } from './outcome.ts';
import { completionsOf, nextOf, tableOf } from './table.ts';

/** The missing areas that can still alter what is expected, in some way the other missing ones may turn out. */
export const decidingAreas = (framework: Framework, outcome: Outcome): string[] => {
  const table = tableOf(framework, outcome.of);
  const given = Object.fromEntries(outcome.judged.map(({ area, grade }) => [area, grade]));
  const { left, reached } = completionsOf(table, given);
  const deciding = new Set<string>();
  // From the last area back: what is told apart by those before, by what is expected in every way of going on from it.
  let ahead = new Map<number, number | undefined>((reached.at(-1) ?? []).map((at) => [at, table.expected[at]]));
  for (const [position, { id }] of [...table.areas.entries()].reverse()) {
    const ways = new Map<string, number>();
    const here = (reached[position] ?? []).map((at): [number, number] => {
      const on = left[position]?.map((value) => ahead.get(nextOf(table, position, at, value))) ?? [];
      if (new Set(on).size > 1) deciding.add(id);
      const way = ways.get(on.join()) ?? ways.size;
      ways.set(on.join(), way);
      return [at, way];
    });
    ahead = new Map(here);
  }
  return outcome.missing.filter((id) => deciding.has(id));
};

/**
 * Where an overall (or an area that rules limit) stands, to follow its name and a colon: "inadequate is certain already",
 * "good or requires improvement; Leadership decides", "requires improvement".
 */
export const soFar = (framework: Framework, outcome: Outcome): string => {
  const left = gradesInWords(framework, outcome.expected);
  if (outcome.missing.length === 0 || outcome.rules.length === 0) return left;
  if (outcome.certain !== null) return `${left} is certain already`;
  const deciding = decidingAreas(framework, outcome);
  const names = (deciding.length > 0 ? deciding : outcome.missing).map((id) => nameOf(framework, id));
  if (deciding.length === 0)
    return `${left}, whatever ${listed(names, 'and')} ${names.length === 1 ? 'turns' : 'turn'} out to be`;
  return `${left}${left === 'any grade' ? ' is still possible' : ''}; ${listed(names, 'and')} ${names.length === 1 ? 'decides' : 'decide'}`;
};

const effect = (framework: Framework, outcome: Outcome, change: Change): string => {
  const expectedStays = inOrder(change.expected, outcome.expected);
  const left = expectedStays ? change.permitted : change.expected;
  const only = left.length === 1 ? 'only ' : '';
  return `would leave ${only}${gradesInWords(framework, left)}${expectedStays ? ' permitted' : ''}`;
};

/** The nearest single changes, a sentence for each area and direction; one sentence saying so where none would alter anything. */
export const changesInWords = (framework: Framework, outcome: Outcome): string[] => {
  const rank = (area: string, grade: string) => scaleOf(framework, area).findIndex(({ id }) => id === grade);
  const runs = new Map<string, Change[]>();
  for (const change of outcome.changes) {
    const key = `${change.area} ${rank(change.area, change.to) < rank(change.area, change.from) ? 'up' : 'down'}`;
    runs.set(key, [...(runs.get(key) ?? []), change]);
  }
  if (runs.size === 0) return ['No single change of a judgement would alter it.'];
  return [...runs.values()].flatMap((run) => {
    const [first] = run;
    if (!first) return [];
    const from = gradeInWords(framework, first.from);
    const to = bandInWords(
      framework,
      run.map((change) => change.to),
    );
    return [`${nameOf(framework, first.area)} from ${from} to ${to} ${effect(framework, outcome, first)}.`];
  });
};

import { type Framework, nameOf, type Rule, scaleOf } from '../domain/framework.ts';
import { combinationsOf, countedAreas, gradesOf, strideOf, type Table, tableOf } from '../domain/grading.ts';
import { type Problem, problemIf } from './problem.ts';

/** More than eight areas of four grades: every combination is tried, so a set of rules may not count more than this. */
const mostCombinations = 100_000;

/** The overalls and areas that rules limit, in the order in which rules name them first. */
export const limitedBy = (framework: Framework): string[] => [...new Set(framework.rules.map(({ limits }) => limits))];

const told = (table: Table, combination: number): string =>
  Object.entries(gradesOf(table, combination))
    .map(([area, grade]) => `${area} ${grade}`)
    .join(', ');

const checkSomethingLeft = (framework: Framework, of: string, table: Table): Problem[] => {
  const empty = [...table.expected.keys()].filter((combination) => table.expected[combination] === 0);
  const [first] = empty;
  if (first === undefined) return [];
  const fired = table.rules.filter((_, rule) => table.fired[rule]?.[first] === 1).map(({ id }) => id);
  return [
    {
      path: 'rules',
      wrong: `leave no grade for ${nameOf(framework, of)} in ${empty.length} of ${table.size} combinations, such as ${told(table, first)} (${fired.join(', ')} fire)`,
      right: 'rules that leave at least one grade in every combination',
    },
  ];
};

const lowest = (bits: number): number => 31 - Math.clz32(bits & -bits);
const highest = (bits: number): number => 31 - Math.clz32(bits);

/** By one area alone: the first two combinations where the better grade of that area leaves worse than the grade below it. */
const fallsIn = (
  framework: Framework,
  table: Table,
  left: Uint32Array,
  position: number,
): [number, number] | undefined => {
  const grades = scaleOf(framework, table.areas[position]?.id ?? '').length;
  const stride = strideOf(table, position);
  const around = stride * (table.values[position]?.length ?? 1);
  for (let best = 0; best < table.size; best += 1) {
    if (best % around >= stride) continue;
    for (let grade = 1; grade < grades; grade += 1) {
      const worse = best + grade * stride;
      const better = worse - stride;
      const [above = 0, below = 0] = [left[better], left[worse]];
      if (lowest(above) > lowest(below) || highest(above) > highest(below)) return [better, worse];
    }
  }
  return undefined;
};

const checkBetterIsNoWorse = (framework: Framework, of: string, table: Table): Problem[] =>
  (['permitted', 'expected'] as const).flatMap((force) =>
    table.areas.flatMap((area, position) => {
      const [better, worse] = fallsIn(framework, table, table[force], position) ?? [];
      if (better === undefined || worse === undefined) return [];
      return [
        {
          path: 'rules',
          wrong: `make ${nameOf(framework, of)} worse (${force}) when ${area.id} is better: with ${told(table, better)} rather than ${gradesOf(table, worse)[area.id]}`,
          right: 'rules under which a better grade never leaves worse',
        },
      ];
    }),
  );

const checkEachFires = (framework: Framework, table: Table): Problem[] =>
  table.rules.flatMap((rule, index) =>
    problemIf(!table.fired[index]?.includes(1), {
      path: `rules[${framework.rules.indexOf(rule)}].when`,
      wrong: `holds in none of ${table.size} combinations, so ${rule.id} never ${rule.force === 'consider' ? 'asks' : 'rules out'} anything`,
      right: 'conditions that can all hold together',
    }),
  );

/** Rules in every combination of the areas they count: a grade is left, better is never worse, and each rule does something. */
export const checkCombinations = (framework: Framework): Problem[] =>
  limitedBy(framework).flatMap((of) => {
    const size = combinationsOf(framework, of);
    if (size > mostCombinations)
      return [
        {
          path: 'rules',
          wrong: `count ${countedAreas(framework, of).length} areas for ${nameOf(framework, of)}, which are ${size} combinations`,
          right: `rules that count fewer areas: all of up to ${mostCombinations} combinations are tried`,
        },
      ];
    const table = tableOf(framework, of);
    const empty = checkSomethingLeft(framework, of, table);
    const falling = empty.length > 0 ? [] : checkBetterIsNoWorse(framework, of, table);
    return [...empty, ...falling, ...checkEachFires(framework, table)];
  });

const leftWithout = (table: Table, skipped: number, combination: number): { permitted: number; expected: number } => {
  const left = { permitted: -1, expected: -1 };
  for (const [index, rule] of table.rules.entries()) {
    if (index === skipped || table.fired[index]?.[combination] !== 1) continue;
    left.expected &= table.permits[index] ?? -1;
    if (rule.force === 'must') left.permitted &= table.permits[index] ?? -1;
  }
  return left;
};

/** The rules without which every combination would leave the same: true perhaps, but deciding nothing beside the others. */
export const rulesDecidingNothing = (framework: Framework): string[] => {
  return framework.rules
    .filter((rule) => {
      const all = 2 ** scaleOf(framework, rule.limits).length - 1;
      const table = tableOf(framework, rule.limits);
      const skipped = table.rules.indexOf(rule);
      return [...table.expected.keys()].every((combination) => {
        const { permitted, expected } = leftWithout(table, skipped, combination);
        const same = (expected & all) === table.expected[combination];
        return rule.force !== 'consider' && same && (permitted & all) === table.permitted[combination];
      });
    })
    .map(({ id }) => id);
};

/** What the rules of one overall or area come to, over every combination of the areas they count. */
export type Survey = {
  of: string;
  counted: string[];
  combinations: number;
  /** By rule, in the file's order: the combinations in which it fires. */
  fires: { rule: Rule; combinations: number }[];
  fixed: number;
  open: number;
};

export const surveyOf = (framework: Framework, of: string): Survey => {
  const table = tableOf(framework, of);
  const fixed = table.expected.filter((left) => lowest(left) === highest(left)).length;
  return {
    of,
    counted: table.areas.map(({ id }) => id),
    combinations: table.size,
    fires: table.rules.map((rule, index) => ({
      rule,
      combinations: (table.fired[index] ?? new Uint8Array()).reduce((sum, fired) => sum + fired, 0),
    })),
    fixed,
    open: table.size - fixed,
  };
};

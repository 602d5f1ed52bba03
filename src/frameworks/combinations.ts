import { type Framework, inFigures, nameOf, type Rule, scaleOf } from '../domain/framework.ts';
import { type Alike, chosen, gradesAt, leftIn, mostApart, nextOf, type Table, tableOf } from '../domain/grading.ts';
import { combinationsIn } from './cases.ts';
import { type Problem, problemIf } from './problem.ts';

/** The overalls and areas that rules limit, in the order in which rules name them first. */
export const limitedBy = (framework: Framework): string[] => [...new Set(framework.rules.map(({ limits }) => limits))];

const told = (table: Table, combination: readonly number[]): string =>
  Object.entries(gradesAt(table, combination))
    .map(([area, grade]) => `${area} ${grade}`)
    .join(', ');

const checkSomethingLeft = (framework: Framework, of: string, table: Table): Problem[] => {
  const at = table.expected.indexOf(0);
  const first = table.apart[at]?.first;
  if (!first) return [];
  const fired = table.rules.filter((_, rule) => table.fired[rule]?.[at] === 1).map(({ id }) => id);
  const empty = combinationsIn(table.apart.filter((_, each) => table.expected[each] === 0));
  return [
    {
      path: 'rules',
      wrong: `leave no grade for ${nameOf(framework, of)} in ${inFigures(empty)} of ${inFigures(table.combinations)} combinations, such as ${told(table, first)} (${fired.join(', ')} fire)`,
      right: 'rules that leave at least one grade in every combination',
    },
  ];
};

const lowest = (bits: number): number => 31 - Math.clz32(bits & -bits);
const highest = (bits: number): number => 31 - Math.clz32(bits);

/** Two numbers as one, by which two combinations are led on side by side. */
const width = mostApart + 1;
const sidesOf = (pair: number): [number, number] => [Math.floor(pair / width), pair % width];

/** Every two combinations that differ by one step in that area's grade alone: what they come to, and the first such worse one. */
const oneStepApart = (framework: Framework, table: Table, position: number): Alike<number>[] => {
  const led = (at: number, pair: number, above: number, below: number): number => {
    const [better, worse] = sidesOf(pair);
    return nextOf(table, at, better, above) * width + nextOf(table, at, worse, below);
  };
  const steps = scaleOf(framework, table.areas[position]?.id ?? '').slice(1);
  return table.values.reduce<Alike<number>[]>(
    (pairs, { length }, at) =>
      at === position
        ? pairs.flatMap(({ state, first, combinations }) =>
            steps.map((_, above) => ({
              state: led(at, state, above, above + 1),
              first: [...first, above + 1],
              combinations,
            })),
          )
        : chosen(pairs, length, (pair, value) => led(at, pair, value, value)).after,
    [{ state: 0, first: [], combinations: 1 }],
  );
};

const checkBetterIsNoWorse = (framework: Framework, of: string, table: Table): Problem[] => {
  const kinds = table.adds.map((added, at) => JSON.stringify([added, table.areas[at]?.optional]));
  const falls = ({ state }: Alike<number>, force: 'permitted' | 'expected'): boolean => {
    const [above = 0, below = 0] = sidesOf(state).map((each) => table[force][each]);
    return lowest(above) > lowest(below) || highest(above) > highest(below);
  };
  const pairs: Alike<number>[][] = [];
  for (const position of table.areas.keys()) {
    // What holds of an area holds of every other that counts alike.
    const before = pairs[kinds.indexOf(kinds[position] ?? '')];
    pairs.push(
      before?.length === 0
        ? []
        : oneStepApart(framework, table, position).filter(
            (pair) => falls(pair, 'permitted') || falls(pair, 'expected'),
          ),
    );
  }
  return (['permitted', 'expected'] as const).flatMap((force) =>
    table.areas.flatMap(({ id }, position) => {
      const falling = pairs[position]?.find((pair) => falls(pair, force));
      if (!falling) return [];
      const better = falling.first.map((value, at) => (at === position ? value - 1 : value));
      return [
        {
          path: 'rules',
          wrong: `make ${nameOf(framework, of)} worse (${force}) when ${id} is better: with ${told(table, better)} rather than ${gradesAt(table, falling.first)[id]}`,
          right: 'rules under which a better grade never leaves worse',
        },
      ];
    }),
  );
};

const checkEachFires = (framework: Framework, table: Table): Problem[] =>
  table.rules.flatMap((rule, index) =>
    problemIf(!table.fired[index]?.includes(1), {
      path: `rules[${framework.rules.indexOf(rule)}].when`,
      wrong: `holds in none of ${inFigures(table.combinations)} combinations, so ${rule.id} never ${rule.force === 'consider' ? 'asks' : 'rules out'} anything`,
      right: 'conditions that can all hold together',
    }),
  );

/** Rules in every combination of the areas they count: a grade is left, better is never worse, and each rule does something. */
export const checkCombinations = (framework: Framework): Problem[] =>
  limitedBy(framework).flatMap((of) => {
    const table = tableOf(framework, of);
    if (table.isTooMany)
      return [
        {
          path: 'rules',
          wrong: `count ${table.areas.length} areas for ${nameOf(framework, of)}, which are ${inFigures(table.combinations)} combinations, and tell more than ${mostApart} of them apart`,
          right: `rules that count fewer areas, or more of them alike: of combinations that differ for the rules, up to ${mostApart} are tried`,
        },
      ];
    const empty = checkSomethingLeft(framework, of, table);
    const falling = empty.length > 0 ? [] : checkBetterIsNoWorse(framework, of, table);
    return [...empty, ...falling, ...checkEachFires(framework, table)];
  });

/** The rules without which every combination would leave the same: true perhaps, but deciding nothing beside the others. */
export const rulesDecidingNothing = (framework: Framework): string[] =>
  framework.rules
    .filter((rule) => {
      const table = tableOf(framework, rule.limits);
      const isSame = (left: Uint32Array, narrows: (each: Rule) => boolean): boolean =>
        leftIn(framework, table, (each) => each !== rule && narrows(each)).every((each, at) => each === left[at]);
      return (
        rule.force !== 'consider' &&
        isSame(table.permitted, ({ force }) => force === 'must') &&
        isSame(table.expected, () => true)
      );
    })
    .map(({ id }) => id);

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
  const times = (isSo: (at: number) => boolean): number => combinationsIn(table.apart.filter((_, at) => isSo(at)));
  const isFixed = (at: number): boolean => lowest(table.expected[at] ?? 0) === highest(table.expected[at] ?? 0);
  return {
    of,
    counted: table.areas.map(({ id }) => id),
    combinations: table.combinations,
    fires: table.rules.map((rule, index) => ({
      rule,
      combinations: times((at) => table.fired[index]?.[at] === 1),
    })),
    fixed: times(isFixed),
    open: times((at) => !isFixed(at)),
  };
};

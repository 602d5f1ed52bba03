import { type Framework, inFigures, nameOf, type Rule, scaleOf } from '../domain/framework.ts';
import {
  type Alike,
  countedApart,
  enoughFor,
  gradesAt,
  leftIn,
  mostApart,
  type Table,
  tableOf,
} from '../domain/grading.ts';
import { combinationsIn } from './cases.ts';
import { type Problem, problemIf } from './problem.ts';

/** The overalls and areas that rules limit, in the order in which rules name them first. */
export const limitedBy = (framework: Framework): string[] => [...new Set(framework.rules.map(({ limits }) => limits))];

const told = (grades: Record<string, string> = {}): string =>
  Object.entries(grades)
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
      wrong: `leave no grade for ${nameOf(framework, of)} in ${inFigures(empty)} of ${inFigures(table.combinations)} combinations, such as ${told(gradesAt(table, first))} (${fired.join(', ')} fire)`,
      right: 'rules that leave at least one grade in every combination',
    },
  ];
};

const lowest = (bits: number): number => 31 - Math.clz32(bits & -bits);
const highest = (bits: number): number => 31 - Math.clz32(bits);

/** Every two combinations that differ by one step in that area's grade alone, told apart by the counts of both. */
const oneStepApart = (framework: Framework, { areas, adds, rules }: Table, position: number): Alike[] => {
  const own = adds[position] ?? [];
  const steps = scaleOf(framework, areas[position]?.id ?? '')
    .slice(1)
    .map((_, above) => [...(own[above] ?? []), ...(own[above + 1] ?? [])]);
  const others = adds.toSpliced(position, 1).map((values) => values.map((added) => [...added, ...added]));
  const enough = rules.flatMap(({ when }) => when.map(enoughFor));
  return countedApart([steps, ...others], [...enough, ...enough], Number.POSITIVE_INFINITY).found;
};

const checkBetterIsNoWorse = (framework: Framework, of: string, table: Table): Problem[] => {
  const places = new Map(table.apart.map(({ counts }, at) => [counts, at]));
  const falls = ({ counts }: Alike, force: 'permitted' | 'expected'): boolean => {
    const sides = [counts.slice(0, counts.length / 2), counts.slice(counts.length / 2)];
    const [above = 0, below = 0] = sides.map((side) => table[force][places.get(side) ?? 0]);
    return lowest(above) > lowest(below) || highest(above) > highest(below);
  };
  const kinds = table.adds.map((added, at) => JSON.stringify([added, table.areas[at]?.optional]));
  const falling: Alike[][] = [];
  for (const position of table.areas.keys()) {
    // What holds of an area holds of every other that counts alike.
    const isSound = falling[kinds.indexOf(kinds[position] ?? '')]?.length === 0;
    const pairs = isSound ? [] : oneStepApart(framework, table, position);
    falling.push(pairs.filter((pair) => falls(pair, 'permitted') || falls(pair, 'expected')));
  }
  return (['permitted', 'expected'] as const).flatMap((force) =>
    table.areas.flatMap(({ id }, position) => {
      const pair = falling[position]?.find((each) => falls(each, force));
      if (!pair) return [];
      const [above = 0, ...others] = pair.first;
      const [better, worse] = [above, above + 1].map((value) => gradesAt(table, others.toSpliced(position, 0, value)));
      return [
        {
          path: 'rules',
          wrong: `make ${nameOf(framework, of)} worse (${force}) when ${id} is better: with ${told(better)} rather than ${worse?.[id]}`,
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

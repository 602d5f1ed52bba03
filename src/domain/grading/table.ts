import {
  type Area,
  areaOf,
  areasCountedBy,
  type Condition,
  type Framework,
  gradesFor,
  type Rule,
  scaleOf,
} from '../framework.ts';
import { type Alike, countedApart, mostApart } from './apart.ts';

/** Area id to grade id or `not-judged`; an absent area is not judged yet. */
export type Grades = Readonly<Record<string, string | undefined>>;

/** What some grades, complete or not, come to. Sets of grades are bits: bit 0 is the best grade of what is limited. */
export type GradesStanding = {
  permitted: number;
  expected: number;
  completions: number;
  /** By rule, in how many of the completions it fires. */
  fires: readonly number[];
};

/**
 * What every rule does in every combination of the areas that the rules of one overall (or area) count. Rules see nothing
 * but counts of grades, so combinations with the same counts are one here, and what is left is small however many areas there are.
 */
export type Table = {
  of: string;
  areas: Area[];
  /** By area, the grades it may have. */
  values: string[][];
  /** By area and grade, what it adds to the count of each condition. */
  adds: number[][][];
  rules: Rule[];
  /** By rule, the grades it leaves where it fires, as bits; all of them for a rule that only asks. */
  permits: number[];
  /** What is told apart, in the order of the first combination of each. */
  apart: Alike[];
  /** How many combinations there are in all. */
  combinations: number;
  /** More is told apart than can be looked at: the table is empty and of no use. */
  isTooMany: boolean;
  /** By area, what each grade makes of what is told apart by the areas before it: see `nextOf`. */
  next: Uint32Array[];
  /** By rule and condition, by what is told apart: 1 where it holds. */
  held: Uint8Array[][];
  /** By rule, likewise: 1 where all its conditions hold. */
  fired: Uint8Array[];
  permitted: Uint32Array;
  expected: Uint32Array;
  /** The standings asked for so far, by the grades: a board or a summary asks for the same ones again and again. */
  known: Map<string, GradesStanding>;
};

/** The rules that limit an overall or an area, in the file's order. */
export const rulesOf = (framework: Framework, of: string): Rule[] =>
  framework.rules.filter((rule) => rule.limits === of);

/** The areas whose grades the rules of `of` count, in the framework's order. */
export const countedAreas = (framework: Framework, of: string): string[] => {
  const counted = new Set(
    rulesOf(framework, of).flatMap((rule) =>
      rule.when.flatMap((condition) => areasCountedBy(framework, condition, of)),
    ),
  );
  return framework.areas.map((area) => area.id).filter((id) => counted.has(id));
};

/**
 * What must be judged before an overall (or an area that rules limit) can be settled: the areas it is over, where the framework
 * says them, and those that its rules count. In the framework's order.
 */
export const areasUnder = (framework: Framework, of: string): string[] => {
  const over = framework.overalls.find((overall) => overall.id === of)?.areas ?? [];
  const counted = countedAreas(framework, of);
  return framework.areas.map((area) => area.id).filter((id) => over.includes(id) || counted.includes(id));
};

/** Whether an area stands beside all else: a separate one that nothing is over and no rule counts. */
export const standsApart = (framework: Framework, { id, kind }: Area): boolean =>
  kind === 'separate' &&
  ![...framework.overalls, ...framework.areas].some((each) => areasUnder(framework, each.id).includes(id));

/** How many combinations the areas counted for `of` can have. */
export const combinationsOf = (framework: Framework, of: string): number =>
  countedAreas(framework, of).reduce((size, id) => size * gradesFor(framework, areaOf(framework, id)).length, 1);

/** The grades of one combination, given by its values, by area id. */
export const gradesAt = ({ areas, values }: Table, combination: readonly number[]): Record<string, string> =>
  Object.fromEntries(areas.map(({ id }, at) => [id, values[at]?.[combination[at] ?? 0] ?? '']));

/**
 * What is told apart by no area, by the first, by the first two and so on, where the areas have these grades, or any where one is
 * missing; and by area the values that it may still have. @throws RangeError for an illegal grade
 */
export const completionsOf = (table: Table, grades: Grades): { left: number[][]; reached: number[][] } => {
  const left = table.areas.map(({ id }, position) => {
    const values = table.values[position] ?? [];
    const grade = grades[id];
    if (grade === undefined) return [...values.keys()];
    if (!values.includes(grade)) throw new RangeError(`"${grade}" is no grade that ${id} may be given`);
    return [values.indexOf(grade)];
  });
  const reached = [[0]];
  for (const [position, values] of left.entries())
    reached.push([
      ...new Set(reached[position]?.flatMap((before) => values.map((value) => nextOf(table, position, before, value)))),
    ]);
  return { left, reached };
};

/** What an area's grade makes of what was told apart before it. */
export const nextOf = ({ next, values }: Table, position: number, before: number, value: number): number =>
  next[position]?.[before * (values[position]?.length ?? 0) + value] ?? 0;

const findStanding = (table: Table, grades: Grades): GradesStanding => {
  const completions = completionsOf(table, grades).reached.at(-1) ?? [];
  let permitted = 0;
  let expected = 0;
  for (const each of completions) {
    permitted |= table.permitted[each] ?? 0;
    expected |= table.expected[each] ?? 0;
  }
  const fires = table.fired.map((fired) => completions.filter((each) => fired[each] === 1).length);
  return { permitted, expected, completions: completions.length, fires };
};

/** What is left in at least one completion of these grades, and how often each rule fires. @throws RangeError as above */
export const standingOf = (table: Table, grades: Grades): GradesStanding => {
  const key = table.areas.map(({ id }) => grades[id] ?? '').join(' ');
  const standing = table.known.get(key) ?? findStanding(table, grades);
  table.known.set(key, standing);
  return standing;
};

/** The areas of a condition that count for it, having one of its grades. `not-judged` is never among them. */
export const counting = (framework: Framework, condition: Condition, grades: Grades, limits: string): string[] =>
  areasCountedBy(framework, condition, limits).filter((id) => condition.grades.includes(grades[id] ?? ''));

/** Whether a condition holds where these areas count for it. */
export const holds = (condition: Condition, count: number): boolean =>
  count >= (condition.atLeast ?? 0) && count <= (condition.atMost ?? Number.POSITIVE_INFINITY);

/** A set of the grades that an overall or area may have as bits, and back, best first. */
const bitsOf = (framework: Framework, of: string, grades: readonly string[]): number =>
  scaleOf(framework, of).reduce((bits, grade, index) => (grades.includes(grade.id) ? bits | (1 << index) : bits), 0);

export const gradesIn = (framework: Framework, of: string, bits: number): string[] =>
  scaleOf(framework, of)
    .filter((_, index) => bits & (1 << index))
    .map((grade) => grade.id);

/** At how many a condition is decided: a count above tells nothing more. */
export const enoughFor = ({ atLeast, atMost = 0 }: Condition): number => atLeast ?? atMost + 1;

/** By what is told apart, the grades that some of the rules leave. */
export const leftIn = (
  framework: Framework,
  { of, rules, permits, apart, fired }: Pick<Table, 'of' | 'rules' | 'permits' | 'apart' | 'fired'>,
  narrows: (rule: Rule) => boolean,
): Uint32Array => {
  const all = 2 ** scaleOf(framework, of).length - 1;
  return Uint32Array.from(apart, (_, at) =>
    rules.reduce(
      (left, rule, index) => (fired[index]?.[at] && narrows(rule) ? left & (permits[index] ?? 0) : left),
      all,
    ),
  );
};

const makeTable = (framework: Framework, of: string): Table => {
  const areas = countedAreas(framework, of).map((id) => areaOf(framework, id));
  const values = areas.map((area) => gradesFor(framework, area));
  const rules = rulesOf(framework, of);
  const scale = scaleOf(framework, of).map((grade) => grade.id);
  const permits = rules.map((rule) => bitsOf(framework, of, rule.force === 'consider' ? scale : rule.permits));
  const conditions = rules.flatMap(({ when }) => when);
  const adds = areas.map(({ id }, position) =>
    (values[position] ?? []).map((grade) =>
      conditions.map((condition) => counting(framework, condition, { [id]: grade }, of).length),
    ),
  );
  const { found: all, next } = countedApart(adds, conditions.map(enoughFor));
  const isTooMany = all.length > mostApart;
  const found = isTooMany ? [] : all;
  const held = rules.map(({ when }) =>
    when.map((condition) => {
      const at = conditions.indexOf(condition);
      return Uint8Array.from(found, ({ counts }) => (holds(condition, counts.charCodeAt(at)) ? 1 : 0));
    }),
  );
  const fired = held.map((each) => Uint8Array.from(found, (_, at) => (each.every((holding) => holding[at]) ? 1 : 0)));
  const whole = { of, rules, permits, apart: found, fired };
  return {
    ...whole,
    areas,
    values,
    adds,
    combinations: combinationsOf(framework, of),
    isTooMany,
    next,
    held,
    permitted: leftIn(framework, whole, ({ force }) => force === 'must'),
    expected: leftIn(framework, whole, () => true),
    known: new Map(),
  };
};

const kept = new WeakMap<Framework, Map<string, Table>>();

/** The table of one overall or area, made once for each framework object: a framework is never changed once read. */
export const tableOf = (framework: Framework, of: string): Table => {
  const tables = kept.get(framework) ?? new Map<string, Table>();
  kept.set(framework, tables);
  const table = tables.get(of) ?? makeTable(framework, of);
  tables.set(of, table);
  return table;
};

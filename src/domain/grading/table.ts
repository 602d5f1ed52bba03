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
 * but counts of grades, so this is all there is to know about them, and it is small: 64 to 256 combinations as a rule.
 */
export type Table = {
  of: string;
  areas: Area[];
  /** By area, the grades it may have. */
  values: string[][];
  rules: Rule[];
  /** By rule, the grades it leaves where it fires, as bits; all of them for a rule that only asks. */
  permits: number[];
  size: number;
  /** By rule, by combination: 1 where all its conditions hold. */
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
    rulesOf(framework, of).flatMap((rule) => rule.when.flatMap((condition) => areasCountedBy(framework, condition))),
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

/** How many combinations the areas counted for `of` can have. */
export const combinationsOf = (framework: Framework, of: string): number =>
  countedAreas(framework, of).reduce((size, id) => size * gradesFor(framework, areaOf(framework, id)).length, 1);

/** The grades of one combination, by area id. */
export const gradesOf = (table: Table, combination: number): Record<string, string> => {
  const grades: Record<string, string> = {};
  let rest = combination;
  for (const [position, area] of table.areas.entries()) {
    const values = table.values[position] ?? [];
    grades[area.id] = values[rest % values.length] ?? '';
    rest = Math.floor(rest / values.length);
  }
  return grades;
};

/** Every combination that agrees with the grades given: one if none is missing. @throws RangeError for an illegal grade */
export const completionsOf = (table: Table, grades: Grades): number[] => {
  let found = [0];
  let stride = 1;
  for (const [position, area] of table.areas.entries()) {
    const values = table.values[position] ?? [];
    const grade = grades[area.id];
    const chosen = grade === undefined ? [...values.keys()] : [values.indexOf(grade)];
    if (chosen.includes(-1)) throw new RangeError(`"${grade}" is no grade that ${area.id} may be given`);
    const step = stride;
    found = found.flatMap((index) => chosen.map((value) => index + value * step));
    stride *= values.length;
  }
  return found;
};

/** How far apart two combinations are that differ by one step in that area's grades alone. */
export const strideOf = ({ values }: Pick<Table, 'values'>, position: number): number =>
  values.slice(0, position).reduce((product, { length }) => product * length, 1);

/** The combinations that differ from this one in one area alone, this one among them, in the order of that area's grades. */
export const alikeBut = (table: Table, combination: number, position: number): number[] => {
  const stride = strideOf(table, position);
  const values = table.values[position] ?? [];
  const first = combination - (Math.floor(combination / stride) % values.length) * stride;
  return values.map((_, value) => first + value * stride);
};

const findStanding = (table: Table, grades: Grades): GradesStanding => {
  const completions = completionsOf(table, grades);
  let permitted = 0;
  let expected = 0;
  for (const combination of completions) {
    permitted |= table.permitted[combination] ?? 0;
    expected |= table.expected[combination] ?? 0;
  }
  const fires = table.fired.map((fired) => completions.filter((combination) => fired[combination] === 1).length);
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
export const counting = (framework: Framework, condition: Condition, grades: Grades): string[] =>
  areasCountedBy(framework, condition).filter((id) => condition.grades.includes(grades[id] ?? ''));

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

/** By combination, how many of these areas have one of the condition's grades. There may be thousands of combinations. */
const countsOf = (table: Table, counted: readonly string[], { grades }: Condition): Uint8Array => {
  const counts = new Uint8Array(table.size);
  for (const [position, area] of table.areas.entries()) {
    if (!counted.includes(area.id)) continue;
    const among = (table.values[position] ?? []).map((grade) => (grades.includes(grade) ? 1 : 0));
    const stride = strideOf(table, position);
    for (let combination = 0; combination < table.size; combination += 1)
      counts[combination] = (counts[combination] ?? 0) + (among[Math.floor(combination / stride) % among.length] ?? 0);
  }
  return counts;
};

const makeTable = (framework: Framework, of: string): Table => {
  const areas = countedAreas(framework, of).map((id) => areaOf(framework, id));
  const rules = rulesOf(framework, of);
  const size = combinationsOf(framework, of);
  const all = bitsOf(
    framework,
    of,
    scaleOf(framework, of).map((grade) => grade.id),
  );
  const permitted = new Uint32Array(size).fill(all);
  const expected = new Uint32Array(size).fill(all);
  const values = areas.map((area) => gradesFor(framework, area));
  const table: Table = {
    of,
    areas,
    values,
    rules,
    permits: [],
    size,
    fired: [],
    permitted,
    expected,
    known: new Map(),
  };
  for (const [index, rule] of rules.entries()) {
    const permits = rule.force === 'consider' ? all : bitsOf(framework, of, rule.permits);
    const fired = new Uint8Array(size);
    const conditions = rule.when.map((when) => ({
      when,
      counts: countsOf(table, areasCountedBy(framework, when), when),
    }));
    for (let combination = 0; combination < size; combination += 1) {
      if (!conditions.every(({ when, counts }) => holds(when, counts[combination] ?? 0))) continue;
      fired[combination] = 1;
      expected[combination] = (expected[combination] ?? 0) & permits;
      if (rule.force === 'must') permitted[combination] = (permitted[combination] ?? 0) & permits;
    }
    table.fired[index] = fired;
    table.permits[index] = permits;
  }
  return table;
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

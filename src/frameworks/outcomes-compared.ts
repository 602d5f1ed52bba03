import { areaOf, areasCountedBy, type Condition, type Framework, gradesFor, scalesOf } from '../domain/framework.ts';
import {
  areasUnder,
  countedApart,
  countedAreas,
  counting,
  enoughFor,
  gradesLeft,
  holds,
  mostApart,
  type Outcome,
  rulesOf,
} from '../domain/grading.ts';
import { casesOf, combinationsIn, type OutcomeCase } from './cases.ts';
import { limitedBy } from './combinations.ts';
import { type SameJudgement, sameJudgements } from './same-judgement.ts';

type Grades = Readonly<Record<string, string>>;

type Side = 'one' | 'other';

/** The same grades in the ids of each edition. */
type Both = Record<Side, Grades>;

/** A condition of one of the two editions, on what its rules limit. */
type AskedCondition = {
  side: Side;
  condition: Condition;
  counted: readonly string[];
  count: (grades: Both) => number;
  asks: (grades: Both) => boolean;
};

/** What one edition leaves. */
type Left = Pick<Outcome, 'permitted' | 'expected'>;

/** Combinations that come out differently in two editions, and what each leaves. */
type OtherOutcome = {
  answers: OutcomeCase<Both & { combinations: number }, AskedCondition>['answers'];
  combinations: number;
  one: Left;
  other: Left;
};

/** What two editions make of the same grades, in the judgements that both make; others count as not judged yet. */
export type ComparedOutcomes = {
  of: string;
  its: string;
  shared: SameJudgement[];
  combinations: number;
  /** The rules of both tell more combinations apart than can be compared. */
  isTooMany: boolean;
  different: OtherOutcome[];
};

/**
 * What one edition limits and the other knows: overalls and areas of one id, and the only overall of each whatever it is
 * called.
 */
const pairsOf = (one: Framework, other: Framework): [string, string][] => {
  const targets = (framework: Framework) => [
    ...new Set([...framework.overalls.map(({ id }) => id), ...limitedBy(framework)]),
  ];
  const [[only, ...more], [its, ...others]] = [one.overalls, other.overalls];
  const isLimited = ([id, its]: [string, string]) => rulesOf(one, id).length + rulesOf(other, its).length > 0;
  const alone = only && its && more.length + others.length === 0 && only.id !== its.id;
  const known = (framework: Framework, id: string) =>
    [...framework.overalls, ...framework.areas].some((each) => each.id === id);
  return [
    ...targets(one)
      .concat(targets(other).filter((id) => !targets(one).includes(id)))
      .filter((id) => known(one, id) && known(other, id))
      .map((id): [string, string] => [id, id]),
    ...(alone ? [[only.id, its.id] satisfies [string, string]] : []),
  ].filter(isLimited);
};

const sameGrade = (ids: readonly string[], grade: string): Grades => Object.fromEntries(ids.map((id) => [id, grade]));

const gradesOfAll = (framework: Framework, ids: readonly string[]): string[] => {
  const [first = [], ...rest] = ids.map((id) => gradesFor(framework, areaOf(framework, id)));
  return first.filter((grade) => rest.every((grades) => grades.includes(grade)));
};

/** The grades that both editions can give a judgement, each alike in all its parts. */
const valuesOf = (one: Framework, other: Framework, judgement: SameJudgement): Both[] => {
  const theirs = gradesOfAll(other, judgement.other);
  return gradesOfAll(one, judgement.one)
    .filter((grade) => theirs.includes(grade))
    .map((grade) => ({ one: sameGrade(judgement.one, grade), other: sameGrade(judgement.other, grade) }));
};

/** The rules' own conditions; then, where there are few combinations, each of these areas by each grade and worse. */
const questionsOf = (side: Side, framework: Framework, of: string, ids: readonly string[]): AskedCondition[] => {
  const ofAreas = ids.flatMap((areas) => {
    const grades = gradesFor(framework, areaOf(framework, areas));
    return grades.slice(1).map((_, at) => ({ areas, grades: grades.slice(at + 1), atLeast: 1 }));
  });
  return [...rulesOf(framework, of).flatMap(({ when }) => when), ...ofAreas].map((condition) => {
    const count = (grades: Both): number => counting(framework, condition, grades[side], of).length;
    return {
      side,
      condition,
      counted: areasCountedBy(framework, condition, of),
      count,
      asks: (grades) => holds(condition, count(grades)),
    };
  });
};

const said = ({ permitted, expected }: Left): string => `${permitted.join(' ')}/${expected.join(' ')}`;

const comparedBy = (one: Framework, of: string, other: Framework, its: string, shared: SameJudgement[]) => {
  const values = shared.map((judgement) => valuesOf(one, other, judgement));
  const combinations = shared.length === 0 ? 0 : values.reduce((size, { length }) => size * length, 1);
  const ids = (side: Side): string[] => shared.flatMap((judgement) => judgement[side]);
  // Where there are many combinations, areas that no rule tells apart are not told apart here either.
  const asked = (side: Side): string[] => (combinations > mostApart ? [] : ids(side));
  const questions = [...questionsOf('one', one, of, asked('one')), ...questionsOf('other', other, its, asked('other'))];
  const isShared = ({ side, counted }: AskedCondition): boolean => counted.every((id) => ids(side).includes(id));
  // What counts other areas too may come to enough with them: then it matters how far it came.
  const told = questions.flatMap((asked) =>
    Array.from({ length: enoughFor(asked.condition) }, (_, at) => ({ ...asked, enough: at + 1 })).slice(
      isShared(asked) ? -1 : 0,
    ),
  );
  const { found } = countedApart(
    values.map((each) => each.map((grades) => told.map(({ count }) => count(grades)))),
    told.map(({ enough }) => enough),
  );
  const isTooMany = found.length > mostApart;
  const all = (combinations === 0 || isTooMany ? [] : found).map((each) => {
    const grades = (side: Side): Grades =>
      Object.assign({}, ...each.first.map((value, at) => values[at]?.[value]?.[side]));
    const both = { one: grades('one'), other: grades('other'), combinations: each.combinations };
    const left = { one: gradesLeft(one, of, both.one), other: gradesLeft(other, its, both.other) };
    return { ...both, left, key: said(left.one) === said(left.other) ? '' : `${said(left.one)}|${said(left.other)}` };
  });
  // A condition that counts more than was compared, or begins or ends at a grade which only one has, would say more in words.
  const known = { one: scalesOf(other).flat(), other: scalesOf(one).flat() };
  const sayable = questions.filter(
    (asked) =>
      isShared(asked) &&
      [asked.condition.grades[0], asked.condition.grades.at(-1)].every((grade) =>
        known[asked.side].some(({ id }) => id === grade),
      ),
  );
  // What no question tells apart stands in lines of its own, each with what it leaves.
  const different = casesOf(all, sayable, ({ key }) => key).flatMap(({ answers, items }) =>
    [...new Map(items.map(({ key, left }) => [key, left]))]
      .filter(([key]) => key !== '')
      .map(([key, left]) => ({
        answers,
        combinations: combinationsIn(items.filter((each) => each.key === key)),
        ...left,
      })),
  );
  return { combinations, isTooMany, different };
};

/**
 * Every combination of the grades that both editions have, and those that come out differently, in few cases. `told` are pairs
 * of areas, the first edition's and the other's, that a person says are the same judgement.
 */
export const compareOutcomes = (
  one: Framework,
  other: Framework,
  told: readonly (readonly [string, string])[],
): ComparedOutcomes[] =>
  pairsOf(one, other).map(([of, its]) => {
    const [counted, theirs] = [countedAreas(one, of), countedAreas(other, its)];
    const shared = sameJudgements(one, areasUnder(one, of), other, areasUnder(other, its), told).filter(
      (judgement) =>
        judgement.one.some((id) => counted.includes(id)) || judgement.other.some((id) => theirs.includes(id)),
    );
    return { of, its, shared, ...comparedBy(one, of, other, its, shared) };
  });

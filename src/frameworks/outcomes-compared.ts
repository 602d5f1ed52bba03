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

/** The same grades in the ids of each edition, for all combinations that the rules of both do not tell apart. */
type Both = Record<Side, Grades> & { combinations: number };

/** A condition of one of the two editions, on what its rules limit. */
type AskedCondition = {
  side: Side;
  framework: Framework;
  of: string;
  condition: Condition;
  asks: (grades: Record<Side, Grades>) => boolean;
};

/** What one edition leaves. */
type Left = Pick<Outcome, 'permitted' | 'expected'>;

/** Combinations that come out differently in two editions, and what each leaves. */
type OtherOutcome = {
  answers: OutcomeCase<Both, AskedCondition>['answers'];
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
const valuesOf = (one: Framework, other: Framework, judgement: SameJudgement): Record<Side, Grades>[] => {
  const theirs = gradesOfAll(other, judgement.other);
  return gradesOfAll(one, judgement.one)
    .filter((grade) => theirs.includes(grade))
    .map((grade) => ({ one: sameGrade(judgement.one, grade), other: sameGrade(judgement.other, grade) }));
};

const asking = (side: Side, framework: Framework, of: string, condition: Condition): AskedCondition => ({
  side,
  framework,
  of,
  condition,
  asks: (grades) => holds(condition, counting(framework, condition, grades[side], of).length),
});

/** What the rules ask, on whatever areas. */
const ofRules = (side: Side, framework: Framework, of: string): AskedCondition[] =>
  rulesOf(framework, of).flatMap(({ when }) => when.map((condition) => asking(side, framework, of, condition)));

/** Each area by each grade and worse. */
const ofAreas = (side: Side, framework: Framework, of: string, shared: readonly SameJudgement[]): AskedCondition[] =>
  shared
    .flatMap((judgement) => judgement[side])
    .flatMap((id) => {
      const grades = gradesFor(framework, areaOf(framework, id));
      return grades
        .slice(1)
        .map((_, at) => asking(side, framework, of, { areas: id, grades: grades.slice(at + 1), atLeast: 1 }));
    });

/**
 * Whether a condition can be said of what was compared: it counts nothing but shared areas, and neither begins nor ends at a grade
 * which only one edition has, since in words it would say more.
 */
const canBeSaid = ({ side, framework, of, condition }: AskedCondition, other: Framework, shared: SameJudgement[]) => {
  const theirs = scalesOf(other)
    .flat()
    .map(({ id }) => id);
  return (
    areasCountedBy(framework, condition, of).every((id) => shared.some((judgement) => judgement[side].includes(id))) &&
    [condition.grades[0], condition.grades.at(-1)].every((grade) => grade !== undefined && theirs.includes(grade))
  );
};

const said = ({ permitted, expected }: Left): string => `${permitted.join(' ')}/${expected.join(' ')}`;

const comparedBy = (one: Framework, of: string, other: Framework, its: string, shared: SameJudgement[]) => {
  const values = shared.map((judgement) => valuesOf(one, other, judgement));
  const combinations = shared.length === 0 ? 0 : values.reduce((size, { length }) => size * length, 1);
  const sides = [['one', one, of] as const, ['other', other, its] as const];
  const told = sides.flatMap(([side, framework, limits]) => [
    ...ofRules(side, framework, limits),
    // Where there are many combinations, areas that no rule tells apart are not told apart here either.
    ...(combinations > mostApart ? [] : ofAreas(side, framework, limits, shared)),
  ]);
  const adding = (grades: Record<Side, Grades>): number[] =>
    told.map(
      ({ side, framework, condition, of: limits }) => counting(framework, condition, grades[side], limits).length,
    );
  const { found } = countedApart(
    values.map((each) => each.map(adding)),
    told.map(({ condition }) => enoughFor(condition)),
  );
  if (combinations === 0 || found.length > mostApart)
    return { combinations, isTooMany: combinations > 0, different: [] };
  const all = found.map((each) => {
    const chosen = each.first.map((value, at) => values[at]?.[value]);
    const grades = (side: Side): Grades => Object.assign({}, ...chosen.map((both) => both?.[side]));
    const left = { one: gradesLeft(one, of, grades('one')), other: gradesLeft(other, its, grades('other')) };
    const key = said(left.one) === said(left.other) ? '' : `${said(left.one)}|${said(left.other)}`;
    return { one: grades('one'), other: grades('other'), combinations: each.combinations, left, key };
  });
  const questions = told.filter((asked) => canBeSaid(asked, asked.side === 'one' ? other : one, shared));
  const different = casesOf(all, questions, ({ key }) => key).flatMap(({ answers, items }) =>
    // What no question tells apart stands in lines of its own, each with what it leaves.
    [...new Map(items.map(({ key, left }) => [key, left]))]
      .filter(([key]) => key !== '')
      .map(([key, left]) => ({
        answers,
        combinations: combinationsIn(items.filter((each) => each.key === key)),
        ...left,
      })),
  );
  return { combinations, isTooMany: false, different };
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

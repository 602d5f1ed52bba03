import { areaOf, areasCountedBy, type Condition, type Framework, gradesFor } from '../domain/framework.ts';
import { areasUnder, countedAreas, counting, holds, type Outcome, outcomeOf, rulesOf } from '../domain/grading.ts';
import { casesOf, type OutcomeCase } from './cases.ts';
import { limitedBy } from './combinations.ts';
import { type SameJudgement, sameJudgements } from './same-judgement.ts';

type Grades = Readonly<Record<string, string>>;

/** The same grades in the ids of each edition. */
type Both = { one: Grades; other: Grades };

/** A condition of one of the two editions, which knows how to say it in words. */
type AskedCondition = { framework: Framework; condition: Condition; asks: (grades: Both) => boolean };

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
  shared: SameJudgement[];
  combinations: number;
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

/** Every combination of the grades that both editions can give, each judgement alike in all its parts. */
const combinationsIn = (one: Framework, other: Framework, shared: readonly SameJudgement[]): Both[] =>
  shared.reduce<Both[]>(
    (found, judgement) => {
      const theirs = gradesOfAll(other, judgement.other);
      const grades = gradesOfAll(one, judgement.one).filter((grade) => theirs.includes(grade));
      return found.flatMap((rest) =>
        grades.map((grade) => ({
          one: { ...rest.one, ...sameGrade(judgement.one, grade) },
          other: { ...rest.other, ...sameGrade(judgement.other, grade) },
        })),
      );
    },
    [{ one: {}, other: {} }],
  );

/**
 * The rules' own conditions, where they count nothing but shared areas; then each area by each grade and worse. A condition
 * that begins or ends at a grade which only one edition has is none: in words it would say more than was compared.
 */
const questionsOf = (
  framework: Framework,
  other: Framework,
  of: string,
  shared: readonly string[],
  mine: (grades: Both) => Grades,
): AskedCondition[] => {
  const theirs = [other.scale, ...other.areas.map(({ scale = [] }) => scale)].flat().map(({ id }) => id);
  const isOfBoth = ({ grades }: Condition): boolean =>
    [grades[0], grades.at(-1)].every((grade) => grade !== undefined && theirs.includes(grade));
  const ofRules = rulesOf(framework, of)
    .flatMap(({ when }) => when)
    .filter((condition) => areasCountedBy(framework, condition).every((id) => shared.includes(id)));
  const ofAreas = shared.flatMap((id) => {
    const grades = gradesFor(framework, areaOf(framework, id));
    return grades.slice(1).map((_, at) => ({ areas: id, grades: grades.slice(at + 1), atLeast: 1 }));
  });
  return [...ofRules, ...ofAreas].filter(isOfBoth).map((condition) => ({
    framework,
    condition,
    asks: (grades) => holds(condition, counting(framework, condition, mine(grades)).length),
  }));
};

const said = ({ permitted, expected }: Left): string => `${permitted.join(' ')}/${expected.join(' ')}`;

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
    const combinations = shared.length === 0 ? [] : combinationsIn(one, other, shared);
    const left = new Map(
      combinations.map((grades) => {
        const both = { one: outcomeOf(one, of, grades.one), other: outcomeOf(other, its, grades.other) };
        const alike = said(both.one) === said(both.other);
        return [grades, { ...both, key: alike ? '' : `${said(both.one)}|${said(both.other)}` }];
      }),
    );
    const ids = (side: 'one' | 'other') => shared.flatMap((judgement) => judgement[side]);
    const questions = [
      ...questionsOf(one, other, of, ids('one'), (grades) => grades.one),
      ...questionsOf(other, one, its, ids('other'), (grades) => grades.other),
    ];
    const cases = casesOf(combinations, questions, (grades) => left.get(grades)?.key ?? '');
    return {
      of,
      shared,
      combinations: combinations.length,
      different: cases.flatMap(({ answers, items }) => {
        const found = items[0] && left.get(items[0]);
        return !found || found.key === ''
          ? []
          : [{ answers, combinations: items.length, one: found.one, other: found.other }];
      }),
    };
  });

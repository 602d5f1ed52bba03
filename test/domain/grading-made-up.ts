import fc from 'fast-check';
import { type Framework, gradesFor, type Rule } from '../../src/domain/framework.ts';
import type { Grades } from '../../src/domain/grading.ts';
import { madeUp, madeUpArea } from '../support/made-up.ts';

const scaleOf = (size: number) =>
  Array.from({ length: size }, (_, rank) => ({ id: `g${rank}`, label: `Grade ${rank}`, mark: String(rank) }));

const areaNamed = (position: number, optional: boolean) => madeUpArea(`a${position}`, optional ? { optional } : {});

/**
 * A rule as frameworks have them. A cap fires where enough is bad or too little is good, and leaves the worse grades; a floor
 * fires where enough is good or too little is bad, and leaves the better ones.
 */
const aRule = (scale: readonly string[], areas: readonly string[], position: number): fc.Arbitrary<Rule> => {
  const aCondition = (isCap: boolean) =>
    fc
      .record({
        counted: fc.subarray([...areas], { minLength: 1 }),
        cut: fc.integer({ min: 1, max: scale.length - 1 }),
        bad: fc.boolean(),
      })
      .chain(({ counted, cut, bad }) =>
        fc.integer({ min: 0, max: counted.length - 1 }).map((count) => ({
          areas: counted,
          grades: bad ? scale.slice(cut) : scale.slice(0, cut),
          ...(bad === isCap ? { atLeast: count + 1 } : { atMost: count }),
        })),
      );
  return fc
    .record({ isCap: fc.boolean(), must: fc.boolean(), cut: fc.integer({ min: 1, max: scale.length - 1 }) })
    .chain(({ isCap, must, cut }) =>
      fc.array(aCondition(isCap), { minLength: 1, maxLength: 2 }).map((when) => ({
        id: `R${position}`,
        limits: 'overall',
        force: must ? ('must' as const) : ('expected' as const),
        status: 'made up',
        source: 'made up',
        because: 'made up',
        when,
        permits: isCap ? scale.slice(cut) : scale.slice(0, cut),
      })),
    );
};

/** Frameworks of two to four grades, one to four areas and one to four rules. Some leave no grade somewhere. */
export const aMadeUpFramework: fc.Arbitrary<Framework> = fc
  .record({ grades: fc.integer({ min: 2, max: 4 }), optional: fc.array(fc.boolean(), { minLength: 1, maxLength: 4 }) })
  .chain(({ grades, optional }) => {
    const scale = scaleOf(grades);
    const areas = optional.map((each, position) => areaNamed(position, each));
    const rule = (position: number) =>
      aRule(
        scale.map(({ id }) => id),
        areas.map(({ id }) => id),
        position,
      );
    return fc
      .integer({ min: 1, max: 4 })
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, position) => rule(position))))
      .map((rules) =>
        madeUp({
          scale,
          areas,
          rules,
        }),
      );
  });

/** Grades for some of a framework's areas, the others missing. */
export const someGrades = (framework: Framework): fc.Arbitrary<Grades> =>
  fc
    .tuple(
      ...framework.areas.map((area) => fc.option(fc.constantFrom(...gradesFor(framework, area)), { nil: undefined })),
    )
    .map((grades) => Object.fromEntries(framework.areas.map(({ id }, position) => [id, grades[position]])));

/** Every way in which the missing areas can turn out. */
export const completed = (framework: Framework, grades: Grades): Record<string, string>[] =>
  framework.areas.reduce<Record<string, string>[]>(
    (found, area) => {
      const { id } = area;
      const given = grades[id];
      const values = given === undefined ? gradesFor(framework, area) : [given];
      return found.flatMap((rest) => values.map((value) => ({ ...rest, [id]: value })));
    },
    [{}],
  );

/** What the rules leave, worked out by reading them one after the other. */
export const leftBy = (
  framework: Framework,
  grades: Record<string, string>,
  forces: readonly string[],
  of: string,
): string[] =>
  framework.rules
    .filter(({ limits, force }) => limits === of && forces.includes(force))
    .filter(({ when }) =>
      when.every(({ areas, grades: counted, atLeast = 0, atMost = 99 }) => {
        const ids = framework.areas.filter(
          ({ id, kind }) => areas === kind || areas === id || (Array.isArray(areas) && areas.includes(id)),
        );
        const count = ids.filter(({ id }) => counted.includes(grades[id] ?? '')).length;
        return count >= atLeast && count <= atMost;
      }),
    )
    .reduce(
      (left, rule) => left.filter((grade) => rule.force === 'consider' || rule.permits.includes(grade)),
      framework.scale.map(({ id }) => id),
    );

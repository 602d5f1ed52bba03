import { describe, expect, it } from 'vitest';
import { areaOf, type Framework, gradesFor } from '../../src/domain/framework.ts';
import { countedAreas, counting, holds, outcomeOf } from '../../src/domain/grading.ts';
import { decisionsOf, limitedBy, surveyOf } from '../../src/frameworks.ts';
import { leftBy } from '../domain/grading-made-up.ts';
import { framework, shipped } from '../support/frameworks.ts';

const limited = shipped.flatMap((edition) => limitedBy(edition).map((of) => [edition.id, of] as const));

/** Every combination of the areas that rules count, one after the other. */
const oneByOne = (edition: Framework, of: string): Record<string, string>[] =>
  countedAreas(edition, of).reduce<Record<string, string>[]>(
    (found, id) =>
      found.flatMap((rest) => gradesFor(edition, areaOf(edition, id)).map((grade) => ({ ...rest, [id]: grade }))),
    [{}],
  );

describe('every combination of grades, one after the other', () => {
  it.each(limited)('[F24] comes to what its rules say when they are read one by one: %s, %s', (id, of) => {
    const edition = framework(id);
    const decisions = decisionsOf(edition, of);
    const combinations = oneByOne(edition, of);
    expect(surveyOf(edition, of).combinations).toBe(combinations.length);
    for (const grades of combinations) {
      const wanted = {
        permitted: leftBy(edition, grades, ['must'], of),
        expected: leftBy(edition, grades, ['must', 'expected'], of),
      };
      expect(outcomeOf(edition, of, grades)).toMatchObject(wanted);
      const rows = decisions.filter(({ when }) =>
        when.every((condition) => holds(condition, counting(edition, condition, grades, of).length)),
      );
      expect(rows.map(({ permitted, expected }) => ({ permitted, expected }))).toEqual([wanted]);
    }
    const counted = decisions.map((row) => row.combinations);
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(combinations.length);
  });
});

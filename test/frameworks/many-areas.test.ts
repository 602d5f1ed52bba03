import { describe, expect, it } from 'vitest';
import type { Framework, Rule } from '../../src/domain/framework.ts';
import { changesInWords, outcomeOf, soFar } from '../../src/domain/grading.ts';
import { checkFramework, compareOutcomes, decisionsOf, rulesDecidingNothing, surveyOf } from '../../src/frameworks.ts';
import { leftBy } from '../domain/grading-made-up.ts';
import { framework } from '../support/frameworks.ts';
import { madeUp, madeUpArea } from '../support/made-up.ts';

type Made = { limits?: string; when: Rule['when']; permits: string[] };

const rulesOf = (made: Made[]) =>
  made.map(({ limits = 'overall', when, permits }, index) => ({
    id: `R-${index + 1}`,
    limits,
    force: 'expected' as const,
    status: 'made up',
    source: 'made up',
    because: 'made up',
    when,
    permits,
  }));

/** So many areas a1, a2 and so on, each with these grades, best first, and one overall over all of them. */
const over = (areas: number, grades: readonly string[], rules: Made[], optional: readonly number[] = []): Framework =>
  madeUp({
    scale: grades.map((id, rank) => ({ id, label: id.charAt(0).toUpperCase() + id.slice(1), mark: String(rank) })),
    areas: Array.from({ length: areas }, (_, at) =>
      madeUpArea(`a${at + 1}`, { short: `Area ${at + 1}`, optional: optional.includes(at + 1) }),
    ),
    rules: rulesOf(rules),
  });

const five = ['outstanding', 'good', 'adequate', 'improve', 'inadequate'];
const six = ['excellent', 'very-good', 'good', 'adequate', 'weak', 'unsatisfactory'];
const four = ['high', 'sound', 'low', 'poor'];

/** As a police force is judged: ten areas, one of which counts alone and three of which count together. */
const force = over(10, five, [
  { when: [{ areas: 'key', grades: ['inadequate'], atLeast: 2 }], permits: ['inadequate'] },
  { when: [{ areas: 'a10', grades: ['inadequate'], atLeast: 1 }], permits: ['improve', 'inadequate'] },
  { when: [{ areas: ['a1', 'a2', 'a3'], grades: five.slice(3), atLeast: 2 }], permits: ['improve', 'inadequate'] },
  { when: [{ areas: 'key', grades: five.slice(3), atLeast: 5 }], permits: ['improve', 'inadequate'] },
  { when: [{ areas: 'key', grades: five.slice(2), atLeast: 3 }], permits: five.slice(2) },
  { when: [{ areas: 'key', grades: ['outstanding'], atMost: 5 }], permits: five.slice(1) },
  { when: [{ areas: 'key', grades: five.slice(2), atMost: 0 }], permits: ['outstanding', 'good'] },
]);

const worstOf = (areas: 'key' | string[], grades: readonly string[]): Made[] =>
  grades.slice(1).map((_, at) => ({
    when: [{ areas, grades: grades.slice(at + 1), atLeast: 1 }],
    permits: grades.slice(at + 1),
  }));

/** As a care service is judged: sixteen areas of six grades, the whole no better than the worst of five, and not far from most. */
const care = over(16, six, [
  ...worstOf(['a1', 'a2', 'a3', 'a4', 'a5'], six),
  { when: [{ areas: 'key', grades: six.slice(3), atLeast: 8 }], permits: six.slice(3) },
  { when: [{ areas: 'key', grades: six.slice(2), atLeast: 9 }], permits: six.slice(2) },
  { when: [{ areas: 'key', grades: six.slice(1), atMost: 0 }], permits: six.slice(0, 2) },
]);

/** Twenty-two areas, some of which may be not judged. */
const wide = over(
  22,
  four,
  [
    { when: [{ areas: 'key', grades: ['poor'], atLeast: 3 }], permits: ['poor'] },
    { when: [{ areas: 'a1', grades: ['poor'], atLeast: 1 }], permits: ['low', 'poor'] },
    { when: [{ areas: ['a2', 'a3', 'a4'], grades: ['low', 'poor'], atLeast: 2 }], permits: ['low', 'poor'] },
    { when: [{ areas: 'key', grades: ['low', 'poor'], atLeast: 11 }], permits: ['low', 'poor'] },
    { when: [{ areas: 'key', grades: ['low', 'poor'], atLeast: 1 }], permits: ['sound', 'low', 'poor'] },
    { when: [{ areas: 'key', grades: ['high'], atMost: 14 }], permits: ['sound', 'low', 'poor'] },
    { when: [{ areas: 'key', grades: ['low', 'poor'], atMost: 0 }], permits: ['high', 'sound'] },
  ],
  [20, 21, 22],
);

const sizes: [string, Framework, number][] = [
  ['ten areas of five grades', force, 5 ** 10],
  ['sixteen areas of six grades', care, 6 ** 16],
  ['twenty-two areas of four grades, three of them optional', wide, 4 ** 19 * 5 ** 3],
];

/** In how many ways so many of so many can be chosen. */
const choose = (all: number, some: number): number => (some === 0 ? 1 : (choose(all - 1, some - 1) * all) / some);

/** The same grades for every run: one area after the other, by a sum that repeats late. */
const some = ({ areas }: Framework, grades: readonly string[], seed: number): Record<string, string> =>
  Object.fromEntries(
    areas.map(({ id }, at) => [id, grades[(seed * seed + at * (seed % 7) + at * at) % grades.length] ?? '']),
  );

describe('rules over many areas', () => {
  it.each(sizes)('[F24] are proved in every combination: %s', (_, edition, combinations) => {
    expect(checkFramework(edition)).toEqual([]);
    expect(rulesDecidingNothing(edition)).toEqual([]);
    const survey = surveyOf(edition, 'overall');
    expect(survey.combinations).toBe(combinations);
    expect(survey.fixed + survey.open).toBe(combinations);
    const decisions = decisionsOf(edition, 'overall');
    expect(decisions.reduce((sum, row) => sum + row.combinations, 0)).toBe(combinations);
  });

  it('[F24] fire as often as can be reckoned by hand', () => {
    const slac = framework('slac-2009');
    const one: Made = {
      limits: 'looked-after',
      when: [{ areas: 'key', grades: ['inadequate'], atLeast: 1 }],
      permits: ['adequate', 'inadequate'],
    };
    const half = { ...slac, rules: rulesOf([one]), examples: [] };
    expect(checkFramework(half)).toEqual([]);
    expect(surveyOf(half, 'looked-after')).toMatchObject({
      combinations: 4 ** 9,
      fires: [{ combinations: 4 ** 9 - 3 ** 9 }],
    });
    const [, alone, two] = surveyOf(force, 'overall').fires.map((each) => each.combinations);
    expect(alone).toBe(5 ** 9);
    // Two or three of three in two of five grades, whatever the other seven are.
    expect(two).toBe((3 * 2 * 2 * 3 + 2 ** 3) * 5 ** 7);
  });

  it.each(sizes)('[F24] leave for any grades what they leave one by one: %s', (_, edition) => {
    const grades = edition.scale.map(({ id }) => id);
    for (let seed = 0; seed < 60; seed += 1) {
      const all = some(edition, grades, seed);
      const wanted = leftBy(edition, all, ['must', 'expected'], 'overall');
      const outcome = outcomeOf(edition, 'overall', all);
      expect(outcome.expected).toEqual(wanted);
      for (const { area, to, expected } of outcome.changes)
        expect(expected).toEqual(leftBy(edition, { ...all, [area]: to }, ['must', 'expected'], 'overall'));
    }
  });

  it('[F24] say while areas are missing what is left, what decides and what would change it', () => {
    expect(soFar(wide, outcomeOf(wide, 'overall', {}))).toMatch(
      /^any grade is still possible; Area 1, Area 2, .* decide$/,
    );
    const poor = { a5: 'poor', a6: 'poor', a7: 'poor' };
    expect(soFar(wide, outcomeOf(wide, 'overall', poor))).toBe('poor is certain already');
    const all = Object.fromEntries(wide.areas.map(({ id }) => [id, 'high']));
    const { a1: _, ...but } = all;
    expect(soFar(wide, outcomeOf(wide, 'overall', but))).toBe('any grade is still possible; Area 1 decides');
    expect(changesInWords(wide, outcomeOf(wide, 'overall', all))).toEqual([
      'Sound, low or poor if area 1 falls to low; sound, low or poor if any of 21 judgements falls to low or worse.',
    ]);
  });

  it('[F24] are refused with the combination where they are wrong', () => {
    const floor = rulesOf([{ when: [{ areas: 'key', grades: ['low'], atLeast: 4 }], permits: ['high'] }]);
    const [empty] = checkFramework({
      ...wide,
      rules: [...wide.rules, ...floor.map((each) => ({ ...each, id: 'R-8' }))],
    });
    expect(empty?.wrong).toMatch(
      /^leave no grade for Overall in \d+ of 34359738368000 combinations, such as a1 low, a2 low, a3 low, a4 low, a5 high, /,
    );
    const falling = rulesOf([{ when: [{ areas: ['a3', 'a20'], grades: ['low'], atLeast: 2 }], permits: ['poor'] }]);
    const wrong = checkFramework({ ...wide, rules: falling }).map((each) => each.wrong);
    expect(wrong).toContain('make Overall worse (expected) when a20 is better: with a3 low, a20 low rather than poor');
  });

  it('[F24] are compared by what tells them apart', () => {
    expect(compareOutcomes(wide, wide, [])).toMatchObject([{ combinations: 4 ** 19 * 5 ** 3, different: [] }]);
    const [, , , , , ...few] = force.rules;
    const strict = { ...force, rules: few };
    const lenient = { ...force, rules: few.slice(1) };
    const [compared] = compareOutcomes(strict, lenient, []);
    // What is left differs where five or fewer of the ten are outstanding: the others good, or any below outstanding.
    const upToFive = [0, 1, 2, 3, 4, 5].map((best) => choose(10, best));
    const good = upToFive.reduce((sum, ways) => sum + ways, 0);
    const all = upToFive.reduce((sum, ways, best) => sum + ways * 4 ** (10 - best), 0);
    expect(
      compared?.different.map(({ combinations, one, other }) => [combinations, one.expected, other.expected]),
    ).toEqual(
      expect.arrayContaining([
        [good, ['good'], ['outstanding', 'good']],
        [all - good, ['good', 'adequate', 'improve', 'inadequate'], five],
      ]),
    );
  });

  it('[F24] are compared as far as both count, where one counts an area that the other has not', () => {
    const few = { when: [{ areas: 'key', grades: ['inadequate'], atMost: 1 }], permits: five.slice(0, 4) };
    const [compared] = compareOutcomes(over(10, five, [few]), over(9, five, [few]), []);
    expect(compared).toMatchObject({ combinations: 5 ** 9 });
    // With one inadequate of the nine, the tenth decides.
    expect(compared?.different).toMatchObject([
      { combinations: 9 * 4 ** 8, one: { expected: five }, other: { expected: five.slice(0, 4) } },
    ]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Framework } from '../../src/domain/framework.ts';
import { countedAreas, decidingRules, outcomeOf } from '../../src/domain/grading.ts';
import { checkFramework } from '../../src/frameworks.ts';
import { framework as edition, shipped } from '../support/frameworks.ts';
import { aMadeUpFramework, completed, leftBy, someGrades } from './grading-made-up.ts';

const [O, G, R, I] = ['outstanding', 'good', 'requires-improvement', 'inadequate'] as const;
const times = (grades: readonly string[], grade: string) => grades.filter((each) => each === grade).length;

/** The corridor of single inspections, read off 173 published results, in words of its own. */
const singleInspection = (keys: readonly string[]): string[] => {
  const leadership = keys.at(-1);
  const judged = keys.filter((grade) => grade !== 'not-judged');
  if (judged.includes(I)) return [I];
  if (times(judged, R) >= 2 || leadership === R) return [R];
  if (times(judged, R) === 1) return [G, R];
  if (times(judged, O) === judged.length) return [O];
  return times(judged, O) >= 2 ? [O, G] : [G];
};

/** The corridor of ILACS to March 2026, read off 313 published results. */
const ilacs = (all: readonly string[]): string[] => {
  const [leaders, ...experiences] = all;
  if (experiences.includes(I)) return [I];
  if (leaders === I) return [R, I];
  if (leaders === R) return [R];
  if (times(all, R) >= 2) return [R];
  if (times(all, R) === 1) return [G, R];
  if (leaders !== O || times(all, O) < 2) return [G];
  return times(all, O) === all.length || (all.length === 4 && times(all, O) === 3) ? [O] : [O, G];
};

const combinations = (framework: Framework, ids: readonly string[]): string[][] =>
  ids.reduce<string[][]>((found) => found.flatMap((grades) => framework.scale.map(({ id }) => [...grades, id])), [[]]);

describe('every combination of grades', () => {
  it.each([
    ['sif-2013', ['help-and-protection', 'looked-after-and-permanence', 'leadership'], singleInspection, 64],
    ['ilacs-2018', ['leaders', 'help-and-protection', 'in-care-and-care-leavers'], ilacs, 64],
    ['ilacs-2023', ['leaders', 'help-and-protection', 'in-care', 'care-leavers'], ilacs, 256],
  ] as const)('[G1] of %s expects the grades of the corridor', (name, areas, corridor, size) => {
    const framework = edition(name);
    const all = combinations(framework, areas);
    expect(all).toHaveLength(size);
    for (const grades of all) {
      const given = Object.fromEntries(areas.map((id, position) => [id, grades[position]]));
      expect(outcomeOf(framework, 'overall', given).expected, grades.join(', ')).toEqual(corridor(grades));
    }
  });

  it('[G1] of sif-2013 keeps to the corridor where looked after and permanence is not judged', () => {
    const framework = edition('sif-2013');
    for (const [help = '', leadership = ''] of combinations(framework, ['help-and-protection', 'leadership'])) {
      const given = { 'help-and-protection': help, 'looked-after-and-permanence': 'not-judged', leadership };
      expect(outcomeOf(framework, 'overall', given).expected).toEqual(
        singleInspection([help, 'not-judged', leadership]),
      );
    }
  });
});

const real = fc.constantFrom(...['sif-2013', 'ilacs-2018', 'ilacs-2023'].map(edition));
const sound = aMadeUpFramework.filter(
  (framework) => !checkFramework(framework).some(({ wrong }) => wrong.startsWith('leave no')),
);
const anyOf = fc
  .oneof(real, sound)
  .chain((framework) => fc.record({ framework: fc.constant(framework), grades: someGrades(framework) }));

describe('while areas are missing', () => {
  it('[G2] leaves exactly what some way of completing them leaves, for every overall and limited area', () => {
    fc.assert(
      fc.property(anyOf, ({ framework, grades }) => {
        const limited = new Set(framework.rules.map(({ limits }) => limits));
        for (const of of limited) {
          const outcome = outcomeOf(framework, of, grades);
          const all = completed(framework, grades);
          const union = (forces: string[]) => {
            const left = new Set(all.flatMap((each) => leftBy(framework, each, forces, of)));
            return framework.scale.map(({ id }) => id).filter((grade) => left.has(grade));
          };
          expect(outcome.permitted).toEqual(union(['must']));
          expect(outcome.expected).toEqual(union(['must', 'expected']));
          expect(outcome.certain).toBe(outcome.expected.length === 1 ? outcome.expected[0] : null);
        }
      }),
    );
  });

  it('[G3] says of a rule that it fires only where it does in every way of completing them', () => {
    fc.assert(
      fc.property(anyOf, ({ framework, grades }) => {
        const all = completed(framework, grades);
        for (const { rule, fired, lacked } of outcomeOf(framework, 'overall', grades).rules) {
          // A rule alone, permitting nothing, shows by what is left whether it fires.
          const alone = { ...framework, rules: [{ ...rule, force: 'must' as const, permits: [] }] };
          const fires = all.filter((each) => leftBy(alone, each, ['must'], 'overall').length === 0).length;
          expect(fired, rule.id).toBe(fires === all.length ? 'yes' : fires === 0 ? 'no' : 'depends');
          expect(lacked === '', rule.id).toBe(fired === 'yes');
        }
      }),
    );
  });
});

describe('a better grade in one area', () => {
  it('[G4] never makes the best or the worst of what is left worse, under any caps and floors', () => {
    const improved = sound.chain((framework) =>
      fc.record({
        framework: fc.constant(framework),
        grades: someGrades(framework),
        area: fc.constantFrom(...framework.areas.map(({ id }) => id)),
        ranks: fc.uniqueArray(fc.nat({ max: framework.scale.length - 1 }), { minLength: 2, maxLength: 2 }),
      }),
    );
    fc.assert(
      fc.property(improved, ({ framework, grades, area, ranks }) => {
        const [better, worse] = ranks.toSorted((one, other) => one - other).map((rank) => framework.scale[rank]?.id);
        const rank = (grade: string | undefined) => framework.scale.findIndex(({ id }) => id === grade);
        const above = outcomeOf(framework, 'overall', { ...grades, [area]: better });
        const below = outcomeOf(framework, 'overall', { ...grades, [area]: worse });
        for (const force of ['permitted', 'expected'] as const) {
          expect(rank(above[force][0])).toBeLessThanOrEqual(rank(below[force][0]));
          expect(rank(above[force].at(-1))).toBeLessThanOrEqual(rank(below[force].at(-1)));
        }
        expect(checkFramework(framework).filter(({ wrong }) => wrong.startsWith('make'))).toEqual([]);
      }),
    );
  });
});

describe('the nearest single changes', () => {
  it('[G5] are all changes of a judged area that alter what is left, up to the first other effect in each direction', () => {
    fc.assert(
      fc.property(anyOf, ({ framework, grades }) => {
        const now = outcomeOf(framework, 'overall', grades);
        const scale = framework.scale.map(({ id }) => id);
        const told = now.changes.map(({ area, to }) => `${area} ${to}`);
        for (const { area, grade } of now.judged) {
          for (const direction of [
            scale.slice(0, scale.indexOf(grade)).toReversed(),
            scale.slice(scale.indexOf(grade) + 1),
          ]) {
            if (grade === 'not-judged') continue;
            const effects = direction.map((to) => {
              const { permitted, expected } = outcomeOf(framework, 'overall', { ...grades, [area]: to });
              return { to, effect: `${permitted} / ${expected}` };
            });
            const first = effects.findIndex(({ effect }) => effect !== `${now.permitted} / ${now.expected}`);
            const after = effects.slice(first < 0 ? effects.length : first);
            const other = after.findIndex(({ effect }) => effect !== after[0]?.effect);
            const wanted = after.slice(0, other < 0 ? after.length : other).map(({ to }) => `${area} ${to}`);
            expect(told.filter((each) => direction.some((to) => each === `${area} ${to}`))).toEqual(wanted);
          }
        }
        for (const missing of [
          ...now.missing,
          ...now.judged.filter(({ grade }) => grade === 'not-judged').map(({ area }) => area),
        ])
          expect(now.changes.some(({ area }) => area === missing)).toBe(false);
      }),
    );
  });
});

describe('a question to be answered in words', () => {
  it('[G6] never moves a grade', () => {
    fc.assert(
      fc.property(anyOf, ({ framework, grades }) => {
        const silent = { ...framework, rules: framework.rules.filter(({ force }) => force !== 'consider') };
        const [asked, unasked] = [framework, silent].map((each) => outcomeOf(each, 'overall', grades));
        expect(asked?.expected).toEqual(unasked?.expected);
        expect(asked?.permitted).toEqual(unasked?.permitted);
        expect(asked?.changes).toEqual(unasked?.changes);
      }),
    );
  });
});

describe('the order of rules in the file', () => {
  it('[G7] does not matter to what is left', () => {
    const shuffled = anyOf.chain(({ framework, grades }) =>
      fc
        .shuffledSubarray(framework.rules, { minLength: framework.rules.length })
        .map((rules) => ({ framework, other: { ...framework, rules }, grades })),
    );
    fc.assert(
      fc.property(shuffled, ({ framework, other, grades }) => {
        const [one, two] = [framework, other].map((each) => outcomeOf(each, 'overall', grades));
        expect(one?.expected).toEqual(two?.expected);
        expect(one?.permitted).toEqual(two?.permitted);
      }),
    );
  });
});

describe('the rules that decide', () => {
  const limiting = shipped.filter(({ rules }) => rules.length > 0);
  const ofShipped = fc
    .constantFrom(...limiting)
    .chain((framework) => fc.record({ framework: fc.constant(framework), grades: someGrades(framework) }));

  /** What these rules alone leave, permitted and expected, in some way of completing the grades. */
  const leftByThese = (framework: Framework, rules: Framework['rules'], grades: Record<string, string>[], of: string) =>
    [['must'], ['must', 'expected']].map((forces) =>
      [...new Set(grades.flatMap((each) => leftBy({ ...framework, rules }, each, forces, of)))].sort(),
    );
  const choices = <Each>(all: readonly Each[], size: number): Each[][] =>
    size === 0 ? [[]] : all.flatMap((each, at) => choices(all.slice(at + 1), size - 1).map((rest) => [each, ...rest]));

  it('[G18] by themselves leave what all of them leave, no fewer do, and they are the same each time', () => {
    fc.assert(
      fc.property(fc.oneof({ arbitrary: ofShipped, weight: 3 }, anyOf), ({ framework, grades }) => {
        for (const of of new Set(framework.rules.map(({ limits }) => limits))) {
          const outcome = outcomeOf(framework, of, grades);
          const counted = countedAreas(framework, of);
          const areas = framework.areas.filter(({ id }) => counted.includes(id));
          const all = completed({ ...framework, areas }, grades);
          const rules = decidingRules(framework, outcome).map(({ rule }) => rule);
          const wanted = leftByThese(framework, framework.rules, all, of);
          expect(leftByThese(framework, rules, all, of)).toEqual(wanted);
          const others = framework.rules.filter(({ limits, force }) => limits === of && force !== 'consider');
          for (const fewer of rules.length > 0 ? choices(others, rules.length - 1) : [])
            expect(leftByThese(framework, fewer, all, of)).not.toEqual(wanted);
          expect(decidingRules(framework, outcomeOf(framework, of, { ...grades })).map(({ rule }) => rule)).toEqual(
            rules,
          );
        }
      }),
      { numRuns: 300 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { changesInWords, countedAreas, decidingRules, outcomeOf, soFar } from '../../src/domain/grading.ts';
import { becauseInWords } from '../../src/words/overall.ts';
import { framework } from '../support/frameworks.ts';
import { madeUp, madeUpArea } from '../support/made-up.ts';

const sif = framework('sif-2013');
const ilacs = framework('ilacs-2018');
const areas = { help: 'help-and-protection', lookedAfter: 'looked-after-and-permanence', leadership: 'leadership' };

/** Single inspection grades by short names. */
const given = (grades: Partial<Record<keyof typeof areas, string>>) =>
  Object.fromEntries(
    Object.entries(grades).map(([name, grade]) => [
      Object.entries(areas).find(([short]) => short === name)?.[1],
      grade,
    ]),
  );

describe('overall effectiveness of a single inspection', () => {
  it('[G8] counts the three key judgements, and nothing else moves it', () => {
    expect(countedAreas(sif, 'overall')).toEqual(Object.values(areas));
    const keys = given({ help: 'good', lookedAfter: 'good', leadership: 'good' });
    const others = { adoption: 'inadequate', 'care-leavers': 'inadequate', lscb: 'inadequate' };
    expect(outcomeOf(sif, 'overall', { ...keys, ...others })).toEqual(outcomeOf(sif, 'overall', keys));
  });

  it('[G9] is certain already with one key judgement inadequate', () => {
    const outcome = outcomeOf(sif, 'overall', given({ help: 'inadequate' }));
    expect(outcome).toMatchObject({
      permitted: ['inadequate'],
      expected: ['inadequate'],
      certain: 'inadequate',
      fixed: true,
    });
    expect(outcome.judged).toEqual([{ area: 'help-and-protection', grade: 'inadequate' }]);
    expect(outcome.missing).toEqual(['looked-after-and-permanence', 'leadership']);
    expect(soFar(sif, outcome)).toBe('inadequate is certain already');
  });

  it('[G10] names the rules that ruled something out, the musts first, each with what it rules out', () => {
    const { because } = outcomeOf(
      sif,
      'overall',
      given({ help: 'inadequate', lookedAfter: 'good', leadership: 'good' }),
    );
    expect(because.map(({ rule, ruledOut }) => [rule.id, ruledOut])).toEqual([
      ['SIF-1', ['outstanding', 'good', 'requires-improvement']],
      ['SIF-6a', ['outstanding']],
      ['SIF-6b', ['outstanding']],
    ]);
    const lastFirst = { ...sif, rules: sif.rules.toReversed() };
    const reversed = outcomeOf(
      lastFirst,
      'overall',
      given({ help: 'inadequate', lookedAfter: 'good', leadership: 'good' }),
    );
    expect(reversed.because.map(({ rule }) => rule.id)).toEqual(['SIF-1', 'SIF-6b', 'SIF-6a']);
  });

  it('[G11] says of each rule that did not fire what it lacked', () => {
    const outcome = outcomeOf(sif, 'overall', given({ help: 'requires-improvement', lookedAfter: 'good' }));
    const lacked = Object.fromEntries(outcome.rules.map((result) => [result.rule.id, [result.fired, result.lacked]]));
    expect(lacked['SIF-1']).toEqual([
      'depends',
      'needs at least one key judgement at inadequate; none is, and Leadership is not judged yet',
    ]);
    expect(lacked['SIF-5a']).toEqual([
      'depends',
      'needs Leadership at requires improvement or worse; Leadership is not judged yet',
    ]);
    expect(lacked['SIF-7a']).toEqual([
      'no',
      'needs no key judgement at requires improvement or worse; one is (Help and protection), and Leadership is not judged yet',
    ]);
    expect(lacked['SIF-6a']).toEqual(['yes', '']);
  });

  it('[G12] does not count an area that is not judged', () => {
    const grades = given({ help: 'good', lookedAfter: 'not-judged', leadership: 'good' });
    const outcome = outcomeOf(sif, 'overall', grades);
    expect(outcome).toMatchObject({ expected: ['good'], missing: [] });
    expect(outcome.judged).toContainEqual({ area: 'looked-after-and-permanence', grade: 'not-judged' });
  });

  it('[G13] refuses to work with a grade that the area cannot have', () => {
    expect(() => outcomeOf(sif, 'overall', given({ help: 'adequate' }))).toThrow('"adequate" is no grade');
    expect(() => outcomeOf(sif, 'overall', given({ leadership: 'not-judged' }))).toThrow('"not-judged" is no grade');
    expect(() => outcomeOf(sif, 'capacity', {})).toThrow('sif-2013 has no judgement area "capacity"');
    expect(() => outcomeOf(framework('ilacs-2026'), 'overall', {})).toThrow(
      'ilacs-2026 has no judgement area "overall"',
    );
  });
});

describe('a judgement that rules limit', () => {
  it('[G14] is expected below good while a sub-judgement is inadequate, and may still be given otherwise', () => {
    const outcome = outcomeOf(sif, 'looked-after-and-permanence', { adoption: 'inadequate' });
    expect(outcome).toMatchObject({ expected: ['requires-improvement', 'inadequate'], certain: null });
    expect(outcome.permitted).toHaveLength(4);
    expect(soFar(sif, outcome)).toBe('requires improvement or inadequate, whatever Care leavers turns out to be');
  });

  it('[G14] has every grade left where no rule limits it', () => {
    const outcome = outcomeOf(sif, 'leadership', { leadership: 'good' });
    expect(outcome).toMatchObject({ judged: [], missing: [], rules: [], changes: [], fixed: false });
    expect(outcome.expected).toEqual(['outstanding', 'good', 'requires-improvement', 'inadequate']);
    expect(soFar(sif, outcome)).toBe('any grade');
  });
});

describe('where the overall grade stands so far', () => {
  it('[G15] tells the grades left and the areas that can still decide', () => {
    const told = (grades: Parameters<typeof given>[0]) => soFar(sif, outcomeOf(sif, 'overall', given(grades)));
    expect(told({})).toBe(
      'any grade is still possible; Help and protection, Looked after and permanence, and Leadership decide',
    );
    expect(told({ help: 'good', lookedAfter: 'requires-improvement' })).toBe(
      'good, requires improvement or inadequate; Leadership decides',
    );
    expect(told({ leadership: 'requires-improvement', help: 'good', lookedAfter: 'good' })).toBe(
      'requires improvement',
    );
    expect(told({ help: 'good', lookedAfter: 'requires-improvement', leadership: 'good' })).toBe(
      'good or requires improvement',
    );
  });
});

describe('what would change the overall grade', () => {
  const told = (grades: Parameters<typeof given>[0]) => changesInWords(sif, outcomeOf(sif, 'overall', given(grades)));

  it('[G16] is told as the nearest change of each judgement in each direction', () => {
    expect(told({ help: 'good', lookedAfter: 'requires-improvement', leadership: 'good' })).toEqual([
      'Only good if looked after and permanence rises to good or better.',
      'Only requires improvement if help and protection or leadership fall to requires improvement; only inadequate if looked after and permanence falls to inadequate.',
    ]);
  });

  it('[G16] is told in one sentence where several changes come to the same', () => {
    const only = { help: 'inadequate', lookedAfter: 'requires-improvement', leadership: 'requires-improvement' };
    expect(told(only)).toEqual([
      'Only requires improvement if help and protection rises to requires improvement or better.',
    ]);
  });

  it('[G16] is nothing where no single change would alter it', () => {
    expect(told({ help: 'inadequate', lookedAfter: 'inadequate', leadership: 'inadequate' })).toEqual([
      'No single change of a judgement would alter it.',
    ]);
  });

  it('[G16] says so where only what is permitted would change', () => {
    const strict = {
      ...sif,
      rules: sif.rules
        .filter(({ id }) => id === 'SIF-1' || id === 'SIF-5a')
        .map((rule) => (rule.force === 'expected' ? { ...rule, permits: ['inadequate'] } : rule)),
    };
    const grades = given({ help: 'inadequate', lookedAfter: 'good', leadership: 'requires-improvement' });
    expect(changesInWords(strict, outcomeOf(strict, 'overall', grades))).toEqual([
      'Any grade permitted if help and protection rises to requires improvement or better.',
    ]);
  });
});

describe('leaders inadequate while no experiences judgement is', () => {
  it('[G17] asks why overall is inadequate or is not, and leaves both grades', () => {
    const grades = { leaders: 'inadequate', 'help-and-protection': 'good', 'in-care-and-care-leavers': 'good' };
    const outcome = outcomeOf(ilacs, 'overall', grades);
    expect(outcome.questions.map(({ id }) => id)).toEqual(['IL-2']);
    expect(outcome.expected).toEqual(['requires-improvement', 'inadequate']);
    expect(outcome.because.map(({ rule }) => rule.id)).not.toContain('IL-2');
  });

  it('[G17] asks nothing once an experiences judgement is inadequate too', () => {
    const grades = { leaders: 'inadequate', 'help-and-protection': 'inadequate' };
    expect(outcomeOf(ilacs, 'overall', grades).questions).toEqual([]);
  });
});

describe('why these grades are left', () => {
  const [O, G, R, I] = ['outstanding', 'good', 'requires-improvement', 'inadequate'];
  const edition = framework('ilacs-2023');
  const why = (leaders?: string, help?: string, care?: string, leavers?: string) =>
    becauseInWords(
      edition,
      outcomeOf(edition, 'overall', {
        leaders,
        'help-and-protection': help,
        'in-care': care,
        'care-leavers': leavers,
      }),
    );

  it.each([
    [
      [G, R, G, G],
      'no judgement is inadequate, so not inadequate (IL-3); impact of leaders is good, so not outstanding (IL-7a)',
    ],
    [
      [O, O, O, R],
      'no judgement is inadequate, so not inadequate (IL-3); care leavers are below good, so not outstanding (IL-7c)',
    ],
    [[I, I, G, G], 'help and protection is inadequate, so overall is too (IL-1)'],
    [[G, I, I, I], 'three judgements are inadequate, so overall is too (IL-1)'],
    [
      [O, G, R, R],
      'no judgement is inadequate, so not inadequate (IL-3); children in care and care leavers are below good, so overall is too (IL-5)',
    ],
    [
      [O, G, G, G],
      'only impact of leaders is outstanding, so not outstanding (IL-7b); no judgement is below good, so good or better (IL-8a)',
    ],
    [[O, O, O, O], 'leaders and two others outstanding, none below good, make overall outstanding (IL-8b)'],
    [[undefined, G, G, G], 'at most one judgement is outstanding, so not outstanding (IL-7b)'],
    [[G], 'impact of leaders is good, so not outstanding (IL-7a)'],
    [[], ''],
  ])('[G19] is told from the judgements by the fewest rules, each with its id', (grades, words) => {
    expect(why(...grades)).toBe(words);
  });

  it('[G19] names what a rule limits where it is not the only overall grade, and the key judgements where there are others', () => {
    const of = 'looked-after-and-permanence';
    expect(becauseInWords(sif, outcomeOf(sif, of, { 'care-leavers': 'inadequate' }))).toBe(
      'care leavers are inadequate, so below good (SIF-3)',
    );
    const keys = given({ help: 'outstanding', lookedAfter: 'not-judged', leadership: 'outstanding' });
    expect(becauseInWords(sif, outcomeOf(sif, 'overall', keys))).toBe(
      'no key judgement is below outstanding, so outstanding (SIF-7b)',
    );
  });

  it('[G18] are told at once where eighteen areas and as many rules count', () => {
    const ids = Array.from({ length: 18 }, (_, at) => `a${at}`);
    const scale = [O, G, R, I].map((id = '') => ({ id, label: id, mark: id.charAt(0) }));
    const many = madeUp({
      scale,
      areas: ids.map((id) => madeUpArea(id)),
      rules: ids.map((_, at) => ({
        id: `R${at}`,
        limits: 'overall',
        force: at % 3 === 0 ? ('must' as const) : ('expected' as const),
        status: 'made up',
        source: 'made up',
        because: 'made up',
        when: [
          {
            areas: 'key',
            grades: [at % 2 === 0 ? 'requires-improvement' : 'inadequate', 'inadequate'].slice(at % 2),
            atLeast: at + 1,
          },
        ],
        permits: ['requires-improvement', 'inadequate'].slice(at > 8 ? 1 : 0),
      })),
    });
    const grades = Object.fromEntries(ids.map((id) => [id, I]));
    const outcome = outcomeOf(many, 'overall', grades);
    expect(decidingRules(many, outcome).map(({ rule }) => rule.id)).toEqual(['R9']);
    expect(decidingRules(many, outcomeOf(many, 'overall', {}))).toEqual([]);
  });
});

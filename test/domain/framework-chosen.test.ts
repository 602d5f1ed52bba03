import { describe, expect, it } from 'vitest';
import {
  areaOf,
  asNarrative,
  asVariant,
  Framework,
  gradeLabel,
  gradesFor,
  stepsOf,
  withTheme,
} from '../../src/domain/framework.ts';
import { outcomeOf, soFar } from '../../src/domain/grading.ts';
import { checkFramework } from '../../src/frameworks.ts';
import { framework, shipped } from '../support/frameworks.ts';
import { madeUp, madeUpArea } from '../support/made-up.ts';

const area = (id: string, more: Parameters<typeof madeUpArea>[1] = {}) =>
  madeUpArea(id, { title: id, short: id, ...more });

const made = (more: object): Framework =>
  madeUp({
    id: 'made-2030',
    inForce: { from: '2030-01-01', to: null },
    scale: [
      { id: 'good', label: 'Good', printed: 'Grade 2', mark: '●' },
      { id: 'poor', label: 'Poor', printed: 'Grade 4', mark: '○' },
    ],
    areas: [area('help'), area('care'), area('board')],
    overalls: [{ id: 'overall', title: 'Overall', areas: ['help', 'board'] }],
    rules: [],
    timetable: [
      { id: 'call', what: 'Call', who: 'Lead', when: { from: 'first-day', weeks: -1 }, confidence: 'sourced' },
      {
        id: 'read',
        what: 'Read',
        when: { from: 'call', workingDays: [1, 3] },
        variants: ['whole'],
        confidence: 'sourced',
      },
      { day: 'Week 2', what: 'Kept before steps had dates', confidence: 'sourced' },
    ],
    ...more,
  });

const variants = [
  { id: 'whole', label: 'Whole', confidence: 'sourced' },
  {
    id: 'short',
    label: 'Short',
    without: ['board'],
    fieldwork: { workingDays: 5, confidence: 'sourced' },
    confidence: 'sourced',
  },
];

describe('what is chosen when an inspection starts', () => {
  it('[FW1] is a variant: its fieldwork, its steps, and no area that it does not look at', () => {
    const short = asVariant(made({ variants, fieldwork: { workingDays: 10, confidence: 'sourced' } }), 'short');
    expect(short.areas.map(({ id }) => id)).toEqual(['help', 'care']);
    expect(short.overalls[0]?.areas).toEqual(['help']);
    expect(short.fieldwork?.workingDays).toBe(5);
    expect(stepsOf(short).map(({ id }) => id)).toEqual(['call']);
    expect(short.variants.map(({ id }) => id)).toEqual(['short']);
    expect(asVariant(made({ variants }), 'whole').areas).toHaveLength(3);
    expect(() => asVariant(made({ variants }), 'long')).toThrow('there is no variant "long"');
  });

  it('[FW1] is one theme of several', () => {
    const themes = [
      { id: 'front-door', label: 'The front door' },
      { id: 'care', label: 'Care' },
    ];
    expect(withTheme(made({ themes }), 'care').themes).toEqual([{ id: 'care', label: 'Care' }]);
    expect(() => withTheme(made({ themes }), 'missing')).toThrow('there is no theme "missing"');
  });

  it.each(shipped.filter(({ output }) => output === 'grades').map((each) => [each.id, each] as const))(
    '[FW2] can be narrative under %s: it has areas to speak of, and every check holds',
    (_, each) => {
      const narrative = asNarrative(each);
      expect(checkFramework(narrative)).toEqual([]);
      expect(narrative.areas.length).toBeGreaterThan(2);
      expect(narrative.areas.filter(({ kind }) => kind === 'input')).toEqual([]);
    },
  );

  it('[FW2] is narrative under any framework: strengths and weaknesses for each area, a remedy for each, no grade at all', () => {
    const narrative = asNarrative(framework('sif-2013'));
    expect(checkFramework(narrative)).toEqual([]);
    expect(narrative.findings.map(({ label, per, remedy }) => [label, per, remedy === true])).toEqual([
      ['Strengths', 'area', false],
      ['Weaknesses', 'area', true],
    ]);
    expect(narrative.areas.map(({ id }) => id)).toEqual(framework('sif-2013').areas.map(({ id }) => id));
    for (const each of narrative.areas)
      expect(gradesFor(narrative, each).filter((id) => id !== 'not-judged')).toEqual([]);
    expect(Framework.parse(JSON.parse(JSON.stringify(narrative)))).toEqual(narrative);
  });
});

describe('steps of a timetable', () => {
  it('[FW3] are counted from a day or another step, in working days or by the calendar; weeks are seven days', () => {
    expect(stepsOf(made({})).map(({ id, from, unit, first, last }) => [id, from, unit, first, last])).toEqual([
      ['call', 'first-day', 'days', -7, -7],
      ['read', 'call', 'workingDays', 1, 3],
    ]);
  });

  it('[FW3] have one way of counting each', () => {
    const timetable = [
      { id: 'call', what: 'Call', when: { from: 'first-day', days: 1, weeks: 1 }, confidence: 'sourced' },
    ];
    expect(() => made({ timetable })).toThrow('one of workingDays, days and weeks');
  });
});

describe('grades as a framework printed them', () => {
  it('[FW4] have its number after the word, never alone', () => {
    expect(gradeLabel(made({}), 'poor')).toBe('Poor (Grade 4)');
    expect(gradeLabel(framework('sif-2013'), 'good')).toBe('Good');
  });

  it('[FW5] are an area’s own where it has a scale of its own', () => {
    const own = [
      { id: 'found', label: 'Found', mark: '▲' },
      { id: 'none', label: 'None', mark: '△' },
    ];
    const input = made({
      areas: [area('help'), area('visit', { kind: 'input', scale: own })],
      overalls: [],
      noOverall: 'None.',
    });
    expect(gradesFor(input, areaOf(input, 'visit'))).toEqual(['found', 'none']);
    expect(gradeLabel(input, 'none')).toBe('None');
    expect(() => gradeLabel(input, 'some')).toThrow('made-2030 has no grade "some"');
  });
});

describe('an overall that no rule limits', () => {
  it('[FW6] is over the areas the framework says, which are judged first, and keeps every grade', () => {
    const outcome = outcomeOf(made({}), 'overall', { help: 'good', care: 'poor' });
    expect(outcome).toMatchObject({ missing: ['board'], expected: ['good', 'poor'], fixed: false, certain: null });
    expect(soFar(made({}), outcome)).toBe('any grade');
  });
});

describe('a framework kept by an earlier version', () => {
  it('[FW20] reads as it was, with nothing of what came later', () => {
    const { unverified, findings, urgencies, agencies, findingsByAgency, themes, cohorts, variants, ...earlier } =
      framework('sif-2013');
    const { notice, fieldwork, pause, examples, $schema, ...kept } = earlier;
    const row = { day: 'Week 2', what: 'The authority audits 20 cases', confidence: 'sourced' };
    const read = Framework.parse(JSON.parse(JSON.stringify({ ...kept, timetable: [row] })));
    expect(read).toMatchObject({ findings: [], urgencies: [], agencies: [], themes: [], cohorts: [], variants: [] });
    expect(read).toMatchObject({ unverified: [], findingsByAgency: false, timetable: [row] });
    expect(stepsOf(read)).toEqual([]);
    expect(read.rules).toEqual(framework('sif-2013').rules);
  });
});

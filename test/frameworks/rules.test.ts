import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Framework } from '../../src/domain/framework.ts';
import { readFramework, rulesDecidingNothing } from '../../src/frameworks.ts';
import { at, ownFolder, rule, sound, spoiltIn } from './spoilt.ts';

const folder = ownFolder();
const spoilt = (spoil: (framework: Framework) => unknown): string => spoiltIn(folder(), spoil);

describe('a rule of a framework', () => {
  const cases: [string, (framework: Framework) => unknown, string][] = [
    [
      'limits something unknown',
      (framework) => rule(framework, 0, { limits: 'capacity' }),
      'rules[0].limits: is "capacity", which is no overall and no area',
    ],
    [
      'counts an unknown area',
      (framework) => rule(framework, 3, { when: [{ areas: 'leaders', grades: ['inadequate'], atLeast: 1 }] }),
      'rules[3].when[0].areas: is "leaders", which is no area',
    ],
    [
      'counts an unknown area in a list',
      (framework) => rule(framework, 3, { when: [{ areas: ['lscb', 'mash'], grades: ['inadequate'], atLeast: 1 }] }),
      'rules[3].when[0].areas[1]: is "mash", which is no area',
    ],
    [
      'counts an area twice',
      (framework) => rule(framework, 3, { when: [{ areas: ['lscb', 'lscb'], grades: ['inadequate'], atLeast: 1 }] }),
      'rules[3].when[0].areas[1]: is "lscb" again',
    ],
    [
      'counts a kind that no area is of',
      (framework) => rule(framework, 3, { when: [{ areas: 'input', grades: ['inadequate'], atLeast: 1 }] }),
      'rules[3].when[0].areas: is "input", and no area is of that kind',
    ],
    [
      'counts what it limits',
      (framework) => rule(framework, 3, { limits: 'leadership' }),
      'rules[3].when[0].areas: counts "leadership", which the rule limits',
    ],
    [
      'counts an unknown grade',
      (framework) => rule(framework, 0, { when: [{ areas: 'key', grades: ['weak'], atLeast: 1 }] }),
      'rules[0].when[0].grades[0]: is "weak", which is no grade',
    ],
    [
      'permits an unknown grade',
      (framework) => rule(framework, 0, { permits: ['weak'] }),
      'rules[0].permits[0]: is "weak", which is no grade',
    ],
    [
      'permits with a gap',
      (framework) => rule(framework, 0, { permits: ['good', 'inadequate'] }),
      'rules[0].permits: is "good", "inadequate"',
    ],
    [
      'permits the whole scale',
      (framework) => rule(framework, 0, { permits: framework.scale.map(({ id }) => id) }),
      'rules[0].permits: is "outstanding", "good"',
    ],
    [
      'wants more areas than it counts',
      (framework) => rule(framework, 0, { when: [{ areas: 'key', grades: ['inadequate'], atLeast: 4 }] }),
      'rules[0].when[0].atLeast: is 4, while 3 areas are counted. Right would be: a number from 1 to 3',
    ],
    [
      'is bounded by what always holds',
      (framework) => rule(framework, 0, { when: [{ areas: 'key', grades: ['inadequate'], atMost: 3 }] }),
      'rules[0].when[0].atMost: is 3, while 3 areas are counted. Right would be: a number from 0 to 2',
    ],
    [
      'has both bounds',
      (framework) => rule(framework, 0, { when: [{ areas: 'key', grades: ['inadequate'], atLeast: 1, atMost: 2 }] }),
      'Right would be: either atLeast or atMost, and not both',
    ],
    [
      'has no condition',
      (framework) => rule(framework, 0, { when: [] }),
      'rules[0].when: is []. Right would be: a list of at least one item',
    ],
    [
      'has a formula',
      (framework) => rule(framework, 0, { when: [{ areas: 'key', formula: 'mean > 2' }] }),
      'rules[0].when[0]: has the unknown field "formula"',
    ],
  ];
  it.each(cases)('[F17] is refused where it %s', (_, spoil, wanted) => {
    expect(spoilt(spoil)).toContain(wanted);
  });

  it('[F17] is refused where it both asks and permits', () => {
    expect(spoilt((framework) => rule(framework, 0, { force: 'consider', ask: 'Why?' }))).toContain(
      'rules[0]: has the unknown field "permits"',
    );
  });
});

describe('rules in every combination of grades', () => {
  it('[F18] leave at least one grade', () => {
    const message = spoilt((framework) => rule(framework, 1, { permits: ['outstanding'] }));
    expect(message).toContain('rules: leave no grade for Overall effectiveness in');
    expect(message).toContain('Right would be: rules that leave at least one grade in every combination.');
  });

  it('[F19] never leave worse for a better grade', () => {
    const message = spoilt((framework) => {
      Object.assign(framework, { rules: framework.rules.slice(0, 1), examples: [] });
      rule(framework, 0, { when: [{ areas: 'leadership', grades: ['good'], atLeast: 1 }] });
    });
    expect(message).toContain(
      'rules: make Overall effectiveness worse (permitted) when leadership is better: with leadership good rather than requires-improvement',
    );
  });

  it('[F19] never leave better for a worse grade', () => {
    const message = spoilt((framework) => {
      Object.assign(framework, { rules: framework.rules.slice(0, 1), examples: [] });
      rule(framework, 0, { permits: ['outstanding', 'good'] });
    });
    expect(message).toContain('rules: make Overall effectiveness worse (expected) when leadership is better');
  });

  it('[F20] each rule something out somewhere', () => {
    const message = spoilt((framework) =>
      rule(framework, 0, {
        when: [
          { areas: 'key', grades: ['inadequate'], atLeast: 3 },
          { areas: 'key', grades: ['good'], atLeast: 1 },
        ],
      }),
    );
    expect(message).toContain('rules[0].when: holds in none of 80 combinations, so SIF-1 never rules out anything');
  });

  it('[F20] are warned of, and kept, where one decides nothing beside the others', () => {
    const framework: Framework = JSON.parse(sound);
    framework.rules.push({ ...at(framework.rules, 3), id: 'SIF-5c' });
    writeFileSync(join(folder(), 'sif-2013.json'), JSON.stringify(framework));
    expect(rulesDecidingNothing(readFramework(join(folder(), 'sif-2013.json')))).toEqual(['SIF-5a', 'SIF-5c']);
  });

  it('[F21] tell no more of them apart than can all be tried', () => {
    const message = spoilt((framework) => {
      const many = Array.from({ length: 10 }, (_, position) => `input-${position}`);
      const input = at(framework.areas, 5);
      const first = at(framework.rules, 3);
      for (const id of many) {
        framework.areas.push({ ...input, id, words: [id], kind: 'input', criteria: [], triggers: [] });
        for (const grades of [['inadequate'], ['requires-improvement', 'inadequate'], ['outstanding']])
          framework.rules.push({
            ...first,
            id: `${id}-${grades.length}${grades[0]}`,
            when: [{ areas: id, grades, atLeast: 1 }],
          });
      }
    });
    expect(message).toContain(
      'rules: count 13 areas for Overall effectiveness, which are 781250000 combinations, and tell more than 100000 of them apart. Right would be: rules that count fewer areas, or more of them alike: of combinations that differ for the rules, up to 100000 are tried.',
    );
  });
});

describe('an example of a framework', () => {
  const cases: [string, object, string][] = [
    ['names an unknown area', { grades: { housing: 'good' } }, 'examples[0].grades: has "housing", which is no area'],
    [
      'gives a grade the area cannot have',
      { grades: { leadership: 'not-judged' } },
      'examples[0].grades.leadership: is "not-judged"',
    ],
    ['is of something unknown', { of: 'capacity' }, 'examples[0].of: is "capacity", which is no overall and no area'],
    ['permits an unknown grade', { permitted: ['weak'] }, 'examples[0].permitted[0]: is "weak", which is no grade'],
    [
      'expects what the rules do not leave',
      { expected: ['good', 'requires-improvement'] },
      'examples[0].expected: is "good", "requires-improvement" in the example "Derbyshire, February 2014: one of the first five", while the rules leave "good"',
    ],
    [
      'is out of the scale’s order',
      { permitted: ['inadequate', 'requires-improvement', 'good', 'outstanding'] },
      'examples[0].permitted: is "inadequate"',
    ],
    ['was published otherwise', { published: 'outstanding' }, 'examples[0].published: is "outstanding" in the example'],
  ];
  it.each(cases)('[F22] is refused where it %s', (_, fields, wanted) => {
    expect(spoilt(({ examples = [] }) => Object.assign(at(examples, 0), fields))).toContain(wanted);
  });

  it('[F22] says which overall it is of where there are several', () => {
    const message = spoilt(({ areas, overalls }) => {
      Object.assign(at(overalls, 0), { areas: areas.map(({ id }) => id) });
      overalls.push({ id: 'capacity', title: 'Capacity to improve' });
    });
    expect(message).toContain('examples[0].of: is missing. Right would be: one of "overall", "capacity".');
  });

  it('[F22] names no overall grade where the framework gives none', () => {
    const message = spoilt((framework) =>
      Object.assign(framework, { overalls: [], papers: undefined, noOverall: 'Not given.', rules: [] }),
    );
    expect(message).toContain(
      'and this framework gives none. Right would be: permitted and expected empty, published null',
    );
  });
});

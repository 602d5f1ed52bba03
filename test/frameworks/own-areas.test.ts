import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Framework } from '../../src/domain/framework.ts';
import { conditionsInWords, countedAreas, outcomeOf, soFar } from '../../src/domain/grading.ts';
import { checkFramework, compareOutcomes, decisionsOf } from '../../src/frameworks.ts';
import { asked } from '../cli/asked.ts';
import { framework } from '../support/frameworks.ts';
import { madeUp, madeUpArea } from '../support/made-up.ts';

const area = (id: string, more: Parameters<typeof madeUpArea>[1] = {}) =>
  madeUpArea(id, { short: id.toUpperCase(), ...more });

const rule = (id: string, limits: string, areas: string | string[], more: object = {}): Framework['rules'][number] => ({
  id,
  limits,
  force: 'expected',
  status: 'made up',
  source: 'made up',
  because: 'Anything poor makes it poor',
  when: [{ areas, grades: ['poor'], atLeast: 1, ...more }],
  permits: ['poor'],
});

/** Two halves: the first over A and its part, the second over B and C. */
const halves = (rules: Framework['rules'], more: object = {}): Framework =>
  madeUp({
    id: 'halves',
    title: 'Two halves',
    short: 'Two halves',
    inForce: { from: '2030-01-01', to: null },
    scale: [
      { id: 'good', label: 'Good', mark: '●' },
      { id: 'poor', label: 'Poor', mark: '○' },
    ],
    areas: [area('a'), area('a-part', { kind: 'sub', of: 'a' }), area('b'), area('c'), area('d', { kind: 'separate' })],
    overalls: [
      { id: 'first', title: 'First half', areas: ['a'] },
      { id: 'second', title: 'Second half', areas: ['b', 'c'] },
    ],
    rules,
    ...more,
  });

const left = (edition: Framework, of: string, grades: Record<string, string>) =>
  outcomeOf(edition, of, grades).expected;

describe('a kind of area in a rule of one of several overalls', () => {
  const edition = halves([rule('R-1', 'first', 'key'), rule('R-2', 'second', 'key', { atLeast: 2 })]);

  it('[F25] means the areas of that overall, and what the other is over moves nothing', () => {
    expect(checkFramework(edition)).toEqual([]);
    expect(countedAreas(edition, 'first')).toEqual(['a']);
    expect(countedAreas(edition, 'second')).toEqual(['b', 'c']);
    expect(left(edition, 'first', { a: 'good', b: 'poor', c: 'poor' })).toEqual(['good', 'poor']);
    expect(left(edition, 'second', { a: 'poor', b: 'poor', c: 'good' })).toEqual(['good', 'poor']);
    expect(left(edition, 'second', { a: 'good', b: 'poor', c: 'poor' })).toEqual(['poor']);
    expect(soFar(edition, outcomeOf(edition, 'first', { b: 'poor', c: 'poor' }))).toContain('A decides');
  });

  it('[F25] comes to what the same rules come to that list those areas', () => {
    const listing = halves([rule('R-1', 'first', ['a']), rule('R-2', 'second', ['b', 'c'], { atLeast: 2 })]);
    for (const { different } of compareOutcomes(edition, listing, [])) expect(different).toEqual([]);
    for (const of of ['first', 'second']) {
      const rows = (each: Framework) => decisionsOf(each, of).map(({ when: _, ...row }) => row);
      expect(rows(edition)).toEqual(rows(listing));
    }
  });

  it('[F25] means their parts, where the kind is that of parts', () => {
    const parts = halves([rule('R-1', 'first', 'sub')]);
    expect(countedAreas(parts, 'first')).toEqual(['a-part']);
    const [problem] = checkFramework(halves([rule('R-1', 'second', 'sub')]));
    expect(problem?.wrong).toBe('is "sub", and no area is of that kind');
  });

  it('[F25] is the same for a rule of an area that one overall is over', () => {
    const onArea = halves([rule('R-1', 'c', 'sub')], {
      areas: [
        area('a'),
        area('b'),
        area('c'),
        area('a-part', { kind: 'sub', of: 'a' }),
        area('c-part', { kind: 'sub', of: 'c' }),
      ],
    });
    expect(countedAreas(onArea, 'c')).toEqual(['c-part']);
  });

  it('[F25] is said in words as its own', () => {
    const [first] = edition.rules;
    expect(conditionsInWords(edition, edition.rules[1]?.when ?? [], 'second')).toEqual([
      'at least two key judgements of its own at poor',
    ]);
    const { rules } = outcomeOf(edition, 'second', { b: 'poor' });
    expect(rules[0]?.lacked).toBe(
      'needs at least two key judgements of its own at poor; one is (B), and C is not judged yet',
    );
    expect(first?.limits).toBe('first');
  });

  it('[F25] is refused beyond how many it has, and where no overall says which are its own', () => {
    const [many] = checkFramework(halves([rule('R-1', 'second', 'key', { atLeast: 3 })]));
    expect(many).toMatchObject({ path: 'rules[0].when[0].atLeast', wrong: 'is 3, while 2 areas are counted' });
    const overalls = [
      { id: 'first', title: 'First half' },
      { id: 'second', title: 'Second half', areas: ['b', 'c'] },
    ];
    const [unsaid] = checkFramework(halves([rule('R-1', 'first', 'key')], { overalls }));
    expect(unsaid).toMatchObject({
      path: 'rules[0].when[0].areas',
      wrong: 'is "key", while none of several overalls says which areas are those of first',
      right: expect.stringMatching(/^"areas" at each overall, or here the ids of areas: "a", /),
    });
    expect(checkFramework(halves([rule('R-1', 'first', ['a', 'b'])], { overalls }))).toEqual([]);
  });

  it('[F25] means every area of the kind where there is one overall, whatever it is over', () => {
    const one = halves([rule('R-1', 'first', 'key')], { overalls: [{ id: 'first', title: 'All', areas: ['a'] }] });
    expect(countedAreas(one, 'first')).toEqual(['a', 'b', 'c']);
    expect(conditionsInWords(one, one.rules[0]?.when ?? [], 'first')).toEqual(['not every key judgement at good']);
  });

  it('[F25] is the half in the framework of two halves that comes with Fortnight', () => {
    const slac = framework('slac-2009');
    const limited = {
      ...slac,
      rules: halves([rule('R-1', 'looked-after', 'key'), rule('R-2', 'safeguarding', 'key')]).rules,
    };
    expect(countedAreas(limited, 'looked-after')).toEqual(slac.overalls[1]?.areas);
    expect(countedAreas(limited, 'safeguarding')).toEqual(slac.overalls[0]?.areas);
  });
});

describe('a rule that reaches across', () => {
  const checked = async (edition: Framework) => {
    const folder = mkdtempSync(join(tmpdir(), 'halves-'));
    writeFileSync(join(folder, 'halves.json'), JSON.stringify(edition));
    const { printed } = await asked(['framework', 'check', join(folder, 'halves.json')]);
    rmSync(folder, { recursive: true });
    return printed.join('\n');
  };

  it('[F26] lists the areas, and framework check says which of them are under another overall', async () => {
    const edition = halves([rule('R-1', 'first', ['a', 'b', 'd']), rule('R-2', 'second', 'key')]);
    expect(left(edition, 'first', { a: 'good', b: 'poor', d: 'good' })).toEqual(['poor']);
    const text = await checked(edition);
    expect(text).toContain('First half, from A, B and D\n');
    expect(text).toContain('\n  R-1 reaches across: it counts B (Second half)\n');
    expect(text).toContain('Second half, from B and C\n');
    expect(text.match(/reaches across/g)).toHaveLength(1);
  });

  it('[F26] is nothing to be told of where there is one overall', async () => {
    const one = halves([rule('R-1', 'first', ['a', 'b'])], { overalls: [{ id: 'first', title: 'All', areas: ['a'] }] });
    expect(await checked(one)).not.toContain('reaches across');
  });
});

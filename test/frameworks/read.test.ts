import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { longestLabel, scalesOf } from '../../src/domain/framework.ts';
import { outcomeOf } from '../../src/domain/grading.ts';
import { checkFramework, exampleIsOf, limitedBy, rulesDecidingNothing, surveyOf } from '../../src/frameworks.ts';
import { frameworks, frameworksFolder, shipped } from '../support/frameworks.ts';

const examples = shipped.flatMap((framework) =>
  (framework.examples ?? []).map((example) => ({ name: `${framework.id}: ${example.name}`, framework, example })),
);

describe('the frameworks that come with Fortnight', () => {
  it('[F6] are found by id and sorted by the day they came into force', () => {
    const days = frameworks.all.map(({ inForce: { from } }) => from);
    expect(days).toEqual([...days].sort());
    const files = readdirSync(frameworksFolder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => name.slice(0, -'.json'.length));
    expect(frameworks.all.map(({ id }) => id).sort()).toEqual(files.sort());
    expect(frameworks.get('ilacs-2023')?.areas).toHaveLength(4);
    expect(frameworks.get('ilacs-2031')).toBeUndefined();
  });

  it('[F6] are offered by the day, both of them where two editions overlap', () => {
    const on = (day: string) => frameworks.inForceOn(day).map(({ id }) => id);
    expect(on('2004-12-31')).toEqual([]);
    expect(on('2018-03-01')).toEqual(expect.arrayContaining(['sif-2013', 'ilacs-2018', 'ilacs-focused-visit']));
    expect(on('2018-09-01')).not.toContain('sif-2013');
    expect(on('2026-03-31')).toContain('ilacs-2023');
    expect(on('2026-04-01')).not.toContain('ilacs-2023');
    expect(on('2026-04-01')).toContain('ilacs-2026');
    expect(on('2040-01-01')).toContain('ilacs-2026');
  });

  it('[FW7] are in force on no day where they were only planned, and say what became of them', () => {
    const planned = shipped.filter((framework) => framework.planned !== undefined);
    expect(
      planned.map(({ id, inForce }) => [id, frameworks.inForceOn(inForce.from).some((each) => each.id === id)]),
    ).toEqual([['multi-agency-2013', false]]);
    expect(planned[0]?.planned).toContain('never came into force');
  });

  it.each(shipped.map((framework) => [framework.id, framework] as const))(
    '[F7] agree with themselves, and each rule decides something: %s',
    (_, framework) => {
      expect(checkFramework(framework)).toEqual([]);
      expect(rulesDecidingNothing(framework)).toEqual([]);
    },
  );

  it.each(examples.map((each) => [each.name, each] as const))('[F8] %s', (_, { framework, example }) => {
    const of = exampleIsOf(framework, example);
    const outcome = of === undefined ? { permitted: [], expected: [] } : outcomeOf(framework, of, example.grades);
    expect(outcome.permitted).toEqual(example.permitted);
    expect(outcome.expected).toEqual(example.expected);
    if (example.published !== null) expect(outcome.expected).toContain(example.published);
  });

  it('[F9] call only what a framework itself published a must', () => {
    const musts = shipped.flatMap(({ rules }) => rules.filter(({ force }) => force === 'must'));
    expect(musts.map(({ id, status }) => [id, status])).toEqual([['SIF-1', 'published']]);
  });

  it('[F10] give no overall grade from April 2026, and say why', () => {
    const framework = frameworks.get('ilacs-2026');
    expect(framework?.overalls).toEqual([]);
    expect(framework?.rules).toEqual([]);
    expect(framework?.noOverall).toContain('no overall effectiveness');
  });

  it('[FW8] have words for every grade, and numbers only where they were printed, the best first whichever way they ran', () => {
    for (const framework of shipped)
      for (const { label, printed } of scalesOf(framework).flat()) {
        expect(label).toMatch(/^[A-Z][a-z]+/);
        if (printed !== undefined)
          expect(framework.source + framework.notes?.join(' ')).toMatch(/Numbers were printed/);
      }
    const printedIn = (id: string) => frameworks.get(id)?.scale.map((grade) => grade.printed);
    expect(printedIn('jar-2005')).toEqual(['4', '3', '2', '1']);
    expect(printedIn('slac-2009')).toEqual(['Grade 1', 'Grade 2', 'Grade 3', 'Grade 4']);
    expect(printedIn('sif-2013')).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('[F27] mark their grades with squares of one family, the best first', () => {
    for (const framework of shipped)
      for (const scale of scalesOf(framework).filter(({ length }) => length > 0)) {
        const marks = scale.map(({ mark }) => mark);
        expect(marks, framework.id).toEqual(['🟦', '🟩', '🟨', '🟧', '🟥'].filter((mark) => marks.includes(mark)));
        expect(marks.at(-1), framework.id).toBe('🟥');
      }
  });

  it('[FW9] give safeguarding and looked after children an overall each, over its own half, and no single one', () => {
    const framework = frameworks.get('slac-2009');
    expect(framework?.overalls.map(({ id, areas }) => [id, areas?.length])).toEqual([
      ['safeguarding', 7],
      ['looked-after', 9],
    ]);
    expect(framework?.areas).toHaveLength(22);
  });

  it('[F11] have labels that a select shows whole', () => {
    for (const { areas, scale, overalls } of shipped) {
      const labels = [
        ...areas.flatMap(({ short, criteria, triggers }) => [
          short,
          ...[...criteria, ...triggers].map(({ label }) => label),
        ]),
        ...scale.map(({ label }) => label),
        ...overalls.map(({ title }) => title),
      ];
      for (const label of labels) expect(label.length, label).toBeLessThanOrEqual(longestLabel);
    }
  });

  it('[F12] come to as many fixed combinations as the corridor has', () => {
    const counted = shipped.flatMap((framework) =>
      limitedBy(framework).map((of) => {
        const { combinations, fixed, open } = surveyOf(framework, of);
        return [framework.id, of, combinations, fixed, open];
      }),
    );
    expect(counted).toEqual([
      ['cpa-2005', 'category', 102_400, 25_928, 76_472],
      ['annual-rating-2009', 'rating', 1875, 0, 1875],
      ['cp-2012', 'overall', 64, 37, 27],
      ['sif-2013', 'overall', 80, 67, 13],
      ['sif-2013', 'looked-after-and-permanence', 25, 0, 25],
      ['ilacs-2018', 'overall', 64, 45, 19],
      ['ilacs-2023', 'overall', 256, 202, 54],
    ]);
  });
});

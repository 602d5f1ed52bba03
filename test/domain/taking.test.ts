import { describe, expect, it } from 'vitest';
import { type Published, resultOf } from '../../src/domain/published.ts';
import { takingAreas, takingsFrom } from '../../src/domain/taking.ts';
import { frameworks } from '../support/frameworks.ts';
import { under } from '../support/given.ts';
import { giveResult } from '../support/sent.ts';

const rating = under('annual-rating-2009');
const inspection = rating.started().state();

const result = (framework: string, but: Partial<Published>): Published => ({
  id: `${framework}-record`,
  authority: 'Northmoor',
  framework: { id: framework, short: framework, areas: [] },
  published: '2010-01-12',
  grades: [],
  recommendations: [],
  found: [],
  from: `${framework}-record`,
  head: '9:0123456789ab',
  ...but,
});

const graded = (of: string, grade: string) => ({ of, title: of, grade, label: grade, scale: [] });

const takings = (...results: Published[]) =>
  takingsFrom(inspection, takingAreas(inspection), results, frameworks.all).map(
    ({ area, grade, result: { id } }) => `${area.id} ${grade} ${id}`,
  );

describe('what an input takes from results of inspections', () => {
  it('[FL4] is the grade that its framework’s file names, where that is a grade of its own', () => {
    const slac = result('slac-2009', {
      grades: [graded('safeguarding', 'inadequate'), graded('looked-after', 'good')],
    });
    expect(takings(slac)).toEqual([
      'safeguarding-inspection inadequate slac-2009-record',
      'looked-after-inspection good slac-2009-record',
    ]);
    const unknown = result('slac-2009', { grades: [graded('safeguarding', 'splendid')] });
    expect(takings(unknown, result('sif-2013', { grades: [graded('safeguarding', 'good')] }))).toEqual([]);
  });

  it('[FL4] is whether anything stands under a heading, where inspections speak in findings', () => {
    const found = [{ label: 'Areas for priority action', count: 2 }];
    expect(takings(result('ucra-2009', { found }))).toEqual([
      'unannounced-inspection priority-action ucra-2009-record',
    ]);
    expect(takings(result('ucra-2009', { found: [{ label: 'Areas for development', count: 1 }] }))).toEqual([
      'unannounced-inspection no-priority-action ucra-2009-record',
    ]);
  });

  it('[FL4] is not offered again while it stands as taken from there, and is once that record went on', () => {
    const slac = result('slac-2009', { grades: [graded('safeguarding', 'good')] });
    const from = { inspection: slac.id, head: slac.head };
    const state = rating
      .started()
      .and(giveResult('safeguarding-inspection', 'good', { from }), 'lead')
      .state();
    expect(takingsFrom(state, takingAreas(state), [slac], frameworks.all)).toEqual([]);
    expect(takingsFrom(state, takingAreas(state), [{ ...slac, head: '12:ba9876543210' }], frameworks.all)).toHaveLength(
      1,
    );
  });

  it('[FL4] every file names editions that there are, and what these grade or find', () => {
    for (const { id, areas } of frameworks.all)
      for (const { from, of, as = {} } of areas.flatMap(({ takes }) => takes ?? []))
        for (const each of from) {
          const source = frameworks.get(each);
          const known = [...(source?.areas ?? []), ...(source?.overalls ?? []), ...(source?.findings ?? [])];
          expect(
            known.map((one) => one.id),
            `${id} takes ${of} from ${each}`,
          ).toContain(of);
          if (source?.findings.some((heading) => heading.id === of))
            expect(Object.keys(as).sort()).toEqual(['none', 'some']);
        }
  });

  it('[FL3] comes from a signed inspection alone', () => {
    const sif = under('sif-2013');
    expect(resultOf(sif.judged('good', {}).state())).toBeNull();
    expect(resultOf(sif.signedOff().state())).toMatchObject({
      unpublished: true,
      made: { first: '2013-11-19', last: null },
    });
  });
});

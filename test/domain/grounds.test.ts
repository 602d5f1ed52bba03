import { describe, expect, it } from 'vitest';
import { basedOn } from '../../src/domain/based-on.ts';
import { asksForReason, emptySides, explanationOf } from '../../src/domain/matters/sides.ts';
import { summaryOf } from '../../src/domain/summary.ts';
import { restsOnCases, thinness } from '../../src/domain/thin.ts';
import { basedOnInWords, thinJudgements } from '../../src/words/based-on.ts';
import { type Story, under } from '../support/given.ts';
import { changeSettings, evidence, gradeOf, registerCase, type Sent, withdraw } from '../support/sent.ts';

const sif = under('sif-2013');
const help = 'help-and-protection';
const explain: Sent = { type: 'ExplainSides', reason: 'Every child seen was left at risk.' };

const recording = (...contents: Record<string, unknown>[]): Story =>
  contents.reduce<Story>((so, content) => so.and(evidence(content), 'inspector'), sif.started());

describe('what a summary is based on', () => {
  it('[U1] [LE15] is every item relied on, once: cases by how they are read, observations, talks with children and parents', () => {
    const story = recording(
      { case: 'C-1', source: 'case-sampled', areas: [help, 'leadership'] },
      { case: 'C-2', source: 'case-audit' },
      { source: 'case-tracked' },
      { source: 'observation' },
      { source: 'child', sign: 'strength' },
      { source: 'parent-or-carer' },
      { source: 'child' },
    )
      .and(registerCase({ reference: 'C-1', kind: 'tracked' }), 'lead')
      .and(gradeOf(help, 'good', ['E-001', 'E-002', 'E-003', 'E-004', 'E-005', 'E-006', 'E-007']), 'lead')
      .and(gradeOf('leadership', 'good', ['E-001']), 'lead');
    expect(basedOnInWords(story.state())).toBe(
      'Based on 1 case tracked, 0 sampled, 1 audited, 1 observation, 2 talks with children, 1 talk with parents or carers, 1 case record without a reference',
    );
    expect(basedOn(story.and(withdraw('E-007'), 'inspector').state())).toMatchObject({
      items: 6,
      heard: [expect.objectContaining({ source: 'child', count: 1 }), expect.anything()],
    });
  });

  it('[LE15] is nothing while nothing is judged', () => {
    expect(basedOnInWords(recording({}).state())).toBe('');
  });
});

describe('thin evidence', () => {
  const area = (id: string) => {
    const found = sif.framework.areas.find((each) => each.id === id);
    if (!found) throw new Error(`There is no ${id}`);
    return found;
  };

  it('[U2] [LE16] is too few items, or too few cases where an area is judged by children’s cases, below what the team set', () => {
    expect(sif.framework.areas.filter(restsOnCases).map(({ id }) => id)).toEqual([
      help,
      'looked-after-and-permanence',
      'adoption',
      'care-leavers',
    ]);
    const state = sif.started().state();
    expect(thinness(state, area(help), { items: 4, cases: 3 })).toEqual([{ of: 'items', there: 4, below: 5 }]);
    expect(thinness(state, area(help), { items: 5, cases: 2 })).toEqual([{ of: 'cases', there: 2, below: 3 }]);
    expect(thinness(state, area('leadership'), { items: 5, cases: 0 })).toEqual([]);
    const other = sif
      .started()
      .and(changeSettings({ thinItems: '0', thinCases: '0' }), 'lead')
      .state();
    expect(thinness(other, area(help), { items: 1, cases: 0 })).toEqual([]);
  });

  it('[U2] [LE16] under a judgement is said in the summary and forbids nothing', () => {
    const story = recording({ case: 'C-1' }).and(gradeOf(help, 'inadequate', ['E-001']), 'lead');
    expect(thinJudgements(summaryOf(story.state()))).toBe(
      'Thin evidence (fewer than 5 items or 3 cases): Help and protection, 1 item and 1 case',
    );
    expect(thinJudgements(summaryOf(recording({}).state()))).toBe('');
  });
});

describe('strengths beside weaknesses', () => {
  const oneSided = recording({ sign: 'concern' }, { sign: 'priority-concern' }, { sign: 'strength' }).and(
    gradeOf(help, 'inadequate', ['E-001', 'E-002']),
    'lead',
  );

  it('[U6] [LE17] a summary that rests on one side only is posted with a reason, and not without', () => {
    const claim: Sent = { type: 'ClaimPosting', posting: 'summary 6' };
    expect(emptySides(oneSided.state())).toEqual(['strength']);
    oneSided.when(claim, 'lead').refuses(null, 'Say why first');
    oneSided.when({ type: 'ClaimPosting', posting: 'digest 2013-11-19' }, 'lead').keeps({ type: 'PostingClaimed' });
    oneSided.when({ ...explain, reason: '' }, 'lead').refuses('reason', 'Say why this side is empty');
    oneSided.when(explain, 'inspector').refuses(null, 'may post to the channel');
    oneSided.when(explain, 'deputy').keeps({ type: 'SidesExplained', empty: ['strength'] });
    oneSided.and(explain, 'lead').when(claim, 'lead').keeps({ type: 'PostingClaimed' });
  });

  it('[LE17] the reason holds for as long as the same side is empty', () => {
    const explained = oneSided.and(explain, 'lead');
    const again = explained.and(gradeOf(help, 'inadequate', ['E-001']), 'lead');
    expect(explanationOf(again.state())?.reason).toBe('Every child seen was left at risk.');
    const both = again.and(gradeOf(help, 'inadequate', ['E-001', 'E-003']), 'lead');
    expect(asksForReason(both.state())).toBe(false);
    both.when(explain, 'lead').refuses('reason', 'Both sides are there');
    const other = both.and(gradeOf(help, 'good', ['E-003']), 'lead');
    expect([emptySides(other.state()), asksForReason(other.state())]).toEqual([['weakness'], true]);
  });

  it('[LE17] nothing is asked while nothing is judged', () => {
    expect(emptySides(recording({}).state())).toEqual([]);
  });
});

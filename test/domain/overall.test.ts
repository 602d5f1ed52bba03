import { describe, expect, it } from 'vitest';
import { summaryOf } from '../../src/domain/summary.ts';
import { given, under } from '../support/given.ts';
import { evidence, gradeOf, overall } from '../support/sent.ts';

const sif = under('sif-2013');
const ilacs = under('ilacs-2023');
const [inadequate, improvement] = ['inadequate', 'requires-improvement'];

describe('setting overall effectiveness', () => {
  it('[O1] is refused while an area that counts is not judged, naming it and how to judge it', () => {
    const story = sif.withEvidence().and(gradeOf('leadership', 'good', [sif.itemOf('leadership')]), 'lead');
    story
      .when(overall('good', null), 'lead')
      .refuses('grade', 'Help and protection, Looked after and permanence', 'Give the grade first');
  });

  it('[O1] is blocked neither by the separate LSCB nor by sub-judgements', () => {
    const keys = ['help-and-protection', 'looked-after-and-permanence', 'leadership'];
    const story = keys.reduce(
      (so, area) => so.and(gradeOf(area, 'good', [sif.itemOf(area)]), 'lead'),
      sif.withEvidence(),
    );
    story.when(overall('good', null), 'lead').keeps({ type: 'OverallSet', overall: 'overall', grade: 'good' });
  });

  it('[O1] counts an area that is "not judged" as settled', () => {
    const story = ['looked-after-and-permanence', 'adoption', 'care-leavers', 'lscb'].reduce(
      (so, area) => so.and(gradeOf(area, 'not-judged', []), 'lead'),
      sif.judged('good', {}),
    );
    story.when(overall('good', null), 'lead').keeps({ type: 'OverallSet', grade: 'good' });
  });

  it.each(['outstanding', 'good', improvement])('[O2] refuses %s where SIF-1 leaves inadequate alone', (grade) => {
    sif
      .judged('good', { 'help-and-protection': inadequate })
      .when(overall(grade, 'It feels so'), 'lead')
      .refuses(
        'grade',
        'Not possible',
        'SIF-1 (must)',
        'any key judgement inadequate',
        'Help and protection is inadequate',
      );
  });

  it('[O2] takes the one that is left, without a reason', () => {
    const story = sif.judged('good', { leadership: inadequate });
    story.when(overall(inadequate, null), 'lead').keeps({ type: 'OverallSet', grade: inadequate, reason: null });
  });

  it('[O2] refuses what is no grade and no overall of the framework', () => {
    sif.judged('good', {}).when(overall('excellent', null), 'lead').refuses('grade', 'from the list');
    sif
      .judged('good', {})
      .when({ ...overall('good', null), overall: 'capacity' }, 'lead')
      .refuses('grade', 'no overall called');
    sif
      .judged('good', {})
      .when({ ...overall('good', null), grade: null }, 'lead')
      .refuses('grade', 'Choose a grade');
  });

  it('[O3] needs no reason for the one expected grade, and keeps one that was given', () => {
    sif.judged('good', {}).when(overall('good', null), 'lead').keeps({ type: 'OverallSet', reason: null });
    sif.judged('good', {}).when(overall('good', ' As ever '), 'lead').keeps({ type: 'OverallSet', reason: 'As ever' });
  });

  it('[O3] needs a reason outside the expected grades', () => {
    const story = sif.judged('good', {});
    story.when(overall('outstanding', null), 'lead').refuses('reason', 'outside', '(good)');
    story.when(overall('outstanding', '  '), 'lead').refuses('reason', 'outside');
    story.when(overall('outstanding', 'It is so good'), 'lead').keeps({ type: 'OverallSet', reason: 'It is so good' });
  });

  it('[O3] needs a reason where several grades are expected', () => {
    const story = sif.judged('good', { 'help-and-protection': improvement });
    for (const grade of ['good', improvement]) {
      story.when(overall(grade, null), 'lead').refuses('reason', 'More than one', '(good or requires improvement)');
      story.when(overall(grade, 'The team’s view'), 'deputy').keeps({ type: 'OverallSet', grade });
    }
  });

  it('[O7] keeps what the rules left beside what was recorded', () => {
    const story = sif.judged('good', { 'help-and-protection': improvement });
    story.when(overall('good', 'The team’s view'), 'lead').keeps({
      type: 'OverallSet',
      derived: {
        permitted: ['outstanding', 'good', improvement, inadequate],
        expected: ['good', improvement],
        because: expect.arrayContaining([{ rule: 'SIF-6a', ruledOut: ['outstanding'] }]),
      },
    });
    const { overalls } = story.and(overall('good', 'The team’s view'), 'lead').state();
    expect(overalls.get('overall')).toMatchObject({
      derived: { expected: ['good', improvement] },
      by: { user: 'UANA' },
    });
  });
});

describe('a question that a rule asks', () => {
  const story = ilacs.judged('good', { leaders: inadequate });

  it.each([improvement, inadequate])('[O6] is answered in words, whatever the grade: %s', (grade) => {
    story.when(overall(grade, 'The team’s view'), 'lead').refuses('answers.IL-2', 'moves no grade');
    story.when(overall(grade, 'The team’s view', { 'IL-2': '  ' }), 'lead').refuses('answers.IL-2');
    story
      .when(overall(grade, 'The team’s view', { 'IL-2': 'Leaders are new' }), 'lead')
      .keeps({ type: 'OverallSet', grade, answers: { 'IL-2': 'Leaders are new' } });
  });

  it('[O6] moves no grade: what is left is what the other rules leave', () => {
    const without = given({
      ...ilacs.framework,
      rules: ilacs.framework.rules.filter((rule) => rule.force !== 'consider'),
    });
    const silent = ilacs.framework.areas.reduce(
      (so, { id }) =>
        so
          .and(evidence({ areas: [id] }), 'inspector')
          .and(gradeOf(id, id === 'leaders' ? inadequate : 'good', [`E-00${so.state().evidence.size + 1}`]), 'lead'),
      without,
    );
    const left = (state: ReturnType<typeof story.state>) => {
      const outcome = summaryOf(state).overalls[0]?.outcome;
      return [outcome?.permitted, outcome?.expected];
    };
    expect(left(story.state())).toEqual(left(silent.state()));
    expect(left(silent.state())).toEqual([expect.anything(), [improvement, inadequate]]);
  });

  it('[O6] is not asked otherwise, and an answer to no question is not kept', () => {
    const answered = overall('good', null, { 'IL-2': 'Not asked' });
    ilacs.judged('good', {}).when(answered, 'lead').keeps({ type: 'OverallSet', answers: {} });
    const both = ilacs.judged('good', { leaders: inadequate, 'in-care': inadequate });
    both.when(overall(inadequate, null), 'lead').keeps({ type: 'OverallSet', answers: {} });
  });
});

describe('a framework without overall effectiveness', () => {
  const from2026 = under('ilacs-2026');

  it('[O4] sets none, and says why', () => {
    from2026
      .judged('good', {})
      .when(overall('good', null), 'lead')
      .refuses('grade', 'no overall effectiveness', 'April 2026');
  });

  it('[O4] derives none, and is signed off without', () => {
    expect(summaryOf(from2026.judged('good', {}).state()).overalls).toEqual([]);
    expect(from2026.signedOff().state()).toMatchObject({ sealed: true, overalls: new Map() });
  });
});

describe('before all areas are judged', () => {
  it('[O5] says what is certain as soon as it is certain', () => {
    const certain = (...acts: ReturnType<typeof gradeOf>[]) =>
      summaryOf(acts.reduce((so, act) => so.and(act, 'lead'), sif.withEvidence()).state()).overalls[0]?.outcome.certain;
    expect(certain()).toBeNull();
    expect(certain(gradeOf('help-and-protection', 'good', ['E-001']))).toBeNull();
    expect(certain(gradeOf('help-and-protection', inadequate, ['E-001']))).toBe(inadequate);
  });
});

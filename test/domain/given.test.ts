import { describe, expect, it } from 'vitest';
import { givenFor } from '../../src/domain/matters/given.ts';
import { blocksSignOff } from '../../src/domain/matters/sign-off.ts';
import { summaryOf } from '../../src/domain/summary.ts';
import { framework } from '../support/frameworks.ts';
import { given, under } from '../support/given.ts';
import { erase, evidence, giveResult, gradeOf, type Sent, signOff } from '../support/sent.ts';

const rating = framework('annual-rating-2009');
const inputs = rating.areas.map(({ id }) => id);
const [first = ''] = inputs;

const setRating = (grade: string): Sent => ({
  type: 'SetOverall',
  overall: 'rating',
  grade,
  reason: 'It fits best',
  answers: {},
});

/** Every input given as none, but for some. */
const allGiven = (but: Record<string, string>) =>
  inputs.reduce((so, area) => so.and(giveResult(area, but[area] ?? 'not-judged'), 'analyst'), given(rating));

describe('a result from elsewhere', () => {
  it('[FI12] is one of that area’s own grades, with where it comes from and its day', () => {
    const story = given(rating);
    story.when(giveResult(first, 'adequate'), 'analyst').keeps({
      type: 'ResultGiven',
      item: 'G-001',
      grade: 'adequate',
      source: 'Report of the inspection',
      on: '2013-06-03',
    });
    story.when(giveResult(first, 'performs-well'), 'lead').refuses('grade', 'is one of Outstanding, Good');
    story.when(giveResult(first, 'good', { source: ' ' }), 'lead').refuses('source', 'where the result comes from');
    story
      .when(giveResult(first, 'good', { on: '2014-01-01' }), 'lead')
      .refuses('on', '1 January 2014 has not come yet');
  });

  it('[FI12] is given and never judged', () => {
    const story = given(rating).and(evidence({ areas: [first] }), 'inspector');
    story.when(gradeOf(first, 'good', ['E-001']), 'lead').refuses('area', 'given from elsewhere and not judged');
    const sif = under('sif-2013');
    sif.started().when(giveResult('leadership', 'good'), 'lead').refuses('area', 'judged by the team');
  });

  it('[FI13] limits what the rules leave, as a judgement does', () => {
    const left = (but: Record<string, string>) =>
      summaryOf(allGiven(but).state()).overalls.map(({ outcome }) => outcome.expected);
    expect(left({})).toEqual([rating.scale.map(({ id }) => id)]);
    expect(left({ 'unannounced-inspection': 'priority-action' })).toEqual([['performs-adequately', 'performs-poorly']]);
    given(rating).when(setRating('performs-well'), 'lead').refuses('grade', 'Not yet given: Safeguarding inspection');
  });

  it('[FI13] that changes lapses the rating and the lead’s signature; sign-off waits for no judgement of it', () => {
    const set = allGiven({}).and(setRating('performs-well'), 'lead');
    expect(blocksSignOff(set.state())).toEqual([]);
    const signed = set.and(signOff, 'lead');
    const same = signed.and(giveResult(first, 'not-judged', { source: 'A letter' }), 'analyst').state();
    expect([same.overalls.size, same.signatures.lead]).toEqual([1, null]);
    const other = signed.and(giveResult(first, 'good'), 'analyst').state();
    expect([other.overalls.size, other.signatures.lead]).toEqual([0, null]);
  });

  it('[FI12] is taken over by a later one, which can be erased', () => {
    const story = given(rating).and(giveResult(first, 'good'), 'lead').and(giveResult(first, 'adequate'), 'lead');
    expect(givenFor(story.state(), first)).toMatchObject({ item: 'G-002', grade: 'adequate' });
    expect(givenFor(story.and(erase('G-002'), 'lead').state(), first)).toMatchObject({ item: 'G-001', grade: 'good' });
  });
});

describe('several overall grades', () => {
  const slac = framework('slac-2009');
  const [safeguarding = '', lookedAfter = ''] = slac.overalls.map(({ id }) => id);
  const set = (overall: string): Sent => ({
    type: 'SetOverall',
    overall,
    grade: 'good',
    reason: 'Best fit',
    answers: {},
  });

  it('[FI14] are each set over their own areas, and each lapses with those alone', () => {
    const both = under('slac-2009').judged('good', {}).and(set(safeguarding), 'lead').and(set(lookedAfter), 'lead');
    const setAfter = (area: string): string[] => {
      const item = under('slac-2009').itemOf(area);
      return [
        ...both
          .and(gradeOf(area, 'adequate', [item]), 'lead')
          .state()
          .overalls.keys(),
      ];
    };
    expect(setAfter('partnership')).toEqual([lookedAfter]);
    expect(setAfter('being-healthy')).toEqual([safeguarding]);
    expect(setAfter('looked-after-capacity')).toEqual([safeguarding, lookedAfter]);
  });

  it('[FI14] block sign-off one by one', () => {
    const state = under('slac-2009').judged('good', {}).and(set(safeguarding), 'lead').state();
    expect(blocksSignOff(state)).toEqual([
      {
        words: 'Services for looked after children: overall effectiveness is not set',
        label: 'Set it',
        does: 'overall',
      },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { itemsGoneUnder, standingRecommendations } from '../../src/domain/matters/recommendation.ts';
import { recommendationOf, remediesToRecommend } from '../../src/domain/matters/remedy.ts';
import { beforeSigning } from '../../src/words/before-signing.ts';
import { plainText } from '../../src/words/message.ts';
import { framework } from '../support/frameworks.ts';
import { begunAs } from '../support/given.ts';
import { erase, evidence, finding, type Sent, withdraw } from '../support/sent.ts';
import { changeRecommendation, withdrawRecommendation } from '../support/sent-concern.ts';

/** Narrative under the single inspection framework, with an item about help and protection that is no concern by itself. */
const narrative = begunAs(framework('sif-2013'), { narrative: true }).and(evidence({ sign: 'context' }), 'inspector');
const weakness = (but: Record<string, unknown> = {}): Sent =>
  finding({ heading: 'weaknesses', text: 'Decisions wait for weeks', remedy: 'Decide within a day', ...but });
const weak = narrative.and(weakness(), 'lead');
const remedy = (item = 'F-001', urgency = 'area-for-improvement'): Sent => ({
  type: 'RecommendRemedy',
  finding: item,
  urgency,
});
const made = weak.and(remedy(), 'inspector');

describe('the remedy of a weakness', () => {
  it('[FI19] [U14] becomes a recommendation in its own words and on the weakness’s evidence, once it is said how soon', () => {
    weak.when(remedy(), 'inspector').keeps({
      type: 'Recommended',
      item: 'A-001',
      text: 'Decide within a day',
      urgency: 'area-for-improvement',
      evidence: ['E-001'],
      finding: 'F-001',
    });
    weak.when(remedy('F-001', 'soon'), 'lead').refuses('urgency', 'Priority and immediate action');
  });

  it('[FI19] becomes no second one while the first stands', () => {
    made.when(remedy(), 'lead').refuses(null, 'recommended already, as A-001');
    made
      .and(withdrawRecommendation('A-001'), 'lead')
      .when(remedy(), 'lead')
      .keeps({ item: 'A-002', type: 'Recommended' });
    made.and(erase('A-001'), 'lead').when(remedy(), 'lead').keeps({ item: 'A-002', type: 'Recommended' });
  });

  it('[FI19] is recommended only where it is the team’s, stands and is there', () => {
    narrative.and(weakness(), 'inspector').when(remedy(), 'inspector').refuses(null, 'F-001 is only proposed');
    narrative.when(remedy(), 'lead').refuses(null, 'There is no F-001');
    narrative.and(finding({}), 'lead').when(remedy(), 'lead').refuses(null, 'F-001 names no remedy');
    const gone = weak.and({ type: 'WithdrawFinding', item: 'F-001', reason: 'Said twice' }, 'lead');
    gone.when(remedy(), 'lead').refuses(null, 'F-001 was withdrawn: Said twice');
    weak.and(withdraw('E-001'), 'lead').when(remedy(), 'lead').refuses(null, 'rests on withdrawn evidence: E-001');
  });

  it('[FI19] is changed and withdrawn like any recommendation, and keeps the weakness that it is of', () => {
    const changed = made.and(changeRecommendation('A-001', { text: 'Decide the same day' }), 'lead');
    expect(changed.state().recommendations.get('A-001')).toMatchObject({
      finding: 'F-001',
      text: 'Decide the same day',
    });
    changed.when(remedy(), 'lead').refuses(null, 'recommended already');
  });

  it('[FI19] [CM43] is named before signing while nobody recommended it, and when its weakness is gone', () => {
    const signing = (story: typeof weak) => plainText({ parts: beforeSigning(story.state(), story.now, 'lead') });
    expect(signing(weak)).toContain('The remedy of F-001: nobody has said how soon [Recommend]');
    expect(signing(made)).not.toContain('how soon');
    const gone = made.and({ type: 'WithdrawFinding', item: 'F-001', reason: 'Said twice' }, 'lead');
    expect(signing(gone)).toContain('Recommendation A-001 answers what is no longer there: F-001');
    const [standing] = standingRecommendations(made.and(erase('F-001'), 'lead').state());
    expect(standing && itemsGoneUnder(made.and(erase('F-001'), 'lead').state(), standing)).toEqual(['F-001']);
  });

  it('[FI19] is asked for of each weakness that the team adopted', () => {
    const two = weak.and(weakness({ text: 'Visits are late', remedy: 'Visit in time' }), 'lead');
    expect(remediesToRecommend(two.state()).map(({ item }) => item)).toEqual(['F-001', 'F-002']);
    const one = two.and(remedy(), 'lead');
    expect(remediesToRecommend(one.state()).map(({ item }) => item)).toEqual(['F-002']);
    expect(recommendationOf(one.state(), 'F-001')?.item).toBe('A-001');
  });
});

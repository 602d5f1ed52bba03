import { describe, expect, it } from 'vitest';
import { itemsGoneUnder, standingRecommendations } from '../../src/domain/matters/recommendation.ts';
import { urgenciesOf } from '../../src/domain/urgencies.ts';
import { under } from '../support/given.ts';
import { erase, evidence, withdraw } from '../support/sent.ts';
import { changeRecommendation, recommend, withdrawRecommendation } from '../support/sent-concern.ts';

const sif = under('sif-2013');
const weak = sif
  .started()
  .and(evidence({}), 'inspector')
  .and(evidence({ sign: 'strength' }), 'inspector');
const made = weak.and(recommend({}), 'inspector');

describe('a recommendation', () => {
  it('[CM40] [U14] answers concerns, and says how soon in the framework’s words', () => {
    weak.when(recommend({}), 'inspector').keeps({ type: 'Recommended', item: 'A-001', evidence: ['E-001'] });
    weak.when(recommend({ evidence: [] }), 'lead').refuses('evidence', 'Choose the concerns');
    weak.when(recommend({ evidence: ['E-002'] }), 'lead').refuses('evidence', 'E-002 is no concern');
    weak.when(recommend({ evidence: ['E-009'] }), 'lead').refuses('evidence', 'There is no E-009');
    weak.and(withdraw('E-001'), 'lead').when(recommend({}), 'lead').refuses('evidence', 'E-001 was withdrawn');
    weak.when(recommend({ urgency: 'soon' }), 'lead').refuses('urgency', 'Priority and immediate action');
    weak.when(recommend({ text: '' }), 'lead').refuses('text', 'Say what must be done');
  });

  it('[CM40] has two words for how soon where a framework has none', () => {
    const { framework } = under('cp-2012');
    expect(urgenciesOf({ ...framework, urgencies: [] }).map(({ id }) => id)).toEqual(['at-once', 'in-time']);
    expect(urgenciesOf(framework).length).toBeGreaterThan(0);
  });

  it('[CM41] stands in the framework’s order of urgency', () => {
    const story = weak
      .and(recommend({ urgency: 'area-for-improvement' }), 'lead')
      .and(recommend({}), 'lead')
      .and(recommend({ urgency: 'area-for-improvement' }), 'lead');
    const order = (items = story.state()) => standingRecommendations(items).map(({ item }) => item);
    expect(order()).toEqual(['A-002', 'A-001', 'A-003']);
    expect(order(story.and(withdrawRecommendation('A-001'), 'lead').state())).toEqual(['A-002', 'A-003']);
  });

  it('[CM42] is corrected and withdrawn; each wording stays in the record', () => {
    made.when(changeRecommendation('A-001', {}), 'lead').refuses('text', 'Nothing was changed');
    const changed = made.and(changeRecommendation('A-001', { text: 'See every child alone' }), 'lead');
    expect(changed.state().recommendations.get('A-001')).toMatchObject({
      text: 'See every child alone',
      by: { user: 'UCHI' },
    });
    made.when(withdrawRecommendation('A-002'), 'lead').refuses(null, 'There is no A-002');
    const gone = made.and(withdrawRecommendation('A-001'), 'lead');
    gone.when(changeRecommendation('A-001', { text: 'Again' }), 'lead').refuses(null, 'A-001 was withdrawn');
    expect(changed.and(erase('A-001'), 'lead').state().recommendations.size).toBe(0);
  });

  it('[CM43] is signed with the summary: a change lapses the lead’s signature, and signing off seals it', () => {
    const weakToSign = sif.settled().and(evidence({}), 'inspector').and({ type: 'SignOff' }, 'lead');
    const item = [...weakToSign.state().evidence.keys()].at(-1) ?? '';
    expect(weakToSign.and(recommend({ evidence: [item] }), 'lead').state().signatures.lead).toBeNull();
    const sealed = weakToSign.and({ type: 'SignOff' }, 'qualityAssurance');
    sealed.when(recommend({ evidence: [item] }), 'lead').refuses(null, 'signed off');
  });

  it('[CM43] names what it answers and is no longer there', () => {
    const story = made.and(withdraw('E-001'), 'lead');
    const [standing] = standingRecommendations(story.state());
    expect(standing && itemsGoneUnder(story.state(), standing)).toEqual(['E-001']);
  });
});

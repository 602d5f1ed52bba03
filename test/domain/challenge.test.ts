import { describe, expect, it } from 'vitest';
import { awaiting } from '../../src/domain/awaiting.ts';
import { daysToAnswer, dissentFrom, openChallenges } from '../../src/domain/matters/challenge.ts';
import { person, type Story, under } from '../support/given.ts';
import type { Who } from '../support/people.ts';
import { erase, gradeOf } from '../support/sent.ts';
import { answer, challenge } from '../support/sent-concern.ts';

const sif = under('sif-2013');
const judged = sif.withEvidence().and(gradeOf('help-and-protection', 'good', ['E-001']), 'lead');
const challenged = judged.and(challenge({}), 'inspector');
const dissent = challenge({ from: 'team', raisedBy: null, text: 'Three of five cases were late' });

describe('a challenge', () => {
  it('[CM20] [U9] is against a judgement as it stood, by the authority, and due on a day', () => {
    judged.when(challenge({}), 'analyst').keeps({
      type: 'ChallengeRaised',
      item: 'H-001',
      raisedBy: 'the director',
      judgement: 'J-001',
      grade: 'good',
      due: '2013-11-26',
    });
    sif
      .settled()
      .when(challenge({ against: 'overall' }), 'lead')
      .keeps({ judgement: null, grade: 'good', type: 'ChallengeRaised' });
    judged.when(challenge({ against: 'leadership' }), 'lead').refuses('against', 'There is no such judgement yet');
    judged.when(challenge({ raisedBy: ' ' }), 'lead').refuses('raisedBy', 'by role');
    judged.when(challenge({ receivedOn: '2013-11-20' }), 'lead').refuses('receivedOn', 'to come');
    judged.when(challenge({ due: '2013-11-18' }), 'lead').refuses('due', 'before it was received');
    judged.when(challenge({ text: '' }), 'lead').refuses('text', 'Say what is challenged');
  });

  it('[CM20] is due after the working days that the framework gives for comments, else after five', () => {
    expect(daysToAnswer(sif.started().state())).toBe(5);
    expect(daysToAnswer(under('ilacs-2023').started().state())).toBe(5);
    const ten = structuredClone(under('ilacs-2023').framework);
    const comments = ten.timetable.find(({ id }) => id === 'comments');
    if (comments) comments.when = { from: 'draft', workingDays: 10 };
    expect(daysToAnswer({ ...sif.started().state(), framework: ten })).toBe(10);
  });

  it('[CM21] [U9] is answered once, upheld, partly or not, with what changed', () => {
    challenged.when(answer('H-001', { outcome: 'upheld' }), 'lead').refuses('changed', 'Say what changed');
    challenged.when(answer('H-002', {}), 'lead').refuses(null, 'There is no H-002');
    const upheld = challenged.and(answer('H-001', { outcome: 'partly-upheld', changed: 'J-002' }), 'qualityAssurance');
    expect(upheld.state().challenges.get('H-001')?.answered).toMatchObject({
      outcome: 'partly-upheld',
      changed: 'J-002',
      by: person('qualityAssurance'),
    });
    expect(openChallenges(upheld.state())).toEqual([]);
    upheld.when(answer('H-001', {}), 'lead').refuses(null, 'was answered already');
  });

  it('[CM21] in the team is answered by somebody else', () => {
    const own = judged.and(dissent, 'deputy');
    own.when(answer('H-001', {}), 'deputy').refuses(null, 'Somebody else answers it');
    own.when(answer('H-001', {}), 'lead').keeps({ type: 'ChallengeAnswered' });
  });

  it('[CM22] goes on after sign-off and lapses no signature', () => {
    const signed = sif.signedByLead().and(dissent, 'inspector').state();
    expect(signed.signatures.lead).not.toBeNull();
    const after = sif.signedOff().and(challenge({}), 'lead').and(answer('H-001', {}), 'lead').state();
    expect(after).toMatchObject({ sealed: true });
  });

  it('[CM23] [U9] in the team is dissent that stays beside the grade for as long as it stands', () => {
    const standing = (story: Story): string[] =>
      dissentFrom(story.state(), 'help-and-protection', 'good').map(({ item }) => item);
    const dissented = judged.and(dissent, 'inspector');
    expect(standing(challenged)).toEqual([]);
    expect(standing(dissented)).toEqual(['H-001']);
    expect(standing(dissented.and(answer('H-001', {}), 'lead'))).toEqual(['H-001']);
    expect(standing(dissented.and(answer('H-001', { outcome: 'upheld', changed: 'J-002' }), 'lead'))).toEqual([]);
    expect(dissented.state().changedAt).toBe(dissented.entries().length);
    expect(challenged.state().changedAt).toBe(judged.state().changedAt);
  });

  it('[CM20] waits for those who answer, with its day', () => {
    const waits = (story: Story, who: Who) => {
      const state = story.state();
      const member = state.members.find((each) => each.person.user === person(who).user);
      return member ? awaiting(state, member, '2013-11-20').filter(({ does }) => does.startsWith('challenge')) : [];
    };
    expect(waits(challenged, 'lead')).toMatchObject([{ does: 'challenge answer H-001', due: '2013-11-26' }]);
    expect(waits(challenged, 'inspector')).toEqual([]);
    expect(waits(judged.and(dissent, 'lead'), 'lead')).toEqual([]);
  });

  it('[CM24] can be erased', () => {
    const state = challenged.and(answer('H-001', {}), 'lead').and(erase('H-001'), 'lead').state();
    expect(state.challenges.size).toBe(0);
    expect(state.erasedItems.get('H-001')?.versions).toHaveLength(2);
  });
});

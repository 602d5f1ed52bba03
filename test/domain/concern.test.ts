import { describe, expect, it } from 'vitest';
import { awaiting } from '../../src/domain/awaiting.ts';
import { openConcerns } from '../../src/domain/matters/concern.ts';
import { noticesDue } from '../../src/domain/matters/notice.ts';
import { summaryOf } from '../../src/domain/summary.ts';
import { folded, person, type Story, under } from '../support/given.ts';
import { type Who, whole } from '../support/people.ts';
import { acknowledge, closeConcern, concern, erase, refer, setTeam } from '../support/sent.ts';

const sif = under('sif-2013');
const recorded = sif.started().and(concern({}), 'inspector');
const referred = recorded.and(refer('K-001', {}), 'inspector');
const acknowledged = referred.and(acknowledge('K-001', {}), 'deputy');

/** Who is still to be told, by their ids. */
const owed = (story: Story): string[] => noticesDue(story.state()).map(({ recipient }) => recipient.user);
const claim = (who: Who) => ({ type: 'ClaimNotice', notice: 'concern K-001', recipient: person(who) });
const note = (who: Who, became: Record<string, string>) => ({
  type: 'NoteNotice',
  notice: 'concern K-001',
  recipient: person(who),
  became,
});
const stands = { channel: 'D1', ts: '1.0' };

describe('a child at risk', () => {
  it('[CM1] needs what was seen, takes a case, and refuses identifiers of children', () => {
    sif
      .started()
      .when(concern({ case: 'c-7' }), 'observer')
      .keeps({ type: 'ConcernRecorded', item: 'K-001', case: 'C-007' });
    sif
      .started()
      .when(concern({ case: null }), 'inspector')
      .keeps({ type: 'ConcernRecorded', case: null });
    sif
      .started()
      .when(concern({ text: ' ' }), 'inspector')
      .refuses('text', 'Say what puts the child at risk.');
    sif
      .started()
      .when(concern({ text: 'Born 3.4.2009' }), 'inspector')
      .refuses('text', 'a date of birth');
    sif
      .started()
      .when(concern({ case: 'Ellie' }), 'inspector')
      .refuses('case', 'C-017');
    recorded.when(refer('K-001', { referredTo: '01632 960 123' }), 'lead').refuses('referredTo', 'a telephone number');
  });

  it('[CM3] [U24] is referred back with to whom and when, acknowledged, and closed with what was done', () => {
    const closed = acknowledged.and(closeConcern('K-001'), 'lead').state();
    expect(closed.concerns.get('K-001')).toMatchObject({
      by: person('inspector'),
      referrals: [
        {
          to: 'the duty team manager',
          at: '2013-11-19T09:01:00.000Z',
          by: person('inspector'),
          acknowledged: { by: 'the head of service', at: '2013-11-19T09:01:30.000Z' },
        },
      ],
      closed: { done: 'Seen the same evening; a safety plan is in place', by: person('lead') },
    });
    expect(openConcerns(closed)).toEqual([]);
  });

  it('[CM3] may be taken further, and then waits to be acknowledged again', () => {
    const further = acknowledged.and(refer('K-001', { referredTo: 'the director' }), 'lead');
    expect(
      further
        .state()
        .concerns.get('K-001')
        ?.referrals.map(({ to }) => to),
    ).toEqual(['the duty team manager', 'the director']);
    further
      .when(acknowledge('K-001', { acknowledgedBy: 'the director' }), 'lead')
      .keeps({ type: 'ConcernAcknowledged', acknowledgedBy: 'the director' });
    acknowledged.when(acknowledge('K-001', {}), 'lead').refuses(null, 'acknowledged already, by the head of service');
  });

  it('[CM3] says no to what cannot be: before it was referred, in the future, after it is closed, of none', () => {
    recorded.when(acknowledge('K-001', {}), 'lead').refuses(null, 'was not referred back yet');
    const future = '2013-11-19T12:00:00.000Z';
    recorded.when(refer('K-001', { referredAt: future }), 'lead').refuses('referredAt', 'in the future');
    referred.when(acknowledge('K-001', { acknowledgedAt: future }), 'lead').refuses('acknowledgedAt', 'in the future');
    referred
      .when(acknowledge('K-001', { acknowledgedAt: '2013-11-19T08:00:00.000Z' }), 'lead')
      .refuses('acknowledgedAt', 'before it was referred');
    recorded.when(refer('K-002', {}), 'lead').refuses(null, 'There is no K-002 here');
    const closed = referred.and(closeConcern('K-001'), 'qualityAssurance');
    closed
      .when(refer('K-001', {}), 'lead')
      .refuses(null, 'K-001 is closed already, by Gus Vale: Seen the same evening');
    closed.when(closeConcern('K-001'), 'lead').refuses(null, 'K-001 is closed');
  });

  it('[CM5] is no evidence: it counts nowhere, changes no summary and lapses no signature', () => {
    const signed = sif.signedByLead();
    const after = signed.and(concern({}), 'inspector').and(refer('K-001', {}), 'lead').state();
    const before = signed.state();
    expect(after.signatures.lead).not.toBeNull();
    expect(after.changedAt).toBe(before.changedAt);
    expect(after.evidence).toEqual(before.evidence);
    expect(after.areas).toEqual(before.areas);
    expect(summaryOf(after).areas).toEqual(summaryOf(before).areas);
  });

  it('[CM5] goes on after sign-off, to its end', () => {
    const sealed = sif.signedOff().and(concern({}), 'inspector');
    const ended = sealed
      .and(refer('K-001', {}), 'lead')
      .and(acknowledge('K-001', {}), 'lead')
      .and(closeConcern('K-001'), 'lead')
      .state();
    expect(ended.sealed).toBe(true);
    expect(ended.concerns.get('K-001')?.closed).not.toBeNull();
  });

  it('[CM6] leaves nothing but its number once erased, and is no more open', () => {
    acknowledged.when(erase('K-001'), 'lead').keeps({ type: 'ItemErased', item: 'K-001', versions: [3, 4, 5] });
    const erased = acknowledged.and(erase('K-001'), 'lead');
    expect(erased.state().concerns.size).toBe(0);
    expect(owed(erased)).toEqual([]);
    erased.when(concern({}), 'lead').keeps({ type: 'ConcernRecorded', item: 'K-002' });
    const wordless = erased
      .entries()
      .map(({ events, entered }) => ({ entered, events: [3, 4, 5].includes(entered.version) ? null : events }));
    expect(folded(wordless).concerns.size).toBe(0);
  });

  it('[CM4] waits for lead and deputy, and for whoever recorded it, until it is closed', () => {
    const waits = (story: Story, who: Who): string[] => {
      const state = story.state();
      const member = state.members.find((each) => each.person.user === person(who).user);
      return member ? awaiting(state, member, '2013-11-19').map(({ words }) => words) : [];
    };
    for (const who of ['lead', 'deputy', 'inspector'] as const)
      expect(waits(recorded, who)).toEqual(['Child at risk K-001, to be referred back']);
    expect(waits(recorded, 'secondInspector')).toEqual([]);
    expect(waits(referred, 'lead')).toEqual(['Child at risk K-001, to be acknowledged']);
    expect(waits(acknowledged.and(closeConcern('K-001'), 'lead'), 'lead')).toEqual([]);
  });
});

describe('the message of a child at risk', () => {
  it('[CM2] is due to lead and deputy until it stands', () => {
    expect(owed(recorded)).toEqual(['UANA', 'UBEN']);
    const claimed = recorded.and(claim('lead'), 'lead');
    expect(owed(claimed)).toEqual(['UANA', 'UBEN']);
    expect(owed(claimed.and(note('lead', stands), 'lead'))).toEqual(['UBEN']);
    recorded.when(claim('inspector'), 'lead').refuses('notice', 'does not go to this person');
  });

  it('[CM2] is due to the quality assurance manager too where Slack will not take it for one of them', () => {
    const refused = recorded.and(note('lead', { refused: 'user_disabled' }), 'lead');
    expect(owed(refused)).toEqual(['UBEN', 'UGUS']);
  });

  it('[CM2] is due to whoever becomes lead or deputy while it is open, and to nobody once it is closed', () => {
    const told = recorded.and(note('lead', stands), 'lead').and(note('deputy', stands), 'lead');
    expect(owed(told)).toEqual([]);
    const changed = told.and(setTeam({ deputy: whole.inspector, inspectors: [whole.deputy] }), 'lead');
    expect(owed(changed)).toEqual(['UCHI']);
    expect(owed(changed.and(closeConcern('K-001'), 'lead'))).toEqual([]);
  });
});

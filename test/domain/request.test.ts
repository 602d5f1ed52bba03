import { describe, expect, it } from 'vitest';
import { awaiting } from '../../src/domain/awaiting.ts';
import { openRequests } from '../../src/domain/matters/request.ts';
import { person, type Story, under } from '../support/given.ts';
import type { Who } from '../support/people.ts';
import { erase } from '../support/sent.ts';
import { receive, request, takeBack } from '../support/sent-concern.ts';

const sif = under('sif-2013');
const asked = sif.started().and(request({}), 'inspector');

describe('a request to the authority', () => {
  it('[CM30] [U17] keeps what was asked, by whom, by when, and when it came', () => {
    expect(asked.state().requests.get('Q-001')).toMatchObject({
      what: 'Audits of the last three months, by team',
      by: person('inspector'),
      due: '2013-11-20',
      received: null,
    });
    const came = asked.and(receive('Q-001', { note: 'Two teams are missing' }), 'lead').state();
    expect(came.requests.get('Q-001')?.received).toEqual({ on: '2013-11-19', note: 'Two teams are missing' });
    expect(openRequests(came)).toEqual([]);
    expect(asked.and(takeBack('Q-001'), 'lead').state().requests.get('Q-001')?.withdrawn?.reason).toContain(
      'It stands',
    );
  });

  it('[CM30] says no to what cannot be', () => {
    sif
      .started()
      .when(request({ what: ' ' }), 'lead')
      .refuses('what', 'Say what is asked for');
    sif
      .started()
      .when(request({ what: 'The file of 943 476 5919' }), 'lead')
      .refuses('what', 'an NHS number');
    sif
      .started()
      .when(request({ due: '2013-11-18' }), 'lead')
      .refuses('due', 'is over');
    asked.when(receive('Q-001', { receivedOn: '2013-11-20' }), 'lead').refuses('receivedOn', 'to come');
    asked.when(receive('Q-001', { receivedOn: '2013-11-18' }), 'lead').refuses('receivedOn', 'before it was asked');
    asked.when(receive('Q-002', {}), 'lead').refuses(null, 'There is no Q-002');
    asked.and(receive('Q-001', {}), 'lead').when(takeBack('Q-001'), 'lead').refuses(null, 'received already');
    asked.and(takeBack('Q-001'), 'lead').when(receive('Q-001', {}), 'lead').refuses(null, 'was taken back');
  });

  it('[CM31] [U17] is not sent twice without anybody meaning to', () => {
    const again = { what: 'Audits by team, the last three months' };
    asked.when(request(again), 'lead').refuses('what', 'Q-001 asks for much the same');
    asked.when(request({ ...again, anyway: true }), 'lead').keeps({ type: 'RequestMade', item: 'Q-002' });
    asked.and(receive('Q-001', {}), 'lead').when(request(again), 'lead').refuses('what', 'Q-001');
    asked.and(takeBack('Q-001'), 'lead').when(request(again), 'lead').keeps({ type: 'RequestMade' });
    asked.when(request({ what: 'Minutes of the adoption panel' }), 'lead').keeps({ type: 'RequestMade' });
  });

  it('[CM31] of the same kind is pointed out with fewer words in common', () => {
    const near = 'Audits about neglect by managers';
    const far = { what: near, kind: 'performance' };
    sif
      .started()
      .and(request({ what: 'Audits by managers of plans for court, by week' }), 'lead')
      .when(request(far), 'lead')
      .keeps({ type: 'RequestMade' });
    sif
      .started()
      .and(request({ what: 'Audits by managers of plans for court, by week' }), 'lead')
      .when(request({ what: near }), 'lead')
      .refuses('what', 'Q-001');
  });

  it('[CM30] waits for who asked when it is due, and for the leads when it is overdue', () => {
    const waits = (story: Story, who: Who, today: string): string[] => {
      const state = story.state();
      const member = state.members.find((each) => each.person.user === person(who).user);
      return member ? awaiting(state, member, today).map(({ does }) => does) : [];
    };
    expect(waits(asked, 'inspector', '2013-11-19')).toEqual([]);
    expect(waits(asked, 'inspector', '2013-11-20')).toEqual(['request received Q-001']);
    expect(waits(asked, 'lead', '2013-11-20')).toEqual([]);
    expect(waits(asked, 'lead', '2013-11-21')).toEqual(['request received Q-001']);
    expect(waits(asked, 'secondInspector', '2013-11-21')).toEqual([]);
  });

  it('[CM32] goes on after sign-off, lapses no signature and can be erased', () => {
    expect(sif.signedByLead().and(request({}), 'lead').state().signatures.lead).not.toBeNull();
    expect(sif.signedOff().and(request({}), 'lead').and(receive('Q-001', {}), 'lead').state().sealed).toBe(true);
    expect(asked.and(erase('Q-001'), 'lead').state().requests.size).toBe(0);
  });
});

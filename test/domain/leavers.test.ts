import { describe, expect, it } from 'vitest';
import { awaiting } from '../../src/domain/awaiting.ts';
import { leavers, waitingForPerson } from '../../src/domain/left-behind.ts';
import { noticesDue } from '../../src/domain/matters/notice.ts';
import { nameOfPerson, roleOf } from '../../src/domain/standing.ts';
import { leftInWords } from '../../src/words/leavers.ts';
import { person, type Story, under } from '../support/given.ts';
import { whole } from '../support/people.ts';
import { concern, evidence, gradeOf, openLine, setTeam } from '../support/sent.ts';
import { receive, request } from '../support/sent-concern.ts';

const sif = under('sif-2013');
/** Chi Lam follows a line, asked for something and recorded a child at risk; then leaves the team. */
const busy = sif.started().and(openLine({}), 'inspector').and(request({}), 'inspector').and(concern({}), 'inspector');
const without = setTeam({ inspectors: [whole.secondInspector] });
const left = busy.and(without, 'deputy');

const told = (story: Story): string[] =>
  noticesDue(story.state())
    .filter(({ notice }) => notice.startsWith('left'))
    .map(({ recipient }) => recipient.user);

describe('a change of roles', () => {
  it('[HM20] holds from then on; what was done before stays under name and role', () => {
    const judged = sif.withEvidence().and(gradeOf('help-and-protection', 'good', ['E-001']), 'deputy');
    const changed = judged.and(setTeam({ deputy: null, observers: [whole.observer, whole.deputy] }), 'lead');
    changed.when(gradeOf('help-and-protection', 'inadequate', ['E-001']), 'deputy').refuses(null, 'may');
    const state = changed.state();
    expect(state.areas.get('help-and-protection')?.judgements[0]?.by).toEqual(person('deputy'));
    expect(roleOf(state, person('deputy'))).toBe('observer');
    const gone = changed.and(setTeam({ deputy: null }), 'lead').state();
    expect(roleOf(gone, person('deputy'))).toBeNull();
    expect(nameOfPerson(gone, person('deputy'))).toBe('Ben Okoro');
  });
});

describe('somebody who left the team', () => {
  it('[HM21] is named with what waited for them, until somebody else has it', () => {
    const [leaver] = leavers(left.state());
    expect(leaver && [leaver.name, leftInWords(left.state(), leaver.left)]).toEqual([
      'Chi Lam',
      'follows L-001; asked the authority for Q-001; recorded the child at risk K-001',
    ]);
    const fewer = left.and(receive('Q-001', {}), 'lead').state();
    expect(leftInWords(fewer, leavers(fewer)[0]?.left ?? [])).not.toContain('Q-001');
    expect(leavers(left.and(setTeam({}), 'lead').state())).toEqual([]);
    expect(leavers(sif.started().and(evidence({}), 'inspector').and(without, 'lead').state())).toEqual([]);
  });

  it('[HM21] is named to the lead, where somebody else took them off the team, once', () => {
    expect(told(left)).toEqual(['UANA']);
    expect(told(busy.and(without, 'lead'))).toEqual([]);
    const [due] = noticesDue(left.state()).filter(({ notice }) => notice.startsWith('left'));
    const noted = left.and(
      { type: 'NoteNotice', notice: due?.notice, recipient: person('lead'), became: { channel: 'D1', ts: '1.0' } },
      'lead',
    );
    expect(told(noted)).toEqual([]);
    expect(told(noted.and(setTeam({}), 'lead').and(without, 'deputy'))).toEqual(['UANA']);
  });

  it('[HM21] passes requests that are due on to lead and deputy', () => {
    const state = left.state();
    const [lead] = state.members;
    const waits = (today: string) => lead && awaiting(state, lead, today).map(({ does }) => does);
    expect(waits('2013-11-19')).not.toContain('request received Q-001');
    expect(waits('2013-11-20')).toContain('request received Q-001');
  });

  it('[HM22] has the same waiting while still on the team, for when their account ends', () => {
    expect(waitingForPerson(busy.state(), person('inspector')).map(({ item }) => item)).toEqual([
      'L-001',
      'Q-001',
      'K-001',
    ]);
    expect(waitingForPerson(busy.state(), person('secondInspector'))).toEqual([]);
  });
});

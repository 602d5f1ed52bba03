import { describe, expect, it } from 'vitest';
import { extend } from '../../src/domain/inspection.ts';
import { untrailed } from '../../src/domain/matters/meeting.ts';
import { noticesDue } from '../../src/domain/matters/notice.ts';
import { folded, type Story, under } from '../support/given.ts';
import {
  concern,
  correctItem,
  earlier,
  edit,
  erase,
  evidence,
  gradeOf,
  meeting,
  openLine,
  type Sent,
  withdrawItem,
} from '../support/sent.ts';
import { answer, challenge, changeRecommendation, recommend, request, takeBack } from '../support/sent-concern.ts';

const sif = under('sif-2013');
const started = () => sif.started();
const judged = () =>
  started()
    .and(evidence({}), 'inspector')
    .and(gradeOf('help-and-protection', 'good', ['E-001']), 'lead');

type Case = [string, string, () => Story, Sent, Record<string, unknown>, string];
const kinds: Case[] = [
  ['a meeting', 'M-001', started, meeting({}), { present: 'the director alone' }, 'meeting'],
  ['a child at risk', 'K-001', started, concern({}), { case: 'C-018' }, 'concern'],
  ['a challenge', 'H-001', judged, challenge({}), { text: 'The sample was too small in two areas' }, 'challenge'],
  ['a request', 'Q-001', started, request({}), { due: '2013-11-25' }, 'request'],
  [
    'an earlier inspection',
    'V-001',
    started,
    earlier({ framework: sif.framework }),
    { published: '2013-03-01' },
    'previous',
  ],
];

describe.each(kinds)('correcting %s', (_, item, given, recorded, but, of) => {
  const correct = (more: Record<string, unknown> = {}) => correctItem(item, of, { ...recorded, ...but, ...more });

  it('[E9] puts it right: what is told of it is the new wording, the old one stays in the record', () => {
    const before = given().and(recorded, 'inspector');
    const after = before.and(correct(), 'inspector');
    expect(after.entries().slice(0, -1)).toEqual(before.entries());
    expect(after.entries().at(-1)?.events).toMatchObject([{ type: 'ItemCorrected', item, to: { item } }]);
    expect(after.state().corrections.get(item)).toMatchObject({ by: { user: 'UCHI' } });
    expect(
      JSON.stringify([...Object.values(after.state())].map((each) => (each instanceof Map ? [...each] : each))),
    ).toContain(String(Object.values(but)[0]));
  });

  it('[E9] is for whoever recorded it, and for lead and deputy', () => {
    const so = given().and(recorded, 'inspector');
    so.when(correct(), 'secondInspector').refuses(
      null,
      `${item} is somebody else’s.`,
      'the lead inspector and the deputy lead',
    );
    for (const who of ['lead', 'deputy'] as const) so.when(correct(), who).keeps({ type: 'ItemCorrected', item });
  });

  it('[E9] is refused where nothing is changed, where there is none, and where it was erased', () => {
    const so = given().and(recorded, 'inspector');
    so.when(correctItem(item, of, recorded), 'inspector').refuses(null, `Nothing was changed in ${item}.`);
    given().when(correct(), 'inspector').refuses(null, `There is no ${item} here.`);
    so.and(erase(item), 'lead').when(correct(), 'inspector').refuses(null, `${item} was erased: `);
  });

  it('[E10] is refused where somebody corrected it since the form was drawn', () => {
    const so = given().and(recorded, 'inspector');
    const seen = so.state().version;
    const corrected = so.and(correct(), 'lead');
    corrected
      .when(correctItem(item, of, { ...recorded, seen }), 'inspector')
      .refuses(null, `Ana Reyes corrected ${item} meanwhile.`);
    corrected
      .when(correctItem(item, of, { ...recorded, seen: seen + 1 }), 'inspector')
      .keeps({ type: 'ItemCorrected', item });
  });

  it('[E9] [E8] is erased with the wordings it had before', () => {
    const so = given().and(recorded, 'inspector').and(correct(), 'inspector').and(erase(item), 'lead');
    const erased = so.state().erasedItems.get(item);
    expect(erased?.versions).toHaveLength(2);
    const without = so
      .entries()
      .map((entry) => (erased?.versions.includes(entry.entered.version) ? { ...entry, events: null } : entry));
    expect(folded(without).corrections.has(item)).toBe(false);
    expect(JSON.stringify(without)).not.toContain(String(Object.values(but)[0]));
  });
});

describe('correcting what came of something since', () => {
  it('[E9] keeps referrals, answers and what came, and names no other case for a child who had one', () => {
    const so = started()
      .and(concern({}), 'inspector')
      .and(correctItem('K-001', 'concern', concern({ case: 'C-001' })), 'inspector')
      .and(correctItem('K-001', 'concern', concern({ case: 'C-002' })), 'inspector');
    expect(so.state().concerns.get('K-001')?.casesBefore).toEqual(['C-017', 'C-001']);
    so.when(
      { type: 'RegisterCase', reference: null, kind: 'sampled', cohort: 'in-care', site: null, reader: 'UCHI' },
      'inspector',
    ).keeps({
      type: 'CaseRegistered',
      item: 'C-003',
    });
  });

  it('[E9] leaves an answered challenge against what it was answered about', () => {
    const so = judged()
      .and(evidence({ areas: ['leadership'] }), 'inspector')
      .and(gradeOf('leadership', 'good', ['E-002']), 'lead')
      .and(challenge({}), 'inspector')
      .and(answer('H-001', {}), 'lead');
    so.when(correctItem('H-001', 'challenge', challenge({ against: 'leadership' })), 'lead').refuses(
      'against',
      'H-001 was answered',
    );
    so.when(correctItem('H-001', 'challenge', challenge({ text: 'Too small a sample' })), 'lead').keeps({
      type: 'ItemCorrected',
    });
  });

  it('[E9] leaves a request that was taken back as it was', () => {
    const so = started().and(request({}), 'inspector').and(takeBack('Q-001'), 'inspector');
    so.when(correctItem('Q-001', 'request', request({ due: '2013-11-28' })), 'inspector').refuses(
      null,
      'Q-001 was taken back',
    );
  });

  it('[E9] moves what became of an earlier recommendation with its words, and loses none', () => {
    const previous = (recommendations: string[]) => earlier({ framework: sif.framework, recommendations });
    const so = started()
      .and(evidence({}), 'inspector')
      .and(previous(['One', 'Two']), 'inspector')
      .and(
        {
          type: 'TestEarlierRecommendation',
          item: 'V-001',
          number: 2,
          became: 'met',
          words: 'Seen',
          evidence: ['E-001'],
        },
        'inspector',
      );
    const added = so.and(correctItem('V-001', 'previous', previous(['One', 'One and a half', 'Two'])), 'inspector');
    expect([...(added.state().previous.get('V-001')?.tested.keys() ?? [])]).toEqual([3]);
    so.when(correctItem('V-001', 'previous', previous(['One'])), 'inspector').refuses(
      'recommendations',
      'recommendation 2',
    );
  });

  it('[E10] is refused for every kind that has a correction of its own, where somebody was first', () => {
    const fields = { text: 'Put better', urgency: 'immediately' };
    const so = started().and(evidence({}), 'inspector').and(openLine({}), 'lead').and(recommend({}), 'inspector');
    const seen = so.state().version;
    so.and(edit('E-001', { text: 'Late in three cases' }), 'lead')
      .when(edit('E-001', { text: 'Late in four cases', seen }), 'inspector')
      .refuses(null, 'Ana Reyes corrected E-001 meanwhile.');
    const change = (hypothesis: string) => ({ ...openLine({ hypothesis }), type: 'ChangeLine', item: 'L-001' });
    so.and(change('Assessments are timely in two teams'), 'lead')
      .when({ ...change('Assessments are late'), seen }, 'inspector')
      .refuses(null, 'Ana Reyes corrected L-001 meanwhile.');
    so.and(changeRecommendation('A-001', { text: 'Hold them within a day' }), 'lead')
      .when(changeRecommendation('A-001', { ...fields, seen }), 'inspector')
      .refuses(null, 'Ana Reyes corrected A-001 meanwhile.');
  });
});

describe('telling of the correction of a child at risk', () => {
  const claimed = (user: string) => ({
    type: 'ClaimNotice',
    notice: 'concern K-001',
    recipient: { team: 'TFORT', user },
  });
  const due = (so: Story) => noticesDue(so.state()).map(({ notice, recipient }) => `${notice} ${recipient.user}`);

  it('[CM7] reaches whoever was told of it, and whoever was not is told once, of how it stands', () => {
    const recorded = started().and(concern({}), 'inspector');
    const told = recorded.and(claimed('UANA'), 'lead');
    const corrected = told.and(correctItem('K-001', 'concern', concern({ case: 'C-018' })), 'inspector');
    const version = corrected.state().version;
    expect(due(corrected)).toEqual([
      'concern K-001 UANA',
      'concern K-001 UBEN',
      `concern K-001 corrected ${version} UANA`,
    ]);
  });

  it('[CM7] does not reach whoever corrected it', () => {
    const recorded = started().and(concern({}), 'inspector');
    const told = recorded.and(claimed('UANA'), 'lead').and(claimed('UBEN'), 'lead');
    const corrected = told.and(correctItem('K-001', 'concern', concern({ case: 'C-018' })), 'lead');
    expect(due(corrected).filter((each) => each.includes('corrected'))).toEqual([
      `concern K-001 corrected ${corrected.state().version} UBEN`,
    ]);
  });
});

describe('withdrawing what others would count on', () => {
  it('[E11] takes a meeting out of what was trailed, with the reason in the record', () => {
    const so = judged().and(meeting({}), 'lead');
    expect(untrailed(so.state())).toEqual([]);
    const withdrawn = so.and(withdrawItem('M-001'), 'lead');
    expect(untrailed(withdrawn.state())).toHaveLength(1);
    expect(withdrawn.state().meetings.get('M-001')?.withdrawn?.reason).toBe('Recorded twice');
    withdrawn.when(withdrawItem('M-001'), 'lead').refuses(null, 'M-001 was withdrawn: Recorded twice');
    withdrawn
      .when(correctItem('M-001', 'meeting', meeting({ present: 'the director' })), 'lead')
      .refuses(null, 'M-001 was withdrawn');
  });

  it('[E11] is not for a child at risk, a challenge or a request', () => {
    const so = judged().and(concern({}), 'lead').and(challenge({}), 'lead').and(request({}), 'lead');
    for (const item of ['K-001', 'H-001', 'Q-001'])
      so.when(withdrawItem(item), 'lead').refuses(null, `${item} is not withdrawn.`);
  });
});

it('[E9] a history folded as it grows and one folded afresh say the same of corrections', () => {
  const so = started()
    .and(meeting({}), 'lead')
    .and(correctItem('M-001', 'meeting', meeting({ present: 'the director' })), 'lead');
  const [first, ...rest] = so.entries();
  const grown = rest.reduce(
    (state, { events, entered }) => extend(state, events, entered),
    folded(first ? [first] : []),
  );
  expect(grown).toEqual(so.state());
});

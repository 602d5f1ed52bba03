import type { InspectionCommand } from '../../src/domain/inspection.ts';
import type { Letter } from '../../src/domain/kinds.ts';
import { framework } from '../support/frameworks.ts';
import { person } from '../support/given.ts';
import { type Who, whole } from '../support/people.ts';
import {
  acknowledge,
  changeSettings,
  closeConcern,
  concern,
  correctItem,
  earlier,
  edit,
  erase,
  evidence,
  finding,
  giveResult,
  gradeOf,
  linkTo,
  meeting,
  openLine,
  overall,
  pause,
  refer,
  registerCase,
  reopen,
  type Sent,
  setTeam,
  settle,
  signOff,
  withdraw,
  withdrawItem,
} from '../support/sent.ts';
import { answerComment, comment, judgePlan, planned } from '../support/sent-after.ts';
import {
  answer,
  challenge,
  changeRecommendation,
  receive,
  recommend,
  recommendation,
  request,
  takeBack,
  withdrawRecommendation,
} from '../support/sent-concern.ts';
import { answers, practice, published, sendQuestionnaire } from '../support/sent-practice.ts';
import { keepVersion, returnSection, writeSection } from '../support/sent-report.ts';
import { answerRound, closeRound, confirm, openRound, showRound } from '../support/sent-round.ts';
import { another, plan, takeOff, takeReserve, takeSample } from '../support/sent-sample.ts';

/*
 * Every kind of act there is, as people do it. The tables are complete by their types: a new kind of command does not compile
 * until somebody says here how it is done, so that the law is held against it too.
 */

export type Act = readonly [Who, Sent];

const to = (who: Who) => ({ recipient: person(who) });
const account = (user: string, ended: boolean): Sent => ({ type: 'NoteAccount', user, ended });
const day = '2013-11-19';

/** A message that an inspector recorded and one that somebody recorded in confidence. */
export const writtenOpenly = { link: 'https://northmoor.slack.com/archives/C1/p1', author: 'Kim Hart' };
export const writtenInConfidence = { link: 'https://northmoor.slack.com/archives/C1/p2', author: 'Kim Hart' };

/** A visit of an inspector to an office. */
export const visit = (but: Record<string, unknown>): Sent => ({
  type: 'RecordVisit',
  site: 'East office',
  visitedAt: '2013-11-19T09:00:00.000Z',
  who: [whole.inspector.user],
  met: 'the duty team and its manager',
  lookedAt: 'The duty desk, and how contacts are taken',
  ...but,
});

export const samples: Record<InspectionCommand['type'], readonly Act[]> = {
  SetTeam: [
    ['lead', setTeam({ observers: [whole.observer, whole.outsider] })],
    ['deputy', setTeam({ partnerInspectors: [] })],
    ['lead', setTeam({})],
  ],
  // The team is put back, so that the rest is done by who does it.
  NameLead: [
    ['lead', account(whole.lead.user, true)],
    ['lead', account(whole.deputy.user, true)],
    ['qualityAssurance', { type: 'NameLead', lead: whole.inspector, reason: 'Both leads have left Slack' }],
    ['inspector', setTeam({})],
    ['lead', account(whole.lead.user, false)],
    ['lead', account(whole.deputy.user, false)],
  ],
  RecordEvidence: [
    ['inspector', evidence({ case: 'C-1', text: 'Visits are late' })],
    ['partner', evidence({ areas: ['leadership'], sign: 'strength', source: 'child', text: 'Plans are read' })],
    ['analyst', evidence({ source: 'data', text: 'Numbers of visits' })],
    ['inspector', evidence({ text: 'Written in the channel', from: writtenOpenly })],
    ['lead', evidence({ areas: ['adoption', 'leadership'], agency: 'health', site: 'Quay House', about: 'process' })],
  ],
  SharePractice: [
    ['inspector', practice({})],
    ['lead', practice({ shares: 'F-001', take: 'One list for all three agencies' })],
  ],
  EditEvidence: [
    ['inspector', edit('E-007', { case: 'C-1', text: 'Visits are late', about: 'process' })],
    ['inspector', edit('E-001', { text: 'Visits are late in five cases' })],
    ['lead', edit('E-002', { text: 'Put better', areas: ['looked-after-and-permanence'] })],
  ],
  WithdrawEvidence: [
    ['lead', withdraw('E-008')],
    ['inspector', withdraw('E-007')],
  ],
  RegisterCase: [
    ['inspector', registerCase({})],
    ['lead', registerCase({ reference: 'C-001' })],
    // No evidence that everybody may read names this one.
    ['inspector', registerCase({ reference: 'C-099' })],
  ],
  ChangeCase: [
    [
      'lead',
      { type: 'ChangeCase', item: 'C-001', kind: 'tracked', cohort: 'in-care', site: null, reader: whole.lead.user },
    ],
  ],
  RemoveCase: [['lead', { type: 'RemoveCase', item: 'C-002', reason: 'Seen twice' }]],
  TakeSample: [
    ['analyst', takeSample({ plan: { ...another, framework: null } })],
    ['lead', takeSample({ plan: { ...plan, framework: null }, instead: true })],
  ],
  UseReserve: [
    ['inspector', takeOff('C-101')],
    ['inspector', takeReserve('C-101')],
  ],
  ChangeSettings: [
    ['lead', changeSettings({})],
    ['deputy', changeSettings({ thinItems: '3', channelDigest: 'on' })],
  ],
  SetPersonal: [
    ['inspector', { type: 'SetPersonal', dailySummary: null, reminders: false }],
    ['observer', { type: 'SetPersonal', dailySummary: null, reminders: false }],
  ],
  OpenLine: [
    ['lead', openLine({})],
    ['deputy', openLine({ hypothesis: 'Visits are made', origin: 'inspectors', owner: whole.lead.user })],
  ],
  ChangeLine: [['lead', { ...openLine({ hypothesis: 'Assessments are timely' }), type: 'ChangeLine', item: 'L-001' }]],
  SettleLine: [['lead', settle('L-001', 'set-aside', 'Nothing more to be seen')]],
  LinkEvidence: [['inspector', linkTo('L-001', ['E-001'], 'for')]],
  EraseItem: [
    ['lead', erase('E-007')],
    ['lead', erase('R-002')],
    ['lead', erase('K-001')],
  ],
  GradeArea: [
    ['inspector', gradeOf('leadership', 'good', ['E-005'])],
    ['lead', gradeOf('leadership', 'inadequate', ['E-005'])],
    ['lead', gradeOf('leadership', 'good', ['E-005'])],
  ],
  GiveResult: [['lead', giveResult('leadership', 'good')]],
  RecordFinding: [
    ['lead', finding({})],
    ['inspector', finding({ text: 'Plans are read by those who need them' })],
    ['lead', finding({ heading: 'needs-to-improve', text: 'Decisions wait', remedy: 'Decide within a day' })],
  ],
  EditFinding: [['lead', { ...finding({ text: 'Children are seen alone' }), type: 'EditFinding', item: 'F-001' }]],
  AdoptFinding: [
    ['lead', { type: 'AdoptFinding', item: 'F-001' }],
    ['deputy', { type: 'AdoptFinding', item: 'F-002' }],
  ],
  WithdrawFinding: [['lead', { type: 'WithdrawFinding', item: 'F-001', reason: 'Said twice' }]],
  SetOverall: [['lead', overall('good', 'Good throughout.')]],
  SignOff: [
    ['lead', signOff],
    ['qualityAssurance', signOff],
  ],
  Reopen: [['lead', reopen('A late complaint')]],
  PauseInspection: [['lead', pause(day)]],
  ResumeInspection: [['lead', { type: 'ResumeInspection', on: '2013-11-20', note: null }]],
  KeepDate: [['lead', { type: 'KeepDate', step: 'receipt', day }]],
  EnterPrevious: [['lead', earlier({ framework: framework('sif-2013') })]],
  TakePrevious: [
    [
      'lead',
      {
        type: 'TakePrevious',
        framework: { id: 'sif-2013', short: 'Single inspection framework', areas: ['leadership'] },
        published: '2012-02-01',
        grades: [],
        recommendations: ['Read the plans'],
        from: 'northmoor-2012-01-10',
      },
    ],
  ],
  TestEarlierRecommendation: [
    [
      'inspector',
      {
        type: 'TestEarlierRecommendation',
        item: 'V-001',
        number: 1,
        became: 'met',
        words: 'Seen',
        evidence: ['E-001'],
      },
    ],
  ],
  SetContext: [
    [
      'lead',
      { type: 'SetContext', children: '41,000', offices: '6', partners: 'Four', structure: 'council', note: null },
    ],
  ],
  ClaimPosting: [
    ['lead', { type: 'ClaimPosting', posting: 'summary 9' }],
    ['deputy', { type: 'ClaimPosting', posting: 'summary 10' }],
  ],
  NotePosting: [
    ['lead', { type: 'NotePosting', posting: 'summary 9', slack: { channel: 'CTEAM', ts: '1.2' }, text: 'As posted' }],
  ],
  ClaimReply: [['lead', { type: 'ClaimReply', headline: 'summary 9', part: 'reply leadership' }]],
  DoubtPosting: [['lead', { type: 'DoubtPosting', posting: 'summary 9 reply leadership' }]],
  SettlePosting: [['lead', { type: 'SettlePosting', posting: 'summary 9 reply leadership', stands: true }]],
  PlaceBoard: [['lead', { type: 'PlaceBoard', channel: 'CTEAM', ts: '1.1' }]],
  NotePin: [['lead', { type: 'NotePin', ts: '1.1', refused: 'too_many_pins' }]],
  ClaimDailySummary: [
    ['lead', { type: 'ClaimDailySummary', ...to('lead'), day }],
    ['lead', { type: 'ClaimDailySummary', ...to('deputy'), day }],
  ],
  ClaimDigest: [['lead', { type: 'ClaimDigest', day }]],
  NoteDailySummary: [
    ['lead', { type: 'NoteDailySummary', ...to('lead'), day, became: { channel: 'D1', ts: '1.3', text: 'The day' } }],
    ['lead', { type: 'NoteDailySummary', ...to('deputy'), day, became: { refused: 'user_disabled' } }],
  ],
  WantDailySummary: [
    ['deputy', { type: 'WantDailySummary', wanted: false }],
    ['deputy', { type: 'WantDailySummary', wanted: true }],
  ],
  RecordExport: [['qualityAssurance', { type: 'RecordExport', files: ['northmoor-2013-11-19.md'] }]],
  MakeRequest: [
    ['inspector', request({})],
    ['lead', request({ what: 'The rota of the duty team', kind: 'other' })],
  ],
  ReceiveRequest: [['lead', receive('Q-001', {})]],
  WithdrawRequest: [['lead', takeBack('Q-002')]],
  RaiseChallenge: [
    ['lead', challenge({})],
    ['inspector', challenge({ from: 'team', raisedBy: null, against: 'leadership' })],
  ],
  AnswerChallenge: [['lead', answer('H-001', {})]],
  ReceiveComment: [
    ['analyst', comment({})],
    ['lead', comment({ paragraph: '15', text: 'The grade does not follow', offered: null, proposed: 'It does' })],
  ],
  AnswerComment: [['lead', answerComment('D-001', {})]],
  ReceivePlan: [['analyst', planned({})]],
  JudgePlan: [['qualityAssurance', judgePlan('N-001', {})]],
  RecordConcern: [
    ['observer', concern({})],
    ['inspector', concern({ case: null })],
  ],
  ReferConcern: [['lead', refer('K-001', {})]],
  AcknowledgeConcern: [['lead', acknowledge('K-001', {})]],
  CloseConcern: [['lead', closeConcern('K-001')]],
  RecordMeeting: [['lead', meeting({})]],
  CorrectItem: [
    ['lead', correctItem('M-001', 'meeting', meeting({ present: 'the director; Ana Reyes' }))],
    ['lead', correctItem('K-001', 'concern', concern({ case: 'C-018' }))],
  ],
  WithdrawItem: [['lead', withdrawItem('M-001')]],
  NoteChannel: [
    ['lead', { type: 'NoteChannel', troubles: ['shared', 'public'] }],
    ['lead', { type: 'NoteChannel', troubles: [] }],
  ],
  NoteReaders: [
    ['lead', { type: 'NoteReaders', came: [{ user: whole.stranger.user, name: whole.stranger.name }], left: [] }],
  ],
  NoteAccount: [['lead', account(whole.observer.user, true)]],
  ClaimNotice: [
    ['lead', { type: 'ClaimNotice', notice: 'concern K-002', ...to('lead') }],
    ['lead', { type: 'ClaimNotice', notice: 'round R-001', ...to('deputy') }],
  ],
  NoteNotice: [
    ['lead', { type: 'NoteNotice', notice: 'round R-001', ...to('deputy'), became: { channel: 'D2', ts: '1.4' } }],
  ],
  OpenRound: [
    ['lead', openRound('care-leavers', 'by-person')],
    ['deputy', openRound('lscb', 'without-names')],
  ],
  // What is answered to the first rounds is the law's own matter: see worlds.ts.
  AnswerRound: [['partner', answerRound('R-005', 'good', 'Seen by the partner')]],
  CloseRound: [
    ['lead', closeRound('R-003')],
    ['deputy', closeRound('R-005')],
  ],
  ShowRound: [['lead', showRound('R-002')]],
  Recommend: [
    ['lead', recommend({})],
    ['deputy', recommend({ text: 'Write down who decided and why' })],
  ],
  ChangeRecommendation: [['lead', changeRecommendation('A-001', { text: 'See every child in time' })]],
  WithdrawRecommendation: [['lead', withdrawRecommendation('A-002')]],
  RecommendRemedy: [['lead', { type: 'RecommendRemedy', finding: 'F-003', urgency: 'improvement' }]],
  WriteSection: [
    ['lead', writeSection('findings', 'Children wait too long.\nE-001\n- As E-002 shows')],
    ['deputy', writeSection('lscb-findings', 'The board asks few questions')],
    ['lead', writeSection('headline', 'The front door is well led')],
    ['lead', writeSection('letter', 'The rating is as it was')],
  ],
  KeepReportVersion: [
    ['lead', keepVersion('draft')],
    ['lead', keepVersion('quality-assurance')],
  ],
  ReturnSection: [
    ['qualityAssurance', returnSection('findings')],
    ['qualityAssurance', returnSection('area-information')],
  ],
  ExplainSides: [['lead', { type: 'ExplainSides', reason: 'No concern was found' }]],
  RecordVisit: [
    ['inspector', visit({})],
    ['lead', visit({ site: 'Quay House', who: [whole.lead.user, whole.partner.user] })],
  ],
  ConfirmItem: [
    ['secondInspector', confirm('E-001')],
    ['qualityAssurance', confirm('C-001', 'something-else')],
  ],
  RecordProfile: [
    ['analyst', { type: 'RecordProfile', area: 'leadership', quarter: '2013-Q2', rows: 'Visits in time, 81 %' }],
  ],
  SendQuestionnaire: [
    ['lead', published],
    ['analyst', sendQuestionnaire('9')],
  ],
  RecordAnswers: [
    ['analyst', answers({})],
    ['lead', answers({ from: 'colleague', words: 'They listened to the front line' })],
  ],
  NoteRetention: [['lead', { type: 'NoteRetention', years: 1 }]],
  // Last, since hardly anything is possible after it.
  EndIncomplete: [['lead', { type: 'EndIncomplete', reason: 'The authority cannot go on' }]],
};

/** How one of a kind is recorded with a word of its own in it, and by whom; under which framework such are recorded, and after what. */
type Recording = {
  framework?: string;
  by: Who;
  first?: readonly Act[];
  acts: (word: string) => readonly (readonly [Who, Sent])[];
};

/** A new kind does not compile until somebody says here how one is recorded, so that the laws are held against it too. */
export const recordings: Record<Letter, Recording> = {
  A: { by: 'inspector', acts: (word) => [['inspector', recommend({ text: `See every ${word}` })]] },
  B: { by: 'inspector', acts: (word) => [['inspector', practice({ take: `A ${word} at the desk` })]] },
  C: { by: 'inspector', acts: (word) => [['inspector', registerCase({ site: `The ${word} office` })]] },
  D: { by: 'lead', acts: (word) => [['lead', comment({ text: `The ${word} was on time` })]] },
  E: { by: 'inspector', acts: (word) => [['inspector', evidence({ text: `A ${word} was late` })]] },
  F: {
    framework: 'jtai-2016',
    by: 'inspector',
    acts: (word) => [['inspector', finding({ text: `Every ${word} is seen` })]],
  },
  G: {
    framework: 'annual-rating-2009',
    by: 'lead',
    acts: (word) => [['lead', giveResult('leadership', 'good', { source: `The ${word} report` })]],
  },
  H: { by: 'inspector', acts: (word) => [['inspector', challenge({ text: `The ${word} was too small` })]] },
  J: {
    by: 'lead',
    acts: (word) => [['lead', { ...gradeOf('leadership', 'good', ['E-005']), narrative: `A ${word} leads` }]],
  },
  K: { by: 'observer', acts: (word) => [['observer', concern({ text: `Left alone with a ${word}` })]] },
  L: { by: 'lead', acts: (word) => [['lead', openLine({ hypothesis: `Every ${word} is timely` })]] },
  M: { by: 'inspector', acts: (word) => [['inspector', meeting({ message1: `A ${word} is late` })]] },
  N: {
    by: 'lead',
    first: [['lead', recommend({})]],
    acts: (word) => [
      ['lead', planned({ recommendation: recommendation.text, says: { milestones: `A ${word} each week` } })],
    ],
  },
  P: {
    by: 'inspector',
    acts: (word) => [['inspector', { ...gradeOf('leadership', 'good', ['E-005']), narrative: `A ${word} leads` }]],
  },
  Q: { by: 'inspector', acts: (word) => [['inspector', request({ what: `The ${word} rota`, anyway: true })]] },
  R: {
    by: 'lead',
    acts: (word) => [
      ['lead', openRound('help-and-protection', 'by-person')],
      ['inspector', answerRound('', 'good', `A ${word} was seen`)],
      ['lead', closeRound('')],
    ],
  },
  S: { by: 'inspector', acts: (word) => [['inspector', visit({ lookedAt: `The ${word} desk` })]] },
  U: {
    by: 'analyst',
    acts: (word) => [
      ['lead', published],
      ['lead', sendQuestionnaire('30')],
      ['analyst', answers({ words: `Every ${word} was heard` })],
    ],
  },
  T: { by: 'lead', acts: (word) => [['lead', writeSection('information', `Every ${word} was seen`)]] },
  V: {
    by: 'lead',
    acts: (word) => [['lead', earlier({ framework: framework('sif-2013'), recommendations: [`Hold every ${word}`] })]],
  },
};

import type { Framework } from '../../src/domain/framework.ts';
import { whole } from './people.ts';

/** Commands as they are sent, before their door has read them. */
export type Sent = { type: string } & Record<string, unknown>;

/** Fields of a command in which a test differs from the usual one. */
type But = Record<string, unknown>;

export const startNorthmoor = (framework: Framework, but: But = {}): Sent => ({
  type: 'StartInspection',
  authority: 'Northmoor',
  framework,
  confirmed: true,
  theme: framework.themes[0]?.id ?? null,
  variant: framework.variants[0]?.id ?? null,
  firstDay: '2013-11-19',
  lead: whole.lead,
  deputy: whole.deputy,
  inspectors: [whole.inspector],
  qualityAssuranceManager: whole.qualityAssurance,
  dailySummaryAt: '17:30',
  timeZone: 'Europe/London',
  channel: { team: 'TFORT', id: 'CTEAM' },
  ...but,
});

export const setTeam = (but: But): Sent => ({
  type: 'SetTeam',
  lead: whole.lead,
  deputy: whole.deputy,
  inspectors: [whole.inspector, whole.secondInspector],
  partnerInspectors: [whole.partner],
  analysts: [whole.analyst],
  qualityAssuranceManager: whole.qualityAssurance,
  observers: [whole.observer],
  ...but,
});

/** What an item says: a concern about help and protection, seen on the first day. */
export const found = {
  areas: ['help-and-protection'],
  text: 'Strategy discussions are held late',
  sign: 'concern',
  source: 'case-tracked',
  observedAt: '2013-11-19T08:30:00.000Z',
  case: null,
  about: null,
  site: null,
  agency: null,
  criteria: [],
};

export const evidence = (but: But): Sent => ({ type: 'RecordEvidence', ...found, ...but });
export const edit = (item: string, but: But): Sent => ({ type: 'EditEvidence', item, ...found, ...but });
export const withdraw = (item: string): Sent => ({
  type: 'WithdrawEvidence',
  item,
  reason: 'Seen in another authority',
});
/** A case of a child in care that an inspector samples. */
export const registerCase = (but: But): Sent => ({
  type: 'RegisterCase',
  reference: null,
  kind: 'sampled',
  cohort: 'in-care',
  site: null,
  reader: whole.inspector.user,
  ...but,
});
/** Settings that differ from those at the start by one thing: a grade is thin below eight items. */
export const changeSettings = (but: But): Sent => ({
  type: 'ChangeSettings',
  dailySummaryAt: '17:30',
  channelDigest: 'off',
  areaTargets: null,
  cohortTargets: null,
  thinItems: '8',
  thinCases: '3',
  processDays: '2',
  processShare: '50',
  ...but,
});
/** A claim of the self-evaluation about help and protection, which an inspector follows. */
export const openLine = (but: But): Sent => ({
  type: 'OpenLine',
  hypothesis: 'Assessments are timely in every team',
  origin: 'self-evaluation',
  areas: ['help-and-protection'],
  owner: whole.inspector.user,
  ...but,
});
export const linkTo = (item: string, items: readonly string[], bears: string): Sent => ({
  type: 'LinkEvidence',
  item,
  evidence: items,
  bears,
});
export const settle = (item: string, standing: string, reason: string | null): Sent => ({
  type: 'SettleLine',
  item,
  standing,
  reason,
});
export const erase = (item: string): Sent => ({ type: 'EraseItem', item, reason: 'The retention date has passed' });
export const gradeOf = (area: string, grade: string, items: readonly string[]): Sent => ({
  type: 'GradeArea',
  area,
  grade,
  narrative: 'Children wait too long for help',
  evidence: items,
});
export const giveResult = (area: string, grade: string, but: But = {}): Sent => ({
  type: 'GiveResult',
  area,
  grade,
  source: 'Report of the inspection',
  on: '2013-06-03',
  ...but,
});
export const finding = (but: But): Sent => ({
  type: 'RecordFinding',
  heading: 'strengths',
  area: 'help-and-protection',
  text: 'Children are seen alone, and what they say changes what is done',
  agency: null,
  evidence: ['E-001'],
  remedy: null,
  ...but,
});
export const overall = (grade: string, reason: string | null, answers: Record<string, string> = {}): Sent => ({
  type: 'SetOverall',
  overall: 'overall',
  grade,
  reason,
  answers,
});
export const signOff: Sent = { type: 'SignOff' };
export const reopen = (reason: string): Sent => ({ type: 'Reopen', reason });
export const restricted = (item: string, but: But): Sent => ({
  type: 'RecordRestrictedEvidence',
  item,
  ...found,
  ...but,
});

export const concern = (but: But): Sent => ({
  type: 'RecordConcern',
  text: 'Left alone at night with an adult who must not see them',
  case: 'C-017',
  ...but,
});
export const refer = (item: string, but: But): Sent => ({
  type: 'ReferConcern',
  item,
  referredTo: 'the duty team manager',
  referredAt: '2013-11-19T09:01:00.000Z',
  ...but,
});
export const acknowledge = (item: string, but: But): Sent => ({
  type: 'AcknowledgeConcern',
  item,
  acknowledgedBy: 'the head of service',
  acknowledgedAt: '2013-11-19T09:01:30.000Z',
  ...but,
});
export const closeConcern = (item: string): Sent => ({
  type: 'CloseConcern',
  item,
  done: 'Seen the same evening; a safety plan is in place',
});
export const pause = (from: string): Sent => ({ type: 'PauseInspection', from, reason: 'A flood at the main office' });

export const meeting = (but: But): Sent => ({
  type: 'RecordMeeting',
  kind: 'keep-in-touch',
  heldAt: '2013-11-19T09:00:00.000Z',
  present: 'the director and the head of service; Ana Reyes',
  message1: 'Decisions at the front door are late',
  areas1: ['help-and-protection'],
  areas2: [],
  areas3: [],
  areas4: [],
  ...but,
});
/** An inspection that went before, as it is entered by hand; `framework` must be given. */
export const earlier = (but: But): Sent => ({
  type: 'EnterPrevious',
  published: '2013-02-01',
  grades: {},
  recommendations: ['Hold strategy discussions within a day', 'Write down who decided and why'],
  ...but,
});

/** The correction of an item, as what records it would be sent now. */
export const correctItem = (item: string, of: string, { type: _, anyway: __, ...fields }: Sent): Sent => ({
  type: 'CorrectItem',
  of,
  item,
  ...fields,
});
export const withdrawItem = (item: string): Sent => ({ type: 'WithdrawItem', item, reason: 'Recorded twice' });

import { describe, expect, it } from 'vitest';
import { inWordsOf } from '../../src/domain/field.ts';
import { openProposals } from '../../src/domain/matters/judgement.ts';
import { type Act, acts, may, roles } from '../../src/domain/roles.ts';
import { roleOf } from '../../src/domain/standing.ts';
import { framework } from '../support/frameworks.ts';
import { begunAs, given, person, type Story, under } from '../support/given.ts';
import { everybody, leads, leadsAndManager, roleOfEach, teamMembers, type Who, whole } from '../support/people.ts';
import {
  acknowledge,
  changeSettings,
  closeConcern,
  concern,
  correctItem,
  earlier,
  edit,
  evidence,
  finding,
  giveResult,
  gradeOf,
  meeting,
  openLine,
  overall,
  pause,
  refer,
  registerCase,
  reopen,
  type Sent,
  setTeam,
  signOff,
  withdrawItem,
} from '../support/sent.ts';
import { answerComment, comment, judgePlan, planned } from '../support/sent-after.ts';
import {
  answer,
  challenge,
  changeRecommendation,
  receive,
  recommend,
  request,
  takeBack,
  withdrawRecommendation,
} from '../support/sent-concern.ts';
import { answers, practice, sendQuestionnaire } from '../support/sent-practice.ts';
import { keepVersion, returnSection, writeSection } from '../support/sent-report.ts';
import { answerRound, confirm, openRound } from '../support/sent-round.ts';
import { takeSample } from '../support/sent-sample.ts';

const sif = under('sif-2013');

/** Whose items the others put right or settle is the second inspector. */
const asking = everybody.filter((who) => who !== 'secondInspector');
const recommendedBefore = sif.started().and(evidence({}), 'inspector').and(recommend({}), 'inspector');
const atRisk = sif.started().and(concern({}), 'inspector');
const narrative = begunAs(framework('sif-2013'), { narrative: true }).and(evidence({}), 'inspector');
const remedied = narrative.and(finding({ heading: 'weaknesses', remedy: 'Decide within a day' }), 'lead');
const grades = gradeOf('help-and-protection', 'good', ['E-001']);

/** Each act: who may, as the design has it, and what is sent to do it in which state. */
const table: Record<Act, { open: Who[]; doing: [Story, Sent][] }> = {
  read: { open: teamMembers, doing: [] },
  // The matter of the restricted record: see restricted.test.ts.
  'read restricted evidence': { open: leadsAndManager, doing: [] },
  'record evidence': {
    open: [...leads, 'inspector', 'partner', 'analyst'],
    doing: [[sif.started(), evidence({ source: 'data' })]],
  },
  'correct anyone’s evidence': {
    open: leads,
    doing: [
      [sif.started().and(evidence({}), 'secondInspector'), edit('E-001', { text: 'Put better', source: 'data' })],
      [
        sif.started().and(evidence({}), 'secondInspector'),
        { type: 'WithdrawEvidence', item: 'E-001', reason: 'Seen elsewhere' },
      ],
    ],
  },
  'correct what others recorded': {
    open: leads,
    doing: [
      [
        sif.started().and(meeting({}), 'secondInspector'),
        correctItem('M-001', 'meeting', meeting({ message1: 'Decisions at the front door are late by days' })),
      ],
      [sif.started().and(meeting({}), 'secondInspector'), withdrawItem('M-001')],
    ],
  },
  'register {cases}': {
    open: [...leads, 'inspector', 'partner', 'analyst'],
    doing: [[sif.started(), registerCase({})]],
  },
  'take in the {authority}’s comments and plan': {
    open: [...leads, 'analyst', 'qualityAssurance'],
    doing: [
      [sif.started(), comment({})],
      [recommendedBefore, planned({})],
    ],
  },
  'answer comments and judge the {authority}’s plan': {
    open: leadsAndManager,
    doing: [
      [sif.started().and(comment({}), 'lead'), answerComment('D-001', {})],
      [recommendedBefore.and(planned({}), 'lead'), judgePlan('N-001', {})],
    ],
  },
  'take in a plan of {cases}': { open: [...leads, 'analyst'], doing: [[sif.started(), takeSample({})]] },
  'change the settings': { open: leads, doing: [[sif.started(), changeSettings({})]] },
  'open lines of enquiry': {
    open: [...leads, 'inspector', 'partner', 'analyst'],
    doing: [[sif.started(), openLine({})]],
  },
  'settle anyone’s line of enquiry': {
    open: leads,
    doing: [
      [
        sif.started().and(openLine({ owner: whole.secondInspector.user }), 'secondInspector'),
        { type: 'SettleLine', item: 'L-001', standing: 'set-aside', reason: 'No longer of use' },
      ],
    ],
  },
  'propose a grade': { open: [...leads, 'inspector', 'partner'], doing: [[sif.withEvidence(), grades]] },
  'give a grade': { open: leads, doing: [] },
  'propose a finding': {
    open: [...leads, 'inspector', 'partner'],
    doing: [[narrative, finding({ text: 'Seen by the whole team' })]],
  },
  'adopt a finding': {
    open: leads,
    doing: [[narrative.and(finding({}), 'secondInspector'), { type: 'AdoptFinding', item: 'F-001' }]],
  },
  'give a result from elsewhere': {
    open: [...leads, 'analyst'],
    doing: [[given(framework('annual-rating-2009')), giveResult('safeguarding-inspection', 'adequate')]],
  },
  'set overall effectiveness': { open: leads, doing: [[sif.judged('good', {}), overall('good', null)]] },
  'post to the channel': { open: leads, doing: [[sif.settled(), { type: 'ClaimPosting', posting: 'summary 14' }]] },
  'get the daily summary': { open: leads, doing: [[sif.started(), { type: 'WantDailySummary', wanted: false }]] },
  'change the team': {
    open: leads,
    doing: [[sif.started(), setTeam({ observers: [whole.observer, whole.outsider] })]],
  },
  // The quality assurance manager's part is the second signature: see settling.test.ts.
  'sign off': { open: leadsAndManager, doing: [[sif.settled(), signOff]] },
  reopen: { open: leadsAndManager, doing: [[sif.signedOff(), reopen('A late complaint')]] },
  'write the report': {
    open: leads,
    doing: [
      [sif.started(), writeSection('findings', 'Children wait too long')],
      [sif.started(), keepVersion('draft')],
    ],
  },
  'return a section of the report': {
    open: ['qualityAssurance'],
    doing: [[sif.started().and(keepVersion('draft'), 'lead'), returnSection('findings')]],
  },
  'recommend what must be done': {
    open: [...leads, 'inspector', 'partner'],
    doing: [
      [sif.started().and(evidence({}), 'inspector'), recommend({})],
      [recommendedBefore, changeRecommendation('A-001', { text: 'See every child alone' })],
      [recommendedBefore, withdrawRecommendation('A-001')],
      [remedied, { type: 'RecommendRemedy', finding: 'F-001', urgency: 'area-for-improvement' }],
    ],
  },
  'ask the {authority} for something': {
    open: [...leads, 'inspector', 'partner', 'analyst', 'qualityAssurance'],
    doing: [
      [sif.signedOff(), request({})],
      [sif.started().and(request({}), 'inspector'), receive('Q-001', {})],
      [sif.started().and(request({}), 'inspector'), takeBack('Q-001')],
    ],
  },
  'challenge a judgement': {
    open: [...leads, 'inspector', 'partner', 'analyst', 'qualityAssurance'],
    doing: [[sif.signedOff(), challenge({})]],
  },
  'answer a challenge': {
    open: leadsAndManager,
    doing: [[sif.signedOff().and(challenge({}), 'inspector'), answer('H-001', {})]],
  },
  'record a meeting': {
    open: [...leads, 'inspector', 'partner', 'qualityAssurance'],
    doing: [[sif.signedOff(), meeting({})]],
  },
  'record {a child} at risk': { open: teamMembers, doing: [[sif.signedOff(), concern({})]] },
  'refer {a child} at risk back': {
    open: [...leads, 'inspector', 'partner', 'qualityAssurance'],
    doing: [
      [atRisk, refer('K-001', {})],
      [atRisk.and(refer('K-001', {}), 'lead'), acknowledge('K-001', {})],
    ],
  },
  'close {a child} at risk': { open: leadsAndManager, doing: [[atRisk, closeConcern('K-001')]] },
  'be told at once of {a child} at risk': { open: leads, doing: [] },
  'record earlier inspections and context': {
    open: [...leads, 'inspector', 'partner', 'analyst'],
    doing: [
      [sif.started(), { type: 'SetContext', children: '96,000' }],
      [sif.started(), earlier({ framework: framework('sif-2013') })],
    ],
  },
  'keep the timetable': {
    open: leads,
    doing: [[sif.signedOff(), { type: 'KeepDate', step: 'receipt', day: '2013-11-19' }]],
  },
  'pause, resume or end the inspection': {
    open: leads,
    doing: [
      [sif.started(), pause('2013-11-19')],
      [sif.started().and(pause('2013-11-19'), 'lead'), { type: 'ResumeInspection', on: '2013-11-20', note: null }],
      [sif.started(), { type: 'EndIncomplete', reason: 'The authority cannot go on' }],
    ],
  },
  'open a round': {
    open: leads,
    doing: [
      [sif.started(), openRound('leadership', 'by-person')],
      [sif.started().and(openRound('leadership', 'by-person'), 'lead'), { type: 'CloseRound', item: 'R-001' }],
    ],
  },
  'answer a round': {
    open: [...leads, 'inspector', 'partner'],
    doing: [[sif.started().and(openRound('leadership', 'by-person'), 'lead'), answerRound('R-001', 'good')]],
  },
  'compare rounds across inspections': { open: leadsAndManager, doing: [] },
  'confirm a {case}': {
    open: [...leads, 'inspector', 'partner', 'qualityAssurance'],
    doing: [[sif.started().and(evidence({}), 'secondInspector'), confirm('E-001')]],
  },
  'record the questionnaire': {
    open: [...leads, 'inspector', 'partner', 'analyst', 'qualityAssurance'],
    doing: [
      [sif.signedOff(), sendQuestionnaire('9')],
      [sif.signedOff().and(sendQuestionnaire('9'), 'lead'), answers()],
    ],
  },
  'share good practice': {
    open: [...leads, 'inspector', 'partner', 'qualityAssurance'],
    doing: [[sif.started().and(evidence({ sign: 'strength' }), 'inspector'), practice({ shares: 'E-001' })]],
  },
  'export the record': {
    open: leadsAndManager,
    doing: [[sif.signedOff(), { type: 'RecordExport', files: ['northmoor-2013-11-19.md'] }]],
  },
};

const allowed = (act: Act, who: Who): boolean => table[act].open.includes(who);

describe('who may', () => {
  it('[W1] is one table: every act, every role', () => {
    expect(Object.keys(table).sort()).toEqual([...acts].sort());
    expect(new Set(asking.map((who) => roleOfEach[who]))).toEqual(new Set([...roles, null]));
    for (const act of acts) {
      for (const who of asking) expect([act, who, may(roleOfEach[who], act)]).toEqual([act, who, allowed(act, who)]);
    }
  });

  const cases = acts.flatMap((act) =>
    table[act].doing.flatMap(([story, command]) => asking.map((who) => ({ act, who, story, command }))),
  );

  it.each(cases)('[W1] $act ($command.type): $who', ({ act, who, story, command }) => {
    const answer = story.when(command, who);
    if (act === 'sign off' && who === 'qualityAssurance') answer.refuses(null, 'The lead inspector signs first');
    else if (allowed(act, who)) expect(answer.decision).toHaveProperty('events');
    else
      answer.refuses(
        null,
        act.includes('anyone’s') || act === 'adopt a finding' ? '' : inWordsOf({ framework: {} }, `may ${act}`),
      );
  });

  it('[W1] is decided by immutable ids: the same user of another organisation is a stranger', () => {
    const { state } = sif.started();
    expect(roleOf(state(), person('lead'))).toBe('lead');
    expect(roleOf(state(), { ...person('lead'), team: 'TELSEWHERE' })).toBeNull();
    expect(roleOf(state(), { ...person('lead'), user: 'UANB' })).toBeNull();
  });

  it('[W1] follows the team as it is now, whoever recorded before', () => {
    const story = sif.withEvidence().and(setTeam({ inspectors: [], observers: [whole.inspector] }), 'lead');
    story.when(edit('E-001', { text: 'Put better' }), 'inspector').refuses(null, 'may record evidence');
  });
});

describe('a grade by somebody who may only propose one', () => {
  it.each(['inspector', 'partner'] as const)('[W3] is a proposal of %s', (who) => {
    sif
      .withEvidence()
      .when(grades, who)
      .keeps({ type: 'GradeProposed', item: 'P-001', grade: 'good', evidence: ['E-001'] });
    expect(sif.withEvidence().and(grades, who).state().areas.get('help-and-protection')).toMatchObject({
      judgements: [],
      proposals: [{ item: 'P-001', by: person(who) }],
    });
  });

  it.each(leads)('[W3] is adopted by %s giving the same grade', (who) => {
    const story = sif.withEvidence().and(grades, 'inspector').and(grades, 'partner');
    story.when(grades, who).keeps({ type: 'AreaGraded', item: 'J-001', adopts: 'P-002' });
    expect(openProposals(story.and(grades, who).state(), 'help-and-protection')).toEqual([]);
  });

  it('[W3] is answered, and not adopted, by another grade', () => {
    const story = sif.withEvidence().and(grades, 'inspector');
    const other = gradeOf('help-and-protection', 'inadequate', ['E-001']);
    story.when(other, 'lead').keeps({ type: 'AreaGraded', grade: 'inadequate', adopts: null });
    expect(openProposals(story.and(other, 'lead').state(), 'help-and-protection')).toEqual([]);
  });

  it('[W3] changes nothing that stands: overall grade and signature stay', () => {
    const state = sif.signedByLead().and(grades, 'inspector').state();
    expect(state.overalls.get('overall')?.grade).toBe('good');
    expect(state.signatures.lead).not.toBeNull();
  });
});

describe('an analyst', () => {
  it('[W4] records and corrects data evidence only', () => {
    const story = sif.started().and(evidence({ source: 'data' }), 'analyst');
    story.when(evidence({ source: 'observation' }), 'analyst').refuses('source', 'choose Data');
    story.when(edit('E-001', { source: 'not-stated' }), 'analyst').refuses('source', 'choose Data');
    story.when(edit('E-001', { source: 'data', text: 'Put better' }), 'analyst').keeps({ type: 'EvidenceEdited' });
  });

  it('[W4] is no limit to whoever else corrects it', () => {
    const story = sif.started().and(evidence({ source: 'data' }), 'analyst');
    story.when(edit('E-001', { source: 'document' }), 'lead').keeps({ type: 'EvidenceEdited', item: 'E-001' });
  });
});

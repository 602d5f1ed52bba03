import { describe, expect, it } from 'vitest';
import { awaiting } from '../../src/domain/awaiting.ts';
import { lapsedWith } from '../../src/domain/matters/sign-off.ts';
import { memberOf } from '../../src/domain/standing.ts';
import { summaryOf } from '../../src/domain/summary.ts';
import { board, signatureLine } from '../../src/words/board.ts';
import { plainText } from '../../src/words/message.ts';
import { person, type Story, under } from '../support/given.ts';
import { holidays } from '../support/holidays.ts';
import { leadsAndManager, type Who, whole } from '../support/people.ts';
import {
  edit,
  erase,
  evidence,
  gradeOf,
  overall,
  reopen,
  type Sent,
  setTeam,
  signOff,
  withdraw,
} from '../support/sent.ts';

const sif = under('sif-2013');
const regrade = (area: string, grade: string): Sent => gradeOf(area, grade, [sif.itemOf(area)]);

describe('a change to an area’s grade', () => {
  it.each(['help-and-protection', 'looked-after-and-permanence', 'adoption', 'care-leavers', 'leadership'])(
    '[X1] lapses the overall grade: %s',
    (area) => {
      expect(sif.settled().and(regrade(area, 'outstanding'), 'lead').state().overalls.size).toBe(0);
    },
  );

  it('[X1] leaves the overall grade where it is the separate LSCB’s', () => {
    expect(sif.settled().and(regrade('lscb', 'inadequate'), 'lead').state().overalls.get('overall')?.grade).toBe(
      'good',
    );
  });

  it('[X1] leaves the overall grade where the grade stays and only its reasons are put anew', () => {
    const story = sif.settled().and(regrade('leadership', 'good'), 'deputy');
    expect(story.state().overalls.get('overall')?.grade).toBe('good');
    expect(story.state().areas.get('leadership')?.judgements).toHaveLength(2);
  });
});

describe('a change after the lead signed', () => {
  it.each<[string, Sent, Who]>([
    ['an item recorded', evidence({}), 'inspector'],
    ['an item corrected', edit('E-001', { text: 'Put better' }), 'inspector'],
    ['an item withdrawn', withdraw('E-001'), 'lead'],
    ['an item erased', erase('E-001'), 'lead'],
    ['a grade given', regrade('help-and-protection', 'outstanding'), 'lead'],
    ['the same grade given anew', regrade('help-and-protection', 'good'), 'lead'],
    ['the LSCB’s grade given', regrade('lscb', 'inadequate'), 'lead'],
    ['overall effectiveness set', overall('good', null), 'lead'],
  ])('[X2] lapses the signature: %s', (_, command, who) => {
    expect(sif.signedByLead().state().signatures.lead).not.toBeNull();
    expect(sif.signedByLead().and(command, who).state()).toMatchObject({ sealed: false, signatures: { lead: null } });
  });

  it.each<[string, Sent, Who]>([
    ['a grade proposed', regrade('leadership', 'inadequate'), 'inspector'],
    ['the team changed', setTeam({ observers: [] }), 'lead'],
    ['a summary posted', { type: 'ClaimPosting', posting: 'summary 16' }, 'lead'],
    ['the board placed', { type: 'PlaceBoard', channel: 'CTEAM', ts: '1.1' }, 'lead'],
  ])('[X2] leaves the signature: %s', (_, command, who) => {
    expect(sif.signedByLead().and(command, who).state().signatures.lead?.by.user).toBe('UANA');
  });
});

describe('a signature that lapsed', () => {
  const lapsedBy = (command: Sent, who: Who) => sif.signedByLead().and(command, who);

  it('[X9] is kept with whose it was and what lapsed it, once: what comes after has none to lapse', () => {
    const story = lapsedBy(evidence({}), 'inspector').and(evidence({}), 'secondInspector');
    const { signatures, version } = story.state();
    expect(signatures).toMatchObject({
      lead: null,
      lapsed: { signed: [{ by: { user: 'UANA' } }], item: 'E-007', by: { user: 'UCHI' }, version: version - 1 },
    });
    expect(signatureLine(story.state(), story.now)).toMatch(/^Ana Reyes’s signature lapsed at \d\d:\d\d with E-007\.$/);
    expect(signatureLine(story.state())).toMatch(/ lapsed on Tue 19 Nov at \d\d:\d\d with E-007\.$/);
    expect(story.and(signOff, 'lead').state().signatures.lapsed).toBeNull();
  });

  it.each<[string, Sent, Who, string]>([
    ['the overall grade', overall('good', null), 'lead', 'with the overall grade'],
    ['an end without result', { type: 'EndIncomplete', reason: 'A flood' }, 'lead', 'as it ended incomplete'],
    ['an erasure', erase('E-001'), 'lead', 'with E-001'],
  ])('[X9] says with what: %s', (_, command, who, words) => {
    const { lapsed } = lapsedBy(command, who).state().signatures;
    expect(lapsed && lapsedWith(lapsed)).toBe(words);
  });

  it('[X9] is not asked for again where it ended without a result', () => {
    const ended = lapsedBy({ type: 'EndIncomplete', reason: 'A flood' }, 'lead').state();
    const words = plainText(board(summaryOf(ended), ended.recordedAt, holidays));
    expect(words.match(/incomplete/gi)).not.toBeNull();
    expect(words).not.toContain('Sign again');
  });

  it('[X6] [X9] is both, where it is reopened', () => {
    const story = sif.signedOff().and(reopen('A late complaint'), 'deputy');
    expect(signatureLine(story.state(), story.now)).toMatch(
      /^Ana Reyes’s and Gus Vale’s signatures lapsed at \d\d:\d\d as it was reopened\.$/,
    );
  });

  it('[X9] waits for whoever signed, to sign again; for what is missing first where something is', () => {
    const waits = (story: Story, who: Who) => {
      const inspection = story.state();
      const member = memberOf(inspection, person(who));
      return member ? awaiting(inspection, member, '2013-11-19').filter(({ does }) => does === 'sign-off') : [];
    };
    const lapsed = lapsedBy(evidence({}), 'inspector');
    expect(waits(lapsed, 'lead')).toMatchObject([{ words: 'Your signature lapsed with E-007', label: 'Sign again' }]);
    expect(waits(lapsed, 'qualityAssurance')).toEqual([]);
    expect(waits(lapsedBy(regrade('leadership', 'outstanding'), 'lead'), 'lead')).toMatchObject([
      { label: 'What is missing' },
    ]);
    expect(waits(sif.settled().and(signOff, 'deputy').and(evidence({}), 'inspector'), 'deputy')).toHaveLength(1);
    expect(waits(lapsedBy({ type: 'EndIncomplete', reason: 'A flood' }, 'lead'), 'lead')).toEqual([]);
  });
});

describe('signing off', () => {
  it('[X3] is blocked by every judgement that rests on withdrawn evidence, by name', () => {
    const story = sif
      .settled()
      .and(withdraw('E-001'), 'lead')
      .and(withdraw(sif.itemOf('lscb')), 'lead');
    story
      .when(signOff, 'lead')
      .refuses(null, 'Help and protection (J-001) rests on withdrawn evidence: E-001.', '(J-006)');
  });

  it('[X3] is blocked by a judgement whose evidence was erased, withdrawn before or not', () => {
    sif
      .settled()
      .and(erase('E-001'), 'lead')
      .when(signOff, 'lead')
      .refuses(null, '(J-001) rests on erased evidence: E-001');
    const both = sif.settled().and(withdraw('E-001'), 'lead').and(erase('E-001'), 'lead');
    both.when(signOff, 'lead').refuses(null, 'Help and protection (J-001)', 'E-001');
  });

  it('[X3] goes on once the grade was given again without it', () => {
    const story = sif
      .settled()
      .and(evidence({}), 'inspector')
      .and(withdraw('E-001'), 'lead')
      .and(gradeOf('help-and-protection', 'good', ['E-007']), 'lead');
    story.when(signOff, 'lead').keeps({ type: 'SignedOff', as: 'lead' });
  });

  it('[X4] is blocked by what is missing, each by name; the separate LSCB’s grade is not', () => {
    sif
      .withEvidence()
      .when(signOff, 'lead')
      .refuses(
        null,
        'Help and protection has no judgement',
        'Adoption has no judgement (it may be "not judged").',
        'Overall effectiveness is not set',
      );
    const { decision } = sif.withEvidence().when(signOff, 'lead');
    expect(JSON.stringify(decision)).not.toContain('lscb');
    under('ilacs-2026').started().when(signOff, 'deputy').refuses(null, 'has no judgement.');
  });

  it.each(['lead', 'deputy'] as const)('[X4] takes the first signature of %s and the second of the manager', (who) => {
    sif.settled().when(signOff, who).keeps({ type: 'SignedOff', as: 'lead' });
    const story = sif.settled().and(signOff, who);
    expect(story.state()).toMatchObject({ sealed: false });
    story.when(signOff, 'qualityAssurance').keeps({ type: 'SignedOff', as: 'quality-assurance-manager' });
    expect(story.and(signOff, 'qualityAssurance').state()).toMatchObject({
      sealed: true,
      signatures: { qualityAssuranceManager: { by: { user: 'UGUS' } } },
    });
  });

  it('[X4] refuses the second signature before the first, and a first one twice', () => {
    sif.settled().when(signOff, 'qualityAssurance').refuses(null, 'The lead inspector signs first');
    sif.signedByLead().when(signOff, 'lead').refuses(null, 'Ana Reyes signed already', 'Gus Vale gives the second');
    sif.signedByLead().when(signOff, 'deputy').refuses(null, 'Ana Reyes signed already');
    sif
      .signedByLead()
      .and(setTeam({ qualityAssuranceManager: null }), 'lead')
      .when(signOff, 'lead')
      .refuses(null, 'Nobody is quality assurance manager');
  });

  it('[X4] is never done twice by one person, whatever their role has become', () => {
    const story = sif
      .signedByLead()
      .and(setTeam({ lead: whole.qualityAssurance, qualityAssuranceManager: whole.lead }), 'lead');
    story.when(signOff, 'lead').refuses(null, 'You gave the first signature');
  });

  it('[X4] is done once', () => {
    for (const who of ['lead', 'qualityAssurance'] as const) {
      sif.signedOff().when(signOff, who).refuses(null, 'signed off already');
    }
  });
});

describe('an inspection that is signed off', () => {
  it.each<[Sent, Who]>([
    [evidence({}), 'inspector'],
    [edit('E-001', {}), 'lead'],
    [withdraw('E-001'), 'lead'],
    [regrade('leadership', 'good'), 'lead'],
    [regrade('leadership', 'good'), 'inspector'],
    [overall('good', null), 'lead'],
  ])('[X5] is sealed: $type by %s', (command, who) => {
    sif.signedOff().when(command, who).refuses(null, 'sealed until it is reopened');
  });

  it.each<[Sent]>([
    [{ type: 'ClaimPosting', posting: 'summary 17' }],
    [{ type: 'NotePosting', posting: 'summary 17', slack: { channel: 'CTEAM', ts: '1.1' }, text: 'SIGNED OFF' }],
    [{ type: 'PlaceBoard', channel: 'CTEAM', ts: '1.1' }],
  ])('[X5] is still posted: $type', (command) => {
    const state = sif.signedOff().and(command, 'lead').state();
    expect(state.sealed).toBe(true);
  });

  it.each(leadsAndManager)('[X6] is reopened by %s, and both signatures lapse', (who) => {
    const story = sif.signedOff();
    story.when(reopen('A late complaint'), who).keeps({ type: 'Reopened', reason: 'A late complaint' });
    const reopened: Story = story.and(reopen('A late complaint'), who);
    expect(reopened.state()).toMatchObject({
      sealed: false,
      signatures: { lead: null, qualityAssuranceManager: null },
    });
    expect(reopened.state().overalls.get('overall')?.grade).toBe('good');
    reopened.when(evidence({}), 'inspector').keeps({ type: 'EvidenceRecorded', item: 'E-007' });
  });

  it('[X6] is reopened with a reason, and only where it was signed off', () => {
    sif.signedOff().when(reopen(' '), 'lead').refuses('reason', 'Say why');
    sif.signedOff().when(reopen('A late complaint'), 'inspector').refuses(null, 'may reopen');
    sif.signedByLead().when(reopen('A late complaint'), 'lead').refuses(null, 'nothing needs reopening');
  });
});

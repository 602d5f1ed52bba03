import { describe, expect, it } from 'vitest';
import { adoptedFindings, partiesOf, proposedFindings } from '../../src/domain/findings.ts';
import { blocksSignOff } from '../../src/domain/matters/sign-off.ts';
import { findingsMade } from '../../src/domain/published.ts';
import { summaryOf } from '../../src/domain/summary.ts';
import { beforeSigning } from '../../src/words/before-signing.ts';
import { plainText } from '../../src/words/message.ts';
import { areaProgressMessage } from '../../src/words/progress-area.ts';
import { framework } from '../support/frameworks.ts';
import { begunAs, given, type Story, under } from '../support/given.ts';
import { erase, evidence, finding, gradeOf, overall, type Sent, signOff, withdraw } from '../support/sent.ts';

const sif = framework('sif-2013');

/** Narrative under the single inspection framework: E-001 is about help and protection, E-002 about leadership. */
const narrative = () =>
  begunAs(sif, { narrative: true })
    .and(evidence({}), 'inspector')
    .and(evidence({ areas: ['leadership'] }), 'inspector');

const weakness = (but: Record<string, unknown> = {}): Sent =>
  finding({ heading: 'weaknesses', text: 'Decisions wait for weeks', remedy: 'Decide within a day', ...but });
const edited = (item: string, but: Record<string, unknown>): Sent => ({ ...finding(but), type: 'EditFinding', item });
const adopt = (item: string): Sent => ({ type: 'AdoptFinding', item });
const withdrawn = (item: string): Sent => ({ type: 'WithdrawFinding', item, reason: 'Said twice' });

/** What stands in the way of signing, with what is pressed about it. */
const blockedBy = (story: Story): string[] =>
  blocksSignOff(story.state()).map(({ words, does }) => `${words} (${does})`);

describe('a finding', () => {
  it('[FI5] has a heading of the framework, an area where the heading stands under one, and evidence of it', () => {
    const story = narrative();
    story.when(finding({}), 'lead').keeps({ type: 'FindingRecorded', item: 'F-001', adopted: true });
    story.when(finding({ heading: 'praise' }), 'lead').refuses('heading', 'Strengths, Weaknesses');
    story.when(finding({ area: null }), 'lead').refuses('area', 'Choose one from the list');
    story.when(finding({ evidence: [] }), 'lead').refuses('evidence', 'record one first');
    story.when(finding({ evidence: ['E-009'] }), 'lead').refuses('evidence', 'There is no E-009');
    story.when(finding({ evidence: ['E-002'] }), 'lead').refuses('evidence', 'not evidence of Help and protection');
    story.and(withdraw('E-001'), 'inspector').when(finding({}), 'lead').refuses('evidence', 'E-001 was withdrawn');
    story.when(finding({ text: 'Seen by 943 476 5919' }), 'lead').refuses('text', 'NHS number');
  });

  it('[FI6] names a remedy where its heading asks for one, and has none elsewhere', () => {
    const story = narrative();
    story.when(weakness({ remedy: null }), 'lead').refuses('remedy', 'what would put it right');
    story.when(weakness(), 'lead').keeps({ type: 'FindingRecorded', content: { remedy: 'Decide within a day' } });
    story.when(finding({ remedy: 'More of it' }), 'lead').keeps({ type: 'FindingRecorded', content: { remedy: null } });
  });

  it('[FI5] under a heading for the whole inspection stands under no area and rests on evidence of any', () => {
    const story = given(framework('ucra-2009')).and(evidence({ areas: ['risk'] }), 'inspector');
    story
      .when(finding({ heading: 'strengths', area: 'assessment' }), 'lead')
      .keeps({ type: 'FindingRecorded', content: { area: null, evidence: ['E-001'] } });
  });

  it('[FI7] by an inspector is proposed, and becomes the team’s when lead or deputy adopts it', () => {
    const story = narrative().and(finding({}), 'inspector');
    expect(proposedFindings(story.state()).map(({ item }) => item)).toEqual(['F-001']);
    story.when(adopt('F-001'), 'inspector').refuses(null, 'may adopt a finding');
    const adopted = story.and(adopt('F-001'), 'deputy');
    expect(adoptedFindings(adopted.state())).toMatchObject([{ item: 'F-001', by: { user: 'UCHI' } }]);
    expect(proposedFindings(adopted.state())).toEqual([]);
    adopted.when(adopt('F-001'), 'lead').refuses(null, 'is the team’s finding already');
  });

  it('[FI7] is adopted by the lead putting it better, or saving it as it is', () => {
    const story = narrative().and(finding({}), 'inspector');
    story.when(edited('F-001', { text: 'Put better' }), 'lead').keeps({ type: 'FindingEdited', adopted: true });
    story.when(edited('F-001', {}), 'lead').keeps({ type: 'FindingAdopted', item: 'F-001' });
    expect(adoptedFindings(story.and(edited('F-001', { text: 'Put better' }), 'lead').state())).toHaveLength(1);
  });

  it('[FI8] is changed by its proposer until it is the team’s, then by lead and deputy', () => {
    const story = narrative().and(finding({}), 'inspector');
    story.when(edited('F-001', { text: 'Put better' }), 'inspector').keeps({ type: 'FindingEdited', adopted: false });
    story.when(edited('F-001', { text: 'Put better' }), 'secondInspector').refuses(null, 'somebody else’s');
    story.when(edited('F-001', {}), 'inspector').refuses('text', 'Nothing was changed in F-001');
    const adopted = story.and(adopt('F-001'), 'lead');
    adopted.when(edited('F-001', { text: 'Put better' }), 'inspector').refuses(null, 'the team’s finding by now');
    adopted.when(withdrawn('F-001'), 'inspector').refuses(null, 'the team’s finding by now');
    const gone = adopted.and(withdrawn('F-001'), 'deputy');
    gone.when(edited('F-001', { text: 'Put better' }), 'lead').refuses(null, 'F-001 was withdrawn: Said twice');
    expect(adoptedFindings(gone.state())).toEqual([]);
    expect(gone.state().findings.get('F-001')?.withdrawn?.reason).toBe('Said twice');
  });

  it('[FI9] takes the place of grades: none is given, and no overall is set', () => {
    const story = narrative().and(finding({}), 'lead');
    story.when(gradeOf('help-and-protection', 'good', ['E-001']), 'lead').refuses(null, 'gives no grades');
    story.when(overall('good', null), 'lead').refuses('grade', 'gives no overall effectiveness');
    under('sif-2013').withEvidence().when(finding({}), 'lead').refuses(null, 'gives grades');
  });
});

describe('a heading for the whole inspection', () => {
  const visit = given(framework('ucra-2009')).and(evidence({ areas: ['risk'] }), 'inspector');
  const priority = { heading: 'areas-for-priority-action', area: null, remedy: 'Name a lead' };
  const none = (but: Record<string, unknown> = {}): Sent =>
    finding({ ...priority, remedy: null, evidence: [], text: 'Forty contacts were read', none: true, ...but });

  it('[FI20] may have none under it, which rests on what was looked at and needs no item', () => {
    visit.when(none(), 'lead').keeps({ type: 'FindingRecorded', content: { none: true, remedy: null, evidence: [] } });
    visit.when(none({ text: '' }), 'lead').refuses('text', 'Say what was found');
    visit.when(finding({ ...priority, evidence: [] }), 'lead').refuses('evidence', 'A finding rests on evidence');
    narrative()
      .when(finding({ evidence: [], none: true }), 'lead')
      .refuses('evidence', 'A finding rests on evidence');
  });

  it('[FI20] has none or some, and never both', () => {
    const said = visit.and(none(), 'lead');
    said
      .when(finding(priority), 'lead')
      .refuses('heading', 'F-001 says that none was found under Areas for priority action');
    const some = visit.and(finding(priority), 'lead');
    some.when(none(), 'lead').refuses('heading', 'F-001 stands under Areas for priority action. Withdraw it first');
    const proposed = visit.and(none(), 'inspector').and(finding(priority), 'lead');
    proposed.when(adopt('F-001'), 'lead').refuses(null, 'F-002 stands under Areas for priority action');
    some.and(withdrawn('F-001'), 'lead').when(none(), 'lead').keeps({ type: 'FindingRecorded', item: 'F-002' });
  });

  it('[FI20] with none under it counts as nothing found, and leaves nothing to be done', () => {
    const said = visit.and(none(), 'lead');
    expect(blockedBy(said)).toContain('There is no finding yet (grade)');
    expect(findingsMade(said.state())).toEqual([]);
  });

  it('[FI20] of which nothing is said is named before signing', () => {
    const signing = (story: typeof visit) => plainText({ parts: beforeSigning(story.state(), story.now, 'lead') });
    expect(signing(visit)).toContain(
      'Nothing is said under Areas for priority action, so you sign that there is none [Say what was looked at]',
    );
    expect(signing(visit.and(none(), 'lead'))).not.toContain('Areas for priority action');
  });
});

describe('signing findings off', () => {
  it('[X9] lapses with a finding that is adopted, and not with one that is proposed', () => {
    const signed = whole().and(signOff, 'lead');
    const proposed = signed.and(finding({}), 'inspector');
    expect(proposed.state().signatures).toMatchObject({ lead: { by: { user: 'UANA' } }, lapsed: null });
    const [{ item } = { item: '' }] = proposedFindings(proposed.state());
    const adopted = proposed.and({ type: 'AdoptFinding', item }, 'lead');
    expect(adopted.state().signatures).toMatchObject({ lead: null, lapsed: { item, by: { user: 'UANA' } } });
  });

  const areas = sif.areas.map(({ id }) => id);
  /** Each area with one item and one finding that rests on it. */
  const whole = () => {
    const recorded = areas.reduce(
      (so, area) => so.and(evidence({ areas: [area] }), 'inspector'),
      begunAs(sif, { narrative: true }),
    );
    return areas.reduce(
      (so, area, place) => so.and(finding({ area, evidence: [`E-00${place + 1}`] }), 'lead'),
      recorded,
    );
  };

  it('[FI10] waits for a finding in each area that is always looked at', () => {
    const blocks = blockedBy(narrative().and(finding({}), 'inspector'));
    expect(blocks).toContain('Help and protection has no finding (grade help)');
    expect(blocks.join(' ')).not.toMatch(/Adoption|LSCB|overall|judgement/i);
    expect(blockedBy(whole())).toEqual([]);
  });

  it('[FI10] waits while a finding rests on withdrawn or erased evidence, by name', () => {
    expect(blockedBy(whole().and(withdraw('E-001'), 'inspector'))).toEqual([
      'F-001 rests on withdrawn evidence: E-001 (edit F-001)',
    ]);
    expect(blockedBy(whole().and(erase('E-001'), 'lead'))).toEqual([
      'F-001 rests on erased evidence: E-001 (edit F-001)',
    ]);
  });

  it('[FI10] lapses the lead’s signature with any change to the team’s findings, and with no proposal', () => {
    const signed = whole().and(signOff, 'lead');
    const signature = (story: typeof signed) => story.state().signatures.lead;
    expect(signature(signed.and(finding({ text: 'Another' }), 'inspector'))).not.toBeNull();
    expect(signature(signed.and(finding({ text: 'Another' }), 'lead'))).toBeNull();
    expect(signature(signed.and(edited('F-001', { text: 'Put better' }), 'lead'))).toBeNull();
    expect(signature(signed.and(withdrawn('F-001'), 'lead'))).toBeNull();
    const sealed = signed.and(signOff, 'qualityAssurance');
    sealed.when(finding({}), 'lead').refuses(null, 'evidence and findings are sealed');
  });

  it('[FI8] leaves nothing of an erased finding but its number', () => {
    const story = whole().and(erase('F-001'), 'lead');
    expect(story.state().findings.has('F-001')).toBe(false);
    expect(story.state().erasedItems.has('F-001')).toBe(true);
    story.when(finding({}), 'lead').keeps({ type: 'FindingRecorded', item: `F-00${areas.length + 1}` });
  });
});

describe('findings of several agencies', () => {
  const jtai = framework('jtai-2016');
  const told = () =>
    ['police', 'childrens-social-care', null]
      .reduce(
        (so, agency) => so.and(finding({ area: 'response', agency, text: `About ${agency}` }), 'lead'),
        given(jtai).and(evidence({ areas: ['response'] }), 'partner'),
      )
      .state();

  it('[FI11] are told of all together first, then of the authority, then of each partner, apart', () => {
    const state = told();
    const order = partiesOf(state, adoptedFindings(state)).flatMap(({ agency, blocks }) =>
      blocks.flatMap(({ under: headings }) =>
        headings.flatMap(({ findings }) => findings.map(({ content }) => [agency?.kind ?? null, content.text])),
      ),
    );
    expect(order).toEqual([
      [null, 'About null'],
      ['authority', 'About childrens-social-care'],
      ['partner', 'About police'],
    ]);
  });

  it('[FI17] [U19] rest on evidence that names the agency, and progress shows what each contributed', () => {
    const story = given(jtai);
    const seen = { areas: ['response'], agency: 'Police' };
    story.when(evidence({ ...seen, agency: 'Fire service' }), 'partner').refuses('agency', 'Children’s social care');
    const state = story
      .and(evidence(seen), 'partner')
      .and(evidence({ ...seen, agency: 'Health services' }), 'partner')
      .and(evidence(seen), 'inspector')
      .state();
    expect([...(state.areas.get('response')?.tally.agencies ?? [])]).toEqual([
      ['Police', 2],
      ['Health services', 1],
    ]);
    const summary = summaryOf(state);
    const response = summary.areas.find(({ area }) => area.id === 'response');
    expect(response && plainText(areaProgressMessage(summary, response))).toContain(
      'By agency: Police 2 · Health services 1',
    );
  });

  it('[FI11] name an agency that the framework inspects', () => {
    const story = given(jtai).and(evidence({ areas: ['response'] }), 'partner');
    story.when(finding({ area: 'response', agency: 'fire' }), 'lead').refuses('agency', 'Choose one of the agencies');
  });
});

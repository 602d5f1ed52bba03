import { describe, expect, it } from 'vitest';
import { awaiting } from '../../src/domain/awaiting.ts';
import { claimCount, lineCount } from '../../src/domain/lines.ts';
import { bearingOn } from '../../src/domain/matters/line-content.ts';
import { memberOf } from '../../src/domain/standing.ts';
import { folded, person, type Story, under } from '../support/given.ts';
import { type Who, whole } from '../support/people.ts';
import { edit, erase, evidence, linkTo, openLine, setTeam, settle, signOff, withdraw } from '../support/sent.ts';

const sif = under('sif-2013');
const opened = sif.started().and(openLine({}), 'inspector');
const withItems = opened.and(evidence({}), 'inspector').and(evidence({ sign: 'strength' }), 'secondInspector');

/** The items for and against a line. */
const sides = (story: Story, item = 'L-001'): [string[], string[]] => {
  const state = story.state();
  const line = state.lines.get(item);
  if (!line) throw new Error(`There is no ${item}`);
  return [bearingOn(line, 'for', state), bearingOn(line, 'against', state)];
};

const waitsFor = (story: Story, who: Who): string[] => {
  const state = story.state();
  const member = memberOf(state, person(who));
  return member ? awaiting(state, member, '2013-11-19').map(({ words }) => words) : [];
};

describe('a line of enquiry', () => {
  it('[LE1] has a hypothesis, where it comes from, its areas and somebody who follows it', () => {
    opened
      .when(openLine({ hypothesis: '  Thresholds differ  ', origin: 'data', owner: whole.deputy.user }), 'analyst')
      .keeps({
        type: 'LineOpened',
        item: 'L-002',
        hypothesis: 'Thresholds differ',
        origin: 'data',
        areas: ['help-and-protection'],
        owner: person('deputy'),
      });
    opened.when(openLine({ hypothesis: ' ' }), 'lead').refuses('hypothesis', 'Say what is to be tested');
    opened.when(openLine({ hypothesis: 'Child 943 476 5919' }), 'lead').refuses('hypothesis', 'NHS number');
    opened.when(openLine({ origin: 'rumour' }), 'lead').refuses('origin', 'Choose where it comes from');
    opened.when(openLine({ areas: [] }), 'lead').refuses('areas', 'at least one');
    opened.when(openLine({ areas: ['housing'] }), 'lead').refuses('areas', 'no area called housing');
    opened.when(openLine({ owner: null }), 'lead').refuses('owner', 'Choose who follows it');
    opened.when(openLine({ owner: whole.outsider.user }), 'lead').refuses('owner', 'not on the team');
    opened.when(openLine({ owner: whole.observer.user }), 'lead').refuses('owner', 'records no evidence');
  });

  it('[LE1] is worded anew by its owner, its opener or the leads; the same again is not recorded', () => {
    const change = { ...openLine({ hypothesis: 'Put better' }), type: 'ChangeLine', item: 'L-001' };
    for (const who of ['inspector', 'lead', 'deputy'] as const)
      opened.when(change, who).keeps({ type: 'LineChanged', item: 'L-001', hypothesis: 'Put better' });
    opened.when(change, 'secondInspector').refuses(null, 'somebody else’s');
    opened.when({ ...change, item: 'L-009' }, 'lead').refuses(null, 'no L-009');
    opened.when({ ...openLine({}), type: 'ChangeLine', item: 'L-001' }, 'lead').refuses('hypothesis', 'Nothing was');
    expect(opened.and(change, 'lead').state().lines.get('L-001')?.content.hypothesis).toBe('Put better');
  });

  it('[LE2] has evidence for and against it, as recorded and as linked from it; what was said last holds', () => {
    const recorded = withItems.and(evidence({ lines: ['L-001'], bears: 'against' }), 'inspector');
    expect(sides(recorded)).toEqual([[], ['E-003']]);
    const linked = recorded.and(linkTo('L-001', ['E-001', 'E-003'], 'for'), 'secondInspector');
    expect(sides(linked)).toEqual([['E-003', 'E-001'], []]);
    const corrected = linked.and(
      edit('E-003', { text: 'Put better', lines: ['L-001'], bears: 'against' }),
      'inspector',
    );
    expect(sides(corrected)).toEqual([['E-003', 'E-001'], []]);
    const off = corrected.and(edit('E-003', { text: 'Put best' }), 'inspector');
    expect(sides(off)).toEqual([['E-001'], []]);
    expect(sides(off.and(linkTo('L-001', ['E-001'], 'neither'), 'lead'))).toEqual([[], []]);
  });

  it('[LE2] takes no evidence that is not there, nor a line that is not', () => {
    withItems.when(linkTo('L-001', [], 'for'), 'lead').refuses('evidence', 'at least one');
    withItems.when(linkTo('L-001', ['E-009'], 'for'), 'lead').refuses('evidence', 'no E-009');
    withItems.when(linkTo('L-002', ['E-001'], 'for'), 'lead').refuses(null, 'no L-002');
    withItems.when(linkTo('L-001', ['E-001'], 'somehow'), 'lead').refuses('bears', 'which way');
    withItems.when(evidence({ lines: ['L-007'], bears: 'for' }), 'lead').refuses('lines', 'no L-007');
    withItems.when(evidence({ lines: ['L-001'] }), 'lead').refuses('bears', 'for or against');
    withItems
      .and(withdraw('E-001'), 'inspector')
      .when(linkTo('L-001', ['E-001'], 'for'), 'lead')
      .refuses('evidence', 'withdrawn');
  });

  it('[LE2] is borne out by nothing that was withdrawn or erased', () => {
    const linked = withItems.and(linkTo('L-001', ['E-001', 'E-002'], 'for'), 'lead');
    expect(sides(linked.and(withdraw('E-001'), 'inspector'))).toEqual([['E-002'], []]);
    expect(sides(linked.and(erase('E-002'), 'lead'))).toEqual([['E-001'], []]);
  });

  it('[LE3] is confirmed or contradicted by what is linked, else for a reason; setting aside always needs one', () => {
    const linked = withItems.and(linkTo('L-001', ['E-001'], 'against'), 'lead');
    linked.when(settle('L-001', 'contradicted', null), 'inspector').keeps({ type: 'LineSettled', reason: null });
    linked.when(settle('L-001', 'confirmed', null), 'lead').refuses('reason', 'No evidence for it');
    linked
      .when(settle('L-001', 'confirmed', 'Seen in the data'), 'lead')
      .keeps({ standing: 'confirmed', type: 'LineSettled' });
    linked.when(settle('L-001', 'set-aside', null), 'lead').refuses('reason', 'why it is set aside');
    linked.when(settle('L-001', 'open', null), 'lead').refuses('standing', 'stands so already');
    linked.when(settle('L-001', 'contradicted', null), 'secondInspector').refuses(null, 'somebody else’s');
    const settled = linked.and(settle('L-001', 'contradicted', null), 'lead');
    settled
      .when(settle('L-001', 'open', 'New data came'), 'inspector')
      .keeps({ type: 'LineSettled', standing: 'open' });
  });

  it('[LE4] [U13] that is a claim of the self-evaluation is counted: how many were tested, and how many stood', () => {
    const story = [1, 2, 3]
      .reduce((so) => so.and(openLine({}), 'inspector'), opened)
      .and(openLine({ origin: 'data' }), 'lead');
    const settled = story
      .and(settle('L-001', 'confirmed', 'Seen'), 'lead')
      .and(settle('L-002', 'contradicted', 'Not seen'), 'lead')
      .and(settle('L-005', 'confirmed', 'Seen'), 'lead');
    expect(claimCount(settled.state())).toEqual({ open: 2, confirmed: 1, contradicted: 1, 'set-aside': 0 });
    expect(lineCount(settled.state())).toEqual({ open: 2, confirmed: 2, contradicted: 1, 'set-aside': 0 });
  });

  it('[LE5] waits for whoever follows it, and for the leads once nobody on the team does', () => {
    expect(waitsFor(opened, 'inspector')).toEqual(['You follow L-001 · Assessments are timely in every team']);
    expect(waitsFor(opened, 'secondInspector')).toEqual([]);
    const left = opened.and(setTeam({ inspectors: [whole.secondInspector] }), 'lead');
    expect(waitsFor(left, 'lead')).toEqual(['Nobody on the team follows L-001 any more']);
    expect(waitsFor(opened.and(settle('L-001', 'confirmed', 'Seen'), 'lead'), 'inspector')).toEqual([]);
  });

  it('[X5] is sealed with the evidence, and lapses no signature before', () => {
    sif.signedOff().when(openLine({}), 'lead').refuses(null, 'signed off');
    expect(sif.signedByLead().and(openLine({}), 'inspector').state().signatures.lead).not.toBeNull();
    sif.signedByLead().and(openLine({}), 'inspector').when(signOff, 'qualityAssurance').keeps({ type: 'SignedOff' });
  });

  it('[E8] can be erased: its number is never given again, and nothing of it is left, with its words gone from the history', () => {
    const story = withItems
      .and(evidence({ lines: ['L-001'], bears: 'for' }), 'inspector')
      .and(settle('L-001', 'set-aside', 'A name stood in it'), 'lead')
      .and(erase('L-001'), 'lead');
    const state = story.state();
    expect(state.lines.size).toBe(0);
    expect(state.erasedItems.has('L-001')).toBe(true);
    story.when(openLine({}), 'lead').keeps({ type: 'LineOpened', item: 'L-002' });
    const gone = new Set(state.erasedItems.get('L-001')?.versions);
    const erased = story
      .entries()
      .map((entry) => (gone.has(entry.entered.version) ? { ...entry, events: null } : entry));
    expect({ ...folded(erased), erased: [] }).toEqual({ ...state, erased: [] });
  });
});

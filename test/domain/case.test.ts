import { describe, expect, it } from 'vitest';
import { awaiting } from '../../src/domain/awaiting.ts';
import { areaMeters, caseKindCount, cohortMeters, unreadBy, unregistered } from '../../src/domain/cases.ts';
import { cohortsOf } from '../../src/domain/cohorts.ts';
import { memberOf } from '../../src/domain/standing.ts';
import { summaryOf } from '../../src/domain/summary.ts';
import { framework } from '../support/frameworks.ts';
import { folded, person, type Story, under } from '../support/given.ts';
import { whole } from '../support/people.ts';
import { changeSettings, concern, edit, erase, evidence, gradeOf, registerCase, withdraw } from '../support/sent.ts';

const sif = under('sif-2013');
const help = 'help-and-protection';
const registered = sif.started().and(registerCase({}), 'inspector');

const cohort = (story: Story, id: string) => cohortMeters(story.state()).find((meter) => meter.id === id);
const area = (story: Story, id: string) => areaMeters(story.state()).find((meter) => meter.area.id === id);

describe('a case', () => {
  it('[LE10] gets its reference from Fortnight: the first that stands for no child yet, named or registered, standing or not', () => {
    registered.when(registerCase({}), 'analyst').keeps({ type: 'CaseRegistered', item: 'C-002', kind: 'sampled' });
    const named = registered
      .and(evidence({ case: 'C-2' }), 'inspector')
      .and(evidence({ case: 'C-3' }), 'inspector')
      .and(withdraw('E-002'), 'inspector')
      .and(evidence({ case: 'C-4' }), 'inspector')
      .and(edit('E-003', { case: null }), 'inspector')
      .and(concern({ case: 'C-5' }), 'inspector')
      .and(evidence({ case: 'C-017' }), 'inspector');
    named.when(registerCase({}), 'lead').keeps({ item: 'C-006', type: 'CaseRegistered' });
    named.and(erase('C-001'), 'lead').when(registerCase({}), 'lead').keeps({ item: 'C-006', type: 'CaseRegistered' });
  });

  it('[LE10] that evidence names already is registered under its reference, once', () => {
    const named = registered.and(evidence({ case: 'C-017' }), 'inspector');
    const story = named.and(registerCase({ reference: 'c-17' }), 'lead');
    expect(story.state().cases.registered.get('C-017')).toMatchObject({ kind: 'sampled', cohort: 'in-care' });
    story.when(registerCase({ reference: 'C-017' }), 'lead').refuses(null, 'registered already');
    story.when(registerCase({ reference: 'C-018' }), 'lead').refuses(null, 'No evidence names C-018');
    story.when(registerCase({}), 'lead').keeps({ item: 'C-002', type: 'CaseRegistered' });
    expect(unregistered(named.state())).toEqual(['C-017']);
    expect(unregistered(story.state())).toEqual([]);
  });

  it('[LE11] is tracked, sampled or audited, of a cohort, and read by somebody on the team', () => {
    registered.when(registerCase({ kind: 'seen' }), 'lead').refuses('kind', 'how it is read');
    registered.when(registerCase({ cohort: 'houses' }), 'lead').refuses('cohort', 'no such cohort');
    registered.when(registerCase({ reader: whole.outsider.user }), 'lead').refuses('reader', 'not on the team');
    registered.when(registerCase({ site: 'BS1 4DJ' }), 'lead').refuses('site', 'postcode');
  });

  it('[LE11] is changed by whoever records, and taken off with a reason; then it counts no more', () => {
    const { reference: _, ...details } = registerCase({ kind: 'tracked' });
    const change = { ...details, type: 'ChangeCase', item: 'C-001' };
    registered.when(change, 'secondInspector').keeps({ type: 'CaseChanged', item: 'C-001', kind: 'tracked' });
    registered.when({ ...change, kind: 'sampled' }, 'lead').refuses('kind', 'Nothing was changed');
    registered.when({ ...change, item: 'C-009' }, 'lead').refuses(null, 'no case C-009');
    const remove = { type: 'RemoveCase', item: 'C-001', reason: 'Moved to another authority' };
    registered.when({ ...remove, reason: ' ' }, 'lead').refuses('reason', 'why it is taken off');
    const removed = registered.and(remove, 'lead');
    expect(caseKindCount(removed.state())).toEqual({ tracked: 0, sampled: 0, audited: 0 });
    removed.when(change, 'lead').refuses(null, 'taken off: Moved');
    removed.when(registerCase({}), 'lead').keeps({ item: 'C-002', type: 'CaseRegistered' });
  });

  it('[LE11] is of the framework’s own cohorts where it has some, else of the usual ones', () => {
    expect(cohortsOf(framework('sif-2013')).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['front-door', 'in-care', 'care-leaver', 'not-known']),
    );
    expect(cohortsOf({ cohorts: [{ id: 'own', label: 'Its own' }] })).toEqual([{ id: 'own', label: 'Its own' }]);
  });

  it('[LE12] [U1] counts as what it is registered as; one that nobody registered, by its evidence', () => {
    const story = registered
      .and(registerCase({ kind: 'audited' }), 'lead')
      .and(evidence({ case: 'C-1', source: 'case-tracked' }), 'inspector')
      .and(evidence({ case: 'C-2', source: 'worker' }), 'inspector')
      .and(evidence({ case: 'C-3', source: 'case-tracked' }), 'inspector')
      .and(evidence({ case: 'C-4', source: 'case-audit' }), 'inspector')
      .and(evidence({ case: 'C-5', source: 'child' }), 'inspector');
    const [{ cases } = { cases: null }] = summaryOf(story.state()).areas;
    expect(cases).toEqual({ all: 5, tracked: 1, sampled: 1, audited: 2 });
    const judged = story.and(gradeOf(help, 'good', ['E-001', 'E-002']), 'lead');
    expect(summaryOf(judged.state()).areas[0]?.basis?.cases).toEqual({ all: 2, tracked: 0, sampled: 1, audited: 1 });
    const { reference: _, ...details } = registerCase({ kind: 'tracked' });
    const changed = judged.and({ ...details, type: 'ChangeCase', item: 'C-001' }, 'lead');
    expect(summaryOf(changed.state()).areas[0]?.basis?.cases).toEqual({ all: 2, tracked: 1, sampled: 0, audited: 1 });
  });

  it('[LE13] [U2] is held against targets by area and cohort, and against the size of the cohort', () => {
    const planned = changeSettings({
      areaTargets: 'Help and protection: 4\nleaders:\ncare-leavers: 6',
      cohortTargets: 'In care: 12 of 412\nmissing: of 30',
    });
    const story = registered
      .and(registerCase({ cohort: 'missing' }), 'inspector')
      .and(planned, 'lead')
      .and(evidence({ areas: [help, 'leadership'], case: 'C-1' }), 'inspector');
    expect(area(story, help)).toMatchObject({ read: 1, planned: 4 });
    expect(area(story, 'leadership')).toMatchObject({ read: 1, planned: null });
    expect(area(story, 'care-leavers')).toMatchObject({ read: 0, planned: 6 });
    expect(cohort(story, 'in-care')).toMatchObject({ registered: 1, read: 1, planned: 12, size: 412 });
    expect(cohort(story, 'missing')).toMatchObject({ registered: 1, read: 0, planned: null, size: 30 });
    expect(area(story.and(withdraw('E-001'), 'inspector'), help)).toMatchObject({ read: 0 });
  });

  it('[LE14] waits for whoever reads it until evidence names it', () => {
    const waiting = (story: Story): string[] => {
      const state = story.state();
      const member = memberOf(state, person('inspector'));
      return member ? awaiting(state, member, '2013-11-19').map(({ words }) => words) : [];
    };
    expect(waiting(registered)).toEqual(['Cases that you read, without evidence yet: C-001']);
    expect(waiting(registered.and(evidence({ case: 'C-1' }), 'secondInspector'))).toEqual([]);
    expect(unreadBy(registered.state(), whole.lead.user)).toEqual([]);
  });

  it('[X2] [X5] lapses the lead’s signature, since it changes what a judgement is said to rest on, and is sealed after both', () => {
    expect(sif.signedByLead().and(registerCase({}), 'inspector').state().signatures.lead).toBeNull();
    sif.signedOff().when(registerCase({}), 'lead').refuses(null, 'signed off');
  });

  it('[E8] can be erased, with the same left whether its words are still in the history or not', () => {
    const state = registered.and(erase('C-001'), 'lead');
    const gone = new Set(state.state().erasedItems.get('C-001')?.versions);
    expect(gone.size).toBe(1);
    const erased = state
      .entries()
      .map((entry) => (gone.has(entry.entered.version) ? { ...entry, events: null } : entry));
    expect({ ...folded(erased), erased: [] }).toEqual({ ...state.state(), erased: [] });
  });
});

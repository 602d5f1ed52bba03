import { describe, expect, it } from 'vitest';
import { cohortMeters, unreadBy } from '../../src/domain/cases.ts';
import { chosenBeside, drawnAs, drawnByCohort, reserveFor } from '../../src/domain/samples.ts';
import { folded, person, type Story, under } from '../support/given.ts';
import { whole } from '../support/people.ts';
import { changeSettings, concern, erase, evidence, registerCase } from '../support/sent.ts';
import { another, plan, takeOff, takeReserve, takeSample } from '../support/sent-sample.ts';

const sif = under('sif-2013');
const begun = sif.started();
const taken = begun.and(takeSample({}), 'analyst');

const registered = (story: Story) => story.state().cases.registered;
const meter = (story: Story, id: string) => cohortMeters(story.state()).find((each) => each.id === id);
const counts = (story: Story) => story.state().samples.flatMap((sample) => drawnByCohort(story.state(), sample));

describe('taking in a plan of cases', () => {
  it('[SR1] registers every case that was drawn, with how it is read, its cohort and its reader, and no reserve', () => {
    expect([...registered(taken).keys()]).toEqual(['C-101', 'C-102', 'C-103', 'C-104']);
    expect(registered(taken).get('C-101')).toMatchObject({ kind: 'tracked', cohort: 'in-care', site: null });
    expect(registered(taken).get('C-101')?.reader).toEqual(person('inspector'));
    expect(registered(taken).get('C-104')?.reader).toEqual(person('secondInspector'));
    expect(registered(taken).get('C-102')).toMatchObject({ reader: null });
    expect(unreadBy(taken.state(), whole.inspector.user).map(({ item }) => item)).toEqual(['C-101']);
  });

  it('[SR1] is kept whole, so that the plan can be written out again', () => {
    expect(taken.state().samples).toMatchObject([{ plan, used: [], over: false, by: person('analyst') }]);
  });

  it('[SR1] [W1] is for lead, deputy and analyst', () => {
    begun.when(takeSample({}), 'inspector').refuses(null, 'may take in a plan of cases');
    begun.when(takeSample({}), 'deputy').keeps({ type: 'SampleTaken', off: null });
    sif.signedOff().when(takeSample({}), 'lead').refuses(null, 'signed off');
  });

  it('[SR2] gives planned and sizes to the meters, until the leads set others', () => {
    expect(meter(taken, 'in-care')).toMatchObject({ planned: 3, size: 214, registered: 3, read: 0 });
    expect(meter(taken, 'missing')).toMatchObject({ planned: 1, size: null });
    const set = taken.and(changeSettings({ cohortTargets: 'In care: 5 of 214' }), 'lead');
    expect(meter(set, 'in-care')).toMatchObject({ planned: 5 });
    const before = taken.state().version - 1;
    taken.when(changeSettings({ seen: before }), 'lead').refuses(null, 'changed this meanwhile');
  });

  it('[SR3] once is once, and one of another framework or cohort is none for here', () => {
    taken.when(takeSample({}), 'lead').refuses('plan', 'taken in already');
    const elsewhere = { ...plan, framework: 'ilacs-2023' };
    begun.when(takeSample({ plan: elsewhere }), 'lead').refuses('plan', 'under sif-2013', 'Have it drawn for sif-2013');
    begun.when(takeSample({ plan: { ...plan, framework: null } }), 'lead').keeps({ type: 'SampleTaken' });
    const houses = { ...plan, sizes: [{ cohort: 'houses', size: 9 }] };
    const cases = plan.cases.map((each) => ({ ...each, cohort: 'houses' }));
    begun.when(takeSample({ plan: { ...houses, cases } }), 'lead').refuses('plan', 'no cohort houses', 'in-care');
  });

  it.each([
    ['registered', registerCase({ reference: 'C-102' })],
    ['named in evidence', null],
    ['at risk', concern({ case: 'C-102' })],
  ])('[SR3] gives no reference to a second child: one that is %s', (_, command) => {
    const named = begun.and(evidence({ case: 'C-102' }), 'inspector');
    const story = command === null ? named : command.type === 'RecordConcern' ? begun : named;
    (command ? story.and(command, 'inspector') : story)
      .when(takeSample({}), 'lead')
      .refuses('plan', 'C-102 stands for somebody here already', 'from C-103 on');
  });

  it('[SR3] refuses readers who are not on the team, and identifiers in the words of seed and rules', () => {
    const cases = plan.cases.map((each) => ({ ...each, reader: 'Ida North' }));
    begun.when(takeSample({ plan: { ...plan, cases } }), 'lead').refuses('plan', 'Ida North is not on the team');
    const rules = [{ words: 'oversample where postcode is BS1 4DJ', fitting: 9 }];
    begun
      .when(takeSample({ plan: { ...plan, rules } }), 'lead')
      .refuses('plan', '"BS1 4DJ" in it looks like a postcode');
    const seed = '943 476 5919';
    begun.when(takeSample({ plan: { ...plan, seed } }), 'lead').refuses('plan', 'looks like an NHS number');
  });

  it('[SR4] counts beside the one before', () => {
    const beside = taken.and(takeSample({ plan: another }), 'lead');
    expect(meter(beside, 'in-care')).toMatchObject({ planned: 6, size: 214, registered: 6 });
    expect(beside.state().samples.map(({ over }) => over)).toEqual([false, false]);
  });

  it('[SR4] instead of the one before, takes off what nobody read of it, and leaves what was read', () => {
    const read = taken.and(evidence({ case: 'C-102' }), 'inspector').and(registerCase({}), 'inspector');
    const instead = read.and(takeSample({ plan: another, instead: true }), 'lead');
    const standing = [...registered(instead).values()].filter(({ removed }) => !removed).map(({ item }) => item);
    expect(standing).toEqual(['C-102', 'C-001', 'C-201', 'C-202', 'C-203', 'C-204']);
    expect(registered(instead).get('C-101')?.removed?.reason).toBe('Another plan was taken in');
    expect(meter(instead, 'in-care')).toMatchObject({ planned: 3 });
    expect(chosenBeside(instead.state())).toBe(2);
    expect(drawnAs(instead.state(), 'C-102')).toBeNull();
    instead.when(takeReserve('C-101'), 'lead').refuses(null, 'C-101 was not drawn');
  });
});

describe('a drawn case that does not fit', () => {
  const off = taken.and(takeOff('C-101'), 'inspector');

  it('[SR5] has its place taken by the next reserve of its cohort, read as that was drawn, by the same reader', () => {
    taken.when(takeReserve('C-101'), 'inspector').refuses(null, 'Take it off first');
    off
      .when(takeReserve('C-101'), 'inspector')
      .keeps({ type: 'ReserveUsed', reserve: 'R-001', as: 'C-001', for: 'C-101' });
    off.when(takeReserve('C-101'), 'observer').refuses(null, 'may register cases');
    const replaced = off.and(takeReserve('C-101'), 'inspector');
    expect(registered(replaced).get('C-001')).toMatchObject({ kind: 'sampled', removed: null });
    expect(registered(replaced).get('C-001')?.reader).toEqual(person('inspector'));
    replaced.when(takeReserve('C-101'), 'lead').refuses(null, 'C-001 took the place of C-101 already');
    const again = replaced.and(takeOff('C-001'), 'lead');
    again.when(takeReserve('C-001'), 'lead').refuses(null, 'No reserve is left for C-001');
    expect(reserveFor(taken.state(), 'C-104')?.reference).toBe('R-002');
    begun.and(registerCase({}), 'lead').when(takeReserve('C-001'), 'lead').refuses(null, 'was not drawn');
  });

  it('[SR5] counts as replaced, and as taken off where no reserve took its place', () => {
    expect(counts(off)).toMatchObject([
      { cohort: 'in-care', size: 214, drawn: 3, replaced: 0, off: 1 },
      { cohort: 'missing', size: null, drawn: 1, replaced: 0, off: 0 },
    ]);
    const replaced = off.and(takeReserve('C-101'), 'inspector');
    expect(counts(replaced)).toMatchObject([{ replaced: 1, off: 0 }, { replaced: 0 }]);
    expect(counts(replaced.and(takeOff('C-001'), 'lead'))).toMatchObject([{ replaced: 1, off: 1 }, {}]);
    expect(chosenBeside(replaced.state())).toBe(0);
  });

  it('[SR6] [E8] is erased without its plan, and what is left is the same with its words and without', () => {
    const story = off.and(takeReserve('C-101'), 'inspector').and(erase('C-101'), 'lead').and(erase('C-102'), 'lead');
    const state = story.state();
    expect(state.erasedItems.get('C-102')?.versions).toEqual([]);
    const gone = new Set([...state.erasedItems.values()].flatMap(({ versions }) => versions));
    expect(gone.size).toBe(1);
    const erased = story
      .entries()
      .map((entry) => (gone.has(entry.entered.version) ? { ...entry, events: null } : entry));
    expect({ ...folded(erased), erased: [] }).toEqual({ ...state, erased: [] });
    expect(counts(story)).toMatchObject([{ replaced: 1, off: 1 }, {}]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideStart, inspectionId, startInspection } from '../../src/domain/matters/start.ts';
import { refusalsOf } from '../../src/domain/refusals.ts';
import { isName } from '../../src/store/folder.ts';
import { framework } from '../support/frameworks.ts';
import { under } from '../support/given.ts';
import { whole } from '../support/people.ts';
import { setTeam, startNorthmoor } from '../support/sent.ts';

const sif = under('sif-2013');

const started = (but: Record<string, unknown>) => {
  const read = startInspection.safeParse(startNorthmoor(framework('sif-2013'), but));
  return read.success ? decideStart(read.data) : refusalsOf(read.error, { framework: {} });
};

const refusedAt = (field: string, words: string) => ({
  refusals: expect.arrayContaining([expect.objectContaining({ field, words: expect.stringContaining(words) })]),
});

describe('starting an inspection', () => {
  it('[A4] begins with the framework itself, without the examples that prove it', () => {
    const { examples, $schema: _, field: __, ...without } = framework('sif-2013');
    expect(examples?.length).toBeGreaterThan(0);
    expect(started({})).toMatchObject({ events: [{ type: 'InspectionStarted', framework: without }] });
    const { areas, rules, scale } = without;
    expect(sif.started().state().framework).toMatchObject({ areas, rules, scale });
    expect(sif.started().state().framework).not.toHaveProperty('examples');
  });

  it('[A5] gives everybody named the role they were named for, and leaves empty seats empty', () => {
    expect(started({ deputy: null, inspectors: [], qualityAssuranceManager: null })).toMatchObject({
      events: [{ members: [{ role: 'lead', name: 'Ana Reyes', person: { team: 'TFORT', user: 'UANA' } }] }],
    });
    expect(started({})).toMatchObject({
      events: [{ members: ['lead', 'deputy', 'inspector', 'quality-assurance-manager'].map((role) => ({ role })) }],
    });
  });

  it.each([
    ['authority', '', 'Give the name of what is inspected'],
    ['authority', 'a'.repeat(101), '100 characters'],
    ['authority', 'North\nmoor', 'one line'],
    ['authority', 'North\u202Eroom', 'turns'],
    ['authority', '\u2067Northmoor\u2069', 'turns'],
    ['firstDay', null, 'first day on site'],
    ['firstDay', '2013-02-30', 'first day on site'],
    ['lead', null, 'Choose the lead'],
    ['dailySummaryAt', '25:00', 'such as 17:30'],
    ['dailySummaryAt', null, 'time of day'],
  ])('[A5] refuses %s %j', (field, value, words) => {
    expect(started({ [field]: value })).toEqual(refusedAt(field, words));
  });

  it('[A2] refuses who is no full member, in every seat at once', () => {
    const guest = { ...whole.outsider, fullMember: false };
    const seats = { deputy: guest, inspectors: [guest], qualityAssuranceManager: guest };
    for (const field of Object.keys(seats)) {
      expect(started(seats)).toEqual(refusedAt(field, 'Ida North is not a full member'));
    }
    expect(started({ lead: guest })).toEqual(refusedAt('lead', 'not a full member'));
  });

  it('[A5] refuses a second role for somebody, naming the first', () => {
    expect(started({ deputy: whole.lead })).toMatchObject(
      refusedAt('deputy', 'Ana Reyes is already the lead inspector'),
    );
    expect(started({ inspectors: [whole.deputy] })).toEqual(refusedAt('inspectors', 'the deputy lead'));
    expect(started({ qualityAssuranceManager: whole.lead })).toEqual(
      refusedAt('qualityAssuranceManager', 'One person'),
    );
  });
});

describe('the id of an inspection', () => {
  it.each([
    ['Northmoor', 0, 'northmoor-2013-11-19'],
    ['Northmoor', 1, 'northmoor-2013-11-19-2'],
    ['Northmoor', 2, 'northmoor-2013-11-19-3'],
    [' St. Helens & Knowsley ', 0, 'st-helens-knowsley-2013-11-19'],
    ['Ynys Môn', 0, 'ynys-mon-2013-11-19'],
    ['家', 0, 'inspection-2013-11-19'],
    [`${'a'.repeat(59)} b`, 0, `${'a'.repeat(59)}-2013-11-19`],
  ])('[A3] is made of %j, taken %i times: %s', (authority, taken, id) => {
    expect(inspectionId(authority, '2013-11-19', taken)).toBe(id);
  });

  it('[A3] is one under which a record can be kept, whatever the authority is called', () => {
    const name = fc.string({ unit: fc.constantFrom(...'aé .-&家Z9'), maxLength: 100, size: 'max' });
    fc.assert(
      fc.property(name, fc.nat(30), (authority, taken) => {
        const id = inspectionId(authority, '2013-11-19', taken);
        expect([id, isName(id), isName(`${id}.restricted`)]).toEqual([id, true, true]);
      }),
    );
  });
});

describe('the team', () => {
  it('[A5] is set whole: who is left out leaves, and the name stays in the history as it was', () => {
    const story = sif
      .started()
      .and(setTeam({ observers: [], inspectors: [{ ...whole.inspector, name: 'Chi Lam-Stone' }] }), 'lead');
    const { members, names } = story.state();
    expect(members.map((member) => member.person.user)).toEqual(['UANA', 'UBEN', 'UCHI', 'UEVE', 'UFAY', 'UGUS']);
    expect([names.get('UHAL'), names.get('UCHI')]).toEqual(['Hal Wood', 'Chi Lam-Stone']);
    expect(story.entries()[0]?.events).toMatchObject([{ members: [{}, {}, { name: 'Chi Lam' }, {}] }]);
  });

  it('[A5] always has a lead', () => {
    sif
      .started()
      .when(setTeam({ lead: null }), 'lead')
      .refuses('lead', 'always has a lead');
  });

  it('[A5] lets the lead hand over and lead no more', () => {
    const story = sif.started().and(setTeam({ lead: whole.deputy, deputy: null, observers: [whole.lead] }), 'lead');
    story.when(setTeam({}), 'lead').refuses(null, 'may change the team');
    story.when(setTeam({}), 'deputy').keeps({ type: 'TeamSet' });
  });

  it('[A5] gives one person one role', () => {
    sif
      .started()
      .when(setTeam({ analysts: [whole.partner] }), 'lead')
      .refuses('analysts', 'Eve Stone is already the partner inspector');
    sif
      .started()
      .when(setTeam({ analysts: [whole.analyst, whole.analyst] }), 'lead')
      .refuses('analysts', 'analyst');
  });

  it('[A2] is joined by full members of the workspace only', () => {
    sif
      .started()
      .when(setTeam({ observers: [whole.stranger] }), 'lead')
      .refuses('observers', 'Kim Hart is not a full');
  });

  it('[A5] is quiet where nothing was changed', () => {
    sif.started().when(setTeam({}), 'lead').refuses(null, 'Nothing was changed');
  });

  it('[X5] may change after sign-off, and leaves the signatures', () => {
    const state = sif
      .signedOff()
      .and(setTeam({ observers: [] }), 'lead')
      .state();
    expect(state).toMatchObject({ sealed: true, signatures: { lead: { by: { user: 'UANA' } } } });
  });
});

import { describe, expect, it } from 'vitest';
import { folded, under } from '../support/given.ts';
import { edit, erase, evidence, found, withdraw } from '../support/sent.ts';

const sif = under('sif-2013');
const one = sif.started().and(evidence({}), 'inspector').and(evidence({}), 'inspector');

describe('erasing an item', () => {
  it('[E8] names every entry that holds its words', () => {
    one.when(erase('E-002'), 'lead').keeps({ type: 'ItemErased', item: 'E-002', versions: [4] });
    one
      .and(edit('E-002', { text: 'Put better' }), 'inspector')
      .and(withdraw('E-002'), 'inspector')
      .when(erase('E-002'), 'lead')
      .keeps({ type: 'ItemErased', versions: [4, 5, 6] });
  });

  it('[E8] leaves its number, the reason and the time, and counts it nowhere', () => {
    const story = one.and(erase('E-002'), 'lead');
    const state = story.state();
    expect(state.evidence.has('E-002')).toBe(false);
    expect(state.erasedItems.get('E-002')).toMatchObject({
      reason: 'The retention date has passed',
      at: state.recordedAt,
    });
    expect(state.areas.get('help-and-protection')?.tally.items).toBe(1);
    story.when(evidence({}), 'inspector').keeps({ type: 'EvidenceRecorded', item: 'E-003' });
  });

  it('[E8] counts an item that was withdrawn before no second time', () => {
    const state = one.and(withdraw('E-002'), 'inspector').and(erase('E-002'), 'lead').state();
    expect(state.areas.get('help-and-protection')?.tally.items).toBe(1);
  });

  it('[E8] needs a reason and an item that is there', () => {
    one.when({ ...erase('E-002'), reason: '' }, 'lead').refuses('reason', 'Say why');
    one.when(erase('E-009'), 'lead').refuses('item', 'no E-009');
    one.and(erase('E-002'), 'lead').when(erase('E-002'), 'lead').refuses('item', 'E-002');
  });

  it('[E8] goes on after sign-off, and leaves the signatures', () => {
    const state = sif.signedOff().and(erase('E-001'), 'lead').state();
    expect(state).toMatchObject({ sealed: true, signatures: { lead: { by: { user: 'UANA' } } } });
  });

  it('[X2] lapses the lead’s signature before the second one is given', () => {
    expect(sif.signedByLead().and(erase('E-001'), 'lead').state().signatures.lead).toBeNull();
  });

  const erasedIn = (versions: number[]) =>
    folded(
      one
        .and(edit('E-002', { text: 'Put better' }), 'inspector')
        .and(erase('E-002'), 'lead')
        .entries()
        .map(({ events, entered }) => ({ entered, events: versions.includes(entered.version) ? null : events })),
    );

  it.each([[[4]], [[5]], [[4, 5]]])(
    '[E8] never gives the number again when entries %j have no words left',
    (versions) => {
      const state = erasedIn(versions);
      expect(state.items.highest.get('E')).toBe(2);
      expect([...state.evidence.keys()]).toEqual(['E-001']);
      expect([...state.erasedItems.keys()]).toEqual(['E-002']);
      expect(state.areas.get('help-and-protection')?.tally).toEqual(
        sif.started().and(evidence({}), 'inspector').state().areas.get('help-and-protection')?.tally,
      );
      expect(state.erased).toEqual(versions);
    },
  );

  it('[E8] knows an item whose first wording alone was erased by its later one', () => {
    const story = one.and(edit('E-002', { text: 'Put better' }), 'lead');
    const entries = story
      .entries()
      .map(({ events, entered }) => ({ entered, events: entered.version === 4 ? null : events }));
    const state = folded(entries);
    expect(state.evidence.get('E-002')?.content).toEqual({
      ...found,
      lines: [],
      bears: null,
      from: null,
      text: 'Put better',
    });
    expect(state.areas.get('help-and-protection')?.tally.items).toBe(2);
  });
});

import { describe, expect, it } from 'vitest';
import { fieldOf } from '../../src/domain/field.ts';
import { caseCount } from '../../src/domain/tally.ts';
import { given, under } from '../support/given.ts';
import { edit, evidence, found, withdraw } from '../support/sent.ts';

const sif = under('sif-2013');

describe('recording evidence', () => {
  it('[E3] keeps what was found, where it is from and when it was observed, under the next number', () => {
    const story = sif.started().and(evidence({}), 'inspector');
    story.when(evidence({ text: 'Seen alone' }), 'partner').keeps({
      type: 'EvidenceRecorded',
      item: 'E-002',
      content: { ...found, text: 'Seen alone' },
    });
    expect(story.state().evidence.get('E-001')).toMatchObject({ by: { user: 'UCHI' }, edited: false, withdrawn: null });
  });

  it.each([
    ['areas', [], 'at least one judgement area'],
    ['areas', ['fostering'], 'has no area called fostering'],
    ['text', ' ', 'Say what you found'],
    ['sign', 'bad', 'a strength, a concern'],
    ['sign', null, 'a strength, a concern'],
    ['source', 'rumour', '"Not stated" is allowed'],
    ['observedAt', null, 'day and time'],
    ['observedAt', '19 November', 'day and time'],
    ['about', 'staff', ''],
  ])('[E3] refuses %s %j', (field, value, words) => {
    sif
      .started()
      .when(evidence({ [field]: value }), 'inspector')
      .refuses(field, words);
  });

  it.each(
    fieldOf({})
      .sources.map(({ id }) => id)
      .filter((id) => id !== 'whistleblower'),
  )('[E3] counts %s as a source', (source) => {
    const state = sif.started().and(evidence({ source }), 'inspector').state();
    expect(state.areas.get('help-and-protection')?.tally.sources).toEqual(new Map([[source, 1]]));
  });

  it('[E3] counts an item once in each of its areas, and an area named twice once', () => {
    const areas = ['help-and-protection', 'leadership', 'leadership'];
    const state = sif
      .started()
      .and(evidence({ areas, criteria: ['HP1', 'HP1'] }), 'inspector')
      .state();
    expect(state.evidence.get('E-001')?.content).toMatchObject({
      areas: ['help-and-protection', 'leadership'],
      criteria: ['HP1'],
    });
    expect(state.areas.get('leadership')?.tally.items).toBe(1);
  });

  it('[E3] takes the moment itself, however it is written, and refuses the one after', () => {
    const story = sif.started();
    const second = story.now.slice(0, 19);
    for (const moment of [story.now, `${second}Z`, `${second}.0Z`]) {
      story
        .when(evidence({ observedAt: moment }), 'inspector')
        .keeps({ type: 'EvidenceRecorded', content: { ...found, observedAt: story.now } });
    }
    story.when(evidence({ observedAt: `${second}.001Z` }), 'inspector').refuses('observedAt', 'in the future');
  });

  it('[E7] takes criteria of its areas, and refuses those of another by name', () => {
    const both = { areas: ['help-and-protection', 'leadership'], criteria: ['HP2', 'LD1'] };
    sif
      .started()
      .when(evidence(both), 'inspector')
      .keeps({ type: 'EvidenceRecorded', content: { ...found, ...both } });
    sif
      .started()
      .when(evidence({ criteria: ['HP2', 'LD1'] }), 'inspector')
      .refuses('criteria', 'LD1', 'Choose criteria of the areas');
    sif.started().when(edit('E-001', {}), 'inspector').refuses(null, 'no E-001');
    sif
      .withEvidence()
      .when(edit('E-001', { criteria: ['CL1'] }), 'inspector')
      .refuses('criteria', 'CL1');
  });

  it('[E3] tells every field that is wrong at once', () => {
    const answer = sif
      .started()
      .when(evidence({ areas: ['fostering'], criteria: ['XX1'], observedAt: '2030-01-01T00:00:00.000Z' }), 'inspector');
    for (const field of ['areas', 'criteria', 'observedAt']) answer.refuses(field);
  });

  it('[R1] refuses what a whistleblower says, which belongs to the restricted record', () => {
    sif
      .started()
      .when(evidence({ source: 'whistleblower' }), 'lead')
      .refuses('source', 'restricted');
    sif
      .withEvidence()
      .when(edit('E-001', { source: 'whistleblower' }), 'lead')
      .refuses('source', 'restricted');
  });
});

describe('correcting evidence', () => {
  it('[E5] keeps the new wording beside the old one, under the same number', () => {
    const story = sif
      .started()
      .and(evidence({}), 'inspector')
      .and(edit('E-001', { sign: 'strength' }), 'inspector');
    expect(story.entries().at(-2)?.events).toMatchObject([{ type: 'EvidenceRecorded', content: { sign: 'concern' } }]);
    const state = story.state();
    expect(state.evidence.get('E-001')).toMatchObject({
      edited: true,
      content: { sign: 'strength' },
    });
    expect(state.items.versions.get('E-001')).toEqual([3, 4]);
    expect(state.areas.get('help-and-protection')?.tally.signs).toEqual(new Map([['strength', 1]]));
    expect(state.items.highest.get('E')).toBe(1);
  });

  it('[E5] moves the item to another area, in the counts too', () => {
    const story = sif.started().and(evidence({ case: 'C-7' }), 'inspector');
    const { areas } = story.and(edit('E-001', { areas: ['leadership'], case: 'C-7' }), 'inspector').state();
    expect(areas.get('help-and-protection')?.tally).toMatchObject({ items: 0, cases: new Map(), signs: new Map() });
    const tally = areas.get('leadership')?.tally;
    expect(tally && caseCount(tally, new Map())).toEqual({ all: 1, tracked: 1, sampled: 0, audited: 0 });
  });

  it('[E5] is quiet where nothing was changed', () => {
    const story = sif.started().and(evidence({ case: 'c-7' }), 'inspector');
    story.when(edit('E-001', { case: 'C-007' }), 'inspector').refuses('text', 'Nothing was changed');
  });
});

describe('withdrawing evidence', () => {
  const story = sif
    .started()
    .and(evidence({ case: 'C-7' }), 'inspector')
    .and(withdraw('E-001'), 'inspector');

  it('[E5] leaves the item, marked with its reason, and counts it nowhere', () => {
    const state = story.state();
    expect(state.evidence.get('E-001')).toMatchObject({
      content: { text: found.text },
      withdrawn: { reason: 'Seen in another authority', by: { user: 'UCHI' } },
    });
    expect(state.areas.get('help-and-protection')?.tally).toMatchObject({ items: 0, cases: new Map() });
  });

  it('[E5] needs a reason', () => {
    sif
      .withEvidence()
      .when({ ...withdraw('E-001'), reason: '' }, 'inspector')
      .refuses('reason', 'Say why');
  });

  it('[E5] is done once, and leaves nothing to correct', () => {
    story.when(withdraw('E-001'), 'lead').refuses(null, 'E-001 was withdrawn: Seen in another authority');
    story.when(edit('E-001', {}), 'inspector').refuses(null, 'E-001 was withdrawn');
  });

  it('[E5] gives the next item the next number', () => {
    story.when(evidence({}), 'inspector').keeps({ type: 'EvidenceRecorded', item: 'E-002' });
  });
});

describe('whose evidence it is', () => {
  const theirs = given(sif.framework, { command: evidence({}), who: 'inspector' });
  const text = 'Put better';

  it.each(['inspector', 'lead', 'deputy'] as const)('[E6] is corrected and withdrawn by its recorder: %s', (who) => {
    theirs.when(edit('E-001', { text }), who).keeps({ type: 'EvidenceEdited', item: 'E-001' });
    theirs.when(withdraw('E-001'), who).keeps({ type: 'EvidenceWithdrawn', item: 'E-001' });
  });

  it.each(['secondInspector', 'partner'] as const)('[E6] is not changed by %s', (who) => {
    theirs.when(edit('E-001', { text }), who).refuses(null, 'somebody else', 'the lead inspector and the deputy lead');
    theirs.when(withdraw('E-001'), who).refuses(null, 'somebody else');
  });
});

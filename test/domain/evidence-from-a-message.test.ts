import { describe, expect, it } from 'vitest';
import { evidenceContent } from '../../src/domain/matters/evidence-content.ts';
import { recordedFrom } from '../../src/domain/matters/evidence-from-a-message.ts';
import {
  decideRestricted,
  emptyRestricted,
  extendRestricted,
  type RestrictedRecord,
  restrictedCommand,
} from '../../src/domain/restricted.ts';
import { minute, person, under } from '../support/given.ts';
import { edit, evidence, found, restricted, type Sent, withdraw } from '../support/sent.ts';

const sif = under('sif-2013');
const from = { link: 'https://inspectors.slack.com/archives/COTHER/p1384851600000100', author: 'Dee Marsh' };
const another = { ...from, link: 'https://inspectors.slack.com/archives/COTHER/p1384851600000200' };

describe('evidence recorded from a message', () => {
  it('[N1] keeps the link and the author beside the recorder, and nothing where it comes from no message', () => {
    const story = sif.started().and(evidence({ from }), 'inspector').and(evidence({}), 'inspector');
    expect(story.state().evidence.get('E-001')).toMatchObject({ by: { user: 'UCHI' }, content: { ...found, from } });
    expect(story.state().evidence.get('E-002')?.content.from).toBeNull();
  });

  it('[N1] keeps both through corrections, which cannot change them', () => {
    const story = sif.started().and(evidence({ from }), 'inspector');
    story.when(edit('E-001', { text: 'Put better' }), 'inspector').keeps({ type: 'EvidenceEdited', content: { from } });
    story.when(edit('E-001', {}), 'inspector').refuses('text', 'Nothing was changed in E-001');
    story.when({ ...edit('E-001', { text: 'Put better' }), from: another }, 'lead').refuses(null, 'from');
  });

  it.each([
    { ...from, link: 'javascript:alert(1)' },
    { ...from, link: '' },
    { ...from, author: '' },
    { link: from.link },
  ])('[N1] takes a link and an author and nothing else: %j', (wrong) => {
    expect(sif.started().when(evidence({ from: wrong }), 'inspector').decision).toHaveProperty('refusals');
  });

  it('[N2] refuses the same message a second time, naming its item, whoever records it', () => {
    const story = sif.started().and(evidence({}), 'inspector').and(evidence({ from }), 'inspector');
    for (const who of ['inspector', 'lead'] as const)
      story.when(evidence({ from, text: 'In other words' }), who).refuses(null, 'recorded already, as E-002');
    story.when(evidence({ from: another }), 'lead').keeps({ type: 'EvidenceRecorded', item: 'E-003' });
  });

  it('[N2] takes further items out of the message that the one before came from', () => {
    const story = sif.started().and(evidence({ from }), 'inspector');
    story.when(evidence({ from, further: true }), 'inspector').keeps({ type: 'EvidenceRecorded', item: 'E-002' });
  });

  it('[N2] takes a message anew whose item was withdrawn or erased', () => {
    const story = sif.started().and(evidence({ from }), 'inspector');
    story.and(withdraw('E-001'), 'inspector').when(evidence({ from }), 'lead').keeps({ type: 'EvidenceRecorded' });
    const erased = story.and({ type: 'EraseItem', item: 'E-001', reason: 'The retention date has passed' }, 'lead');
    erased.when(evidence({ from }), 'lead').keeps({ type: 'EvidenceRecorded', item: 'E-002' });
  });
});

describe('a message by whatever link', () => {
  const [channel, time] = ['COTHER', 'p1384851600000100'];

  it.each([
    `https://renamed.slack.com/archives/${channel}/${time}`,
    `https://inspectorate.enterprise.slack.com/archives/${channel}/${time}`,
    `https://app.slack.com/archives/${channel}/${time}?thread_ts=1384851000.000100&cid=${channel}`,
    `https://inspectors.slack.com/archives/${channel}/${time}/`,
  ])('[N16] is the same one: %s', (link) => {
    const story = sif.started().and(evidence({ from }), 'inspector');
    story.when(evidence({ from: { ...from, link } }), 'lead').refuses(null, 'recorded already, as E-001');
    const other = sif.started().and(evidence({ from: { ...from, link } }), 'inspector');
    other.when(evidence({ from }), 'lead').refuses(null, 'recorded already, as E-001');
  });

  it.each([
    `https://inspectors.slack.com/archives/CANOTHER/${time}`,
    `https://inspectors.slack.com/archives/${channel}/p1384851600000101`,
    `https://inspectors.slack.com/archives/${channel}/p1384851600000101?thread_ts=1384851600.000100&cid=${channel}`,
    'https://inspectors.example.org/kept-elsewhere',
  ])('[N16] is another one: %s', (link) => {
    const story = sif.started().and(evidence({ from }), 'inspector');
    const sent = evidence({ from: { ...from, link } });
    story.when(sent, 'lead').keeps({ type: 'EvidenceRecorded', item: 'E-002' });
    story.and(sent, 'lead').when(sent, 'inspector').refuses(null, 'recorded already, as E-002');
  });
});

describe('a message that was edited', () => {
  const at = (moment: string, text = 'It reads so now') => evidence({ from: { ...from, edited: moment }, text });

  it('[N17] is refused while it reads as when it was recorded, and kept once it reads differently', () => {
    const story = sif.started().and(at(minute(1)), 'inspector');
    story.when(at(minute(1), 'Put otherwise'), 'lead').refuses(null, 'recorded already, as E-001');
    story.when(at(minute(2)), 'lead').refuses(null, 'recorded already, as E-001');
    const again = story.and(at(minute(2), 'It reads otherwise now'), 'lead');
    expect(again.state().evidence.get('E-002')).toMatchObject({ content: { from: { edited: minute(2) } } });
    again.when(at(minute(2), 'Put otherwise'), 'inspector').refuses(null, 'recorded already, as E-002');
    again
      .when(at(minute(3), 'It reads otherwise again'), 'inspector')
      .keeps({ type: 'EvidenceRecorded', item: 'E-003' });
  });

  it('[N17] keeps when it had been edited through corrections', () => {
    const story = sif
      .started()
      .and(at(minute(1)), 'inspector')
      .and(edit('E-001', { text: 'Put better' }), 'inspector');
    expect(story.state().evidence.get('E-001')).toMatchObject({ content: { from: { edited: minute(1) } } });
  });

  it('[N17] is held against the time of recording where an item of the first version kept no edit', () => {
    const state = sif.started().and(evidence({ from }), 'inspector').state();
    const first = state.evidence.get('E-001');
    if (!first) throw new Error('It is not there');
    state.evidence.set('E-001', { ...first, content: { ...first.content, from } });
    const { recordedAt } = first;
    const [before, after] = [-60_000, 60_000].map((by) => new Date(Date.parse(recordedAt) + by).toISOString());
    expect(recordedFrom(state, { ...from, edited: before }, null).now?.item).toBe('E-001');
    expect(recordedFrom(state, { ...from, edited: null }, null).now?.item).toBe('E-001');
    expect(recordedFrom(state, { ...from, edited: after }, null)).toMatchObject({
      now: null,
      otherwise: { item: 'E-001' },
    });
    expect(evidenceContent.parse({ ...first.content, from }).from).toEqual(from);
  });
});

describe('restricted evidence recorded from a message', () => {
  const told = (record: RestrictedRecord, command: Sent) =>
    decideRestricted(restrictedCommand.parse(command), record, sif.started().state(), {
      person: person('lead'),
      at: minute(5),
    });

  it('[N1] [N2] keeps link and author through corrections, and never says that the message is recorded', () => {
    const first = told(emptyRestricted(), restricted('W-7K2Q', { from }));
    if ('refusals' in first) throw new Error('It was refused');
    const record = extendRestricted(emptyRestricted(), first.events, {
      person: person('lead'),
      at: minute(6),
      version: 1,
    });
    const better = { ...restricted('W-7K2Q', { text: 'Put better' }), type: 'EditRestrictedEvidence' };
    expect(told(record, better)).toMatchObject({ events: [{ content: { text: 'Put better', from } }] });
    expect(told(record, restricted('W-8K2Q', { from }))).toMatchObject({ events: [{ item: 'W-8K2Q' }] });
    sif.started().when(evidence({ from }), 'lead').keeps({ type: 'EvidenceRecorded' });
  });
});

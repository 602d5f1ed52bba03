import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refusalsOf } from '../../src/domain/refusals.ts';
import { restrictedItem } from '../../src/domain/restricted/item.ts';
import {
  decideRestricted,
  emptyRestricted,
  extendRestricted,
  type RestrictedRecord,
  restrictedCommand,
} from '../../src/domain/restricted.ts';
import { minute, person, type Story, under } from '../support/given.ts';
import { raters, type Who } from '../support/people.ts';
import { found, openLine, restricted, type Sent } from '../support/sent.ts';

const sif = under('sif-2013');
const item = 'W-7K2Q';
const recording = restricted(item, { source: 'whistleblower' });
const edit = (text: string): Sent => ({ ...recording, type: 'EditRestrictedEvidence', text });
const withdraw: Sent = { type: 'WithdrawRestrictedEvidence', item, reason: 'Told twice' };
const erase: Sent = { type: 'EraseRestrictedItem', item, reason: 'The retention date has passed' };

/** A command decided on the restricted record of an inspection that stands so. */
const asked = (story: Story, record: RestrictedRecord, command: Sent, who: Who) => {
  const read = restrictedCommand.safeParse(command);
  if (!read.success) return refusalsOf(read.error, story.state());
  return decideRestricted(read.data, record, story.state(), { person: person(who), at: story.now });
};

const wordsOf = (decision: ReturnType<typeof asked>): string =>
  'refusals' in decision ? decision.refusals.map(({ field, words }) => `${field}: ${words}`).join('\n') : 'kept';

/** The record after these acts, each of which must be kept. */
const recordOf = (...acts: [Sent, Who][]): RestrictedRecord =>
  acts.reduce((record, [command, who], index) => {
    const decision = asked(sif.started(), record, command, who);
    if ('refusals' in decision) throw new Error(wordsOf(decision));
    return extendRestricted(record, decision.events, { person: person(who), at: minute(index), version: index + 1 });
  }, emptyRestricted());

const one = () => recordOf([recording, 'inspector']);

describe('recording restricted evidence', () => {
  it.each(raters)('[R1] is open to %s', (who) => {
    expect(asked(sif.started(), emptyRestricted(), recording, who)).toMatchObject({
      events: [{ type: 'RestrictedEvidenceRecorded', item, content: { ...found, source: 'whistleblower' } }],
    });
  });

  it.each(['qualityAssurance', 'observer'] as const)(
    '[W1] is refused to %s, but for what a whistleblower said',
    (who) => {
      const seen = restricted(item, { source: 'observation' });
      expect(wordsOf(asked(sif.started(), emptyRestricted(), seen, who))).toContain('may record evidence');
      expect(wordsOf(asked(sif.started(), emptyRestricted(), recording, who))).toBe('kept');
    },
  );

  it.each(['outsider', 'stranger'] as const)('[W1] is refused to %s', (who) => {
    expect(wordsOf(asked(sif.started(), emptyRestricted(), recording, who))).toContain('for its team');
  });

  it('[W4] [WB1] is open to an analyst for data, and for what a whistleblower said', () => {
    const by = (source: string) => asked(sif.started(), emptyRestricted(), restricted(item, { source }), 'analyst');
    expect(wordsOf(by('data'))).toBe('kept');
    expect(wordsOf(by('whistleblower'))).toBe('kept');
    expect(wordsOf(by('observation'))).toContain('source: Analysts');
  });

  it('[X5] [WB1] is refused once the inspection is signed off, but for what a whistleblower said', () => {
    const seen = restricted(item, { source: 'observation' });
    expect(wordsOf(asked(sif.signedOff(), emptyRestricted(), seen, 'lead'))).toContain('signed off');
    expect(wordsOf(asked(sif.signedOff(), emptyRestricted(), recording, 'observer'))).toBe('kept');
  });

  it('[C1] refuses identifiers at their field', () => {
    const command = restricted(item, { agency: 'ring 020 7946 0018' });
    expect(wordsOf(asked(sif.started(), emptyRestricted(), command, 'lead'))).toContain('agency: "020 7946 0018"');
  });

  it('[R2] refuses an id that could count', () => {
    expect(wordsOf(asked(sif.started(), emptyRestricted(), restricted('E-001', {}), 'lead'))).toContain('item: ');
  });

  it('[R2] makes ids out of chance that cannot be misread', () => {
    const random = fc.uint8Array({ minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(random, (bytes) => {
        expect(restrictedItem(bytes)).toMatch(/^W-[2-9A-HJ-NP-Z]{4}$/);
      }),
    );
  });

  it('[R2] never gives an id again that chance hits upon twice', () => {
    const again = asked(sif.started(), one(), recording, 'partner');
    expect(again).toMatchObject({ events: [{ item: 'W-7K2R' }] });
    const erased = recordOf([recording, 'inspector'], [erase, 'lead']);
    expect(asked(sif.started(), erased, recording, 'partner')).toMatchObject({ events: [{ item: 'W-7K2R' }] });
    const last = recordOf([restricted('W-ZZZZ', {}), 'lead']);
    expect(asked(sif.started(), last, restricted('W-ZZZZ', {}), 'lead')).toMatchObject({
      events: [{ item: 'W-2222' }],
    });
  });
});

describe('changing restricted evidence', () => {
  it.each(['lead', 'deputy'] as const)('[R1] is open to %s', (who) => {
    expect(asked(sif.started(), one(), edit('Put better'), who)).toMatchObject({
      events: [{ type: 'RestrictedEvidenceEdited', item, content: { text: 'Put better' } }],
    });
    expect(asked(sif.started(), one(), withdraw, who)).toMatchObject({ events: [{ item, reason: 'Told twice' }] });
  });

  it.each(['inspector', 'secondInspector', 'partner', 'analyst', 'observer', 'outsider', 'stranger'] as const)(
    '[R4] tells %s nothing: the answer for an item that is there is the answer for one that is not',
    (who) => {
      for (const command of [edit('Put better'), withdraw]) {
        const there = asked(sif.started(), one(), command, who);
        expect(there).toEqual(asked(sif.started(), emptyRestricted(), command, who));
        expect(wordsOf(there)).toContain(`no ${item} here`);
      }
    },
  );

  it('[W1] is refused to the quality assurance manager, who reads it', () => {
    expect(wordsOf(asked(sif.started(), one(), edit('Put better'), 'qualityAssurance'))).toContain(
      'the lead inspector',
    );
  });

  it('[E5] is refused where it was withdrawn, with the reason, and where nothing was changed', () => {
    const record = recordOf([recording, 'inspector'], [withdraw, 'lead']);
    expect(wordsOf(asked(sif.started(), record, withdraw, 'lead'))).toContain('was withdrawn: Told twice');
    expect(record.evidence.get(item)).toMatchObject({ withdrawn: { reason: 'Told twice' } });
    expect(record.items.versions.get(item)).toEqual([1, 2]);
    expect(wordsOf(asked(sif.started(), one(), edit(found.text), 'lead'))).toContain('text: Nothing was changed');
  });

  it('[E8] leaves an erased item’s number, the reason and the time', () => {
    const record = recordOf([recording, 'inspector'], [edit('Put better'), 'lead'], [erase, 'lead']);
    expect(record.evidence.size).toBe(0);
    expect(record.erasedItems.get(item)).toEqual({ reason: erase.reason, at: minute(2), versions: [1, 2] });
    expect(wordsOf(asked(sif.started(), record, erase, 'lead'))).toContain(`no ${item}`);
  });
});

describe('what is done about what a whistleblower said', () => {
  const close: Sent = { type: 'CloseRestrictedItem', item, done: 'Two more files were read' };
  const led: Sent = { type: 'LinkRestrictedItem', item, line: 'L-001' };
  const lined = sif.started().and(openLine({}), 'lead');

  it('[WB3] is a line of enquiry, linked in the restricted record alone, and how it was closed', () => {
    expect(asked(lined, one(), led, 'deputy')).toMatchObject({
      events: [{ type: 'RestrictedItemLinked', line: 'L-001' }],
    });
    expect(wordsOf(asked(sif.started(), one(), led, 'deputy'))).toContain('line: There is no line L-001');
    const record = recordOf([recording, 'inspector'], [close, 'lead']);
    expect(record.handled.get(item)).toMatchObject({ closed: { done: close.done, by: person('lead') } });
    expect(wordsOf(asked(sif.started(), record, close, 'lead'))).toContain('done: W-7K2Q is closed');
    expect(wordsOf(asked(sif.signedOff(), one(), close, 'qualityAssurance'))).toBe('kept');
  });

  it.each(['inspector', 'partner', 'analyst', 'observer', 'outsider'] as const)('[WB2] tells %s nothing', (who) => {
    for (const command of [close, led]) {
      const there = asked(lined, one(), command, who);
      expect(there).toEqual(asked(lined, emptyRestricted(), command, who));
      expect(wordsOf(there)).toContain(`no ${item} here`);
    }
  });

  it('[E8] goes with the item when it is erased', () => {
    const record = recordOf([recording, 'inspector'], [close, 'lead'], [erase, 'lead']);
    expect(record.handled.size).toBe(0);
    expect(record.erasedItems.get(item)?.versions).toEqual([1, 2]);
  });
});

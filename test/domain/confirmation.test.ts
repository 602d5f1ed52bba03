import { describe, expect, it } from 'vitest';
import { confirmationsOf } from '../../src/domain/matters/confirmation.ts';
import { person, under } from '../support/given.ts';
import { erase, evidence, withdraw } from '../support/sent.ts';
import { confirm } from '../support/sent-round.ts';

const sif = under('sif-2013');
const seen = () => sif.started().and(evidence({ case: 'C-7' }), 'inspector');

describe('a second inspector', () => {
  it('[MO10] confirms a case or an item, or says what they see instead, with what they looked at', () => {
    seen().when(confirm('C-007'), 'secondInspector').keeps({ type: 'ItemConfirmed', item: 'C-007', sees: 'the-same' });
    seen()
      .when(confirm('E-001', 'something-else'), 'qualityAssurance')
      .keeps({ sees: 'something-else', type: 'ItemConfirmed' });
    seen()
      .when(confirm('E-001', 'the-same', ''), 'lead')
      .refuses('words', 'Say what you looked at');
    seen().when(confirm('E-001', 'perhaps'), 'lead').refuses('sees', 'Choose whether');
  });

  it('[MO10] is never whoever recorded it, and needs something that stands in the record', () => {
    seen().when(confirm('C-007'), 'inspector').refuses(null, 'A second inspector confirms it');
    seen().when(confirm('C-008'), 'lead').refuses(null, 'Nothing stands in the record under C-008');
    seen().and(withdraw('E-001'), 'inspector').when(confirm('E-001'), 'lead').refuses(null, 'Nothing stands');
    const both = seen().and(evidence({ case: 'C-7' }), 'lead');
    both.when(confirm('C-007'), 'inspector').keeps({ type: 'ItemConfirmed' });
  });

  it('[MO10] may say otherwise later: one word of each person stands', () => {
    const story = seen().and(confirm('C-007'), 'lead').and(confirm('C-007'), 'deputy');
    story.when(confirm('C-007'), 'lead').refuses('words', 'already');
    const later = story.and(confirm('C-007', 'something-else', 'The chronology says otherwise'), 'lead');
    expect(confirmationsOf(later.state(), 'C-007').map(({ sees, by }) => [sees, by])).toEqual([
      ['the-same', person('deputy')],
      ['something-else', person('lead')],
    ]);
  });

  it('[E8] leaves nothing behind on an item that is erased', () => {
    const story = seen().and(confirm('E-001'), 'lead').and(erase('E-001'), 'lead');
    expect(confirmationsOf(story.state(), 'E-001')).toEqual([]);
    expect(story.state().erasedItems.get('E-001')?.versions).toEqual([3, 4]);
  });

  it('[X5] says no more once the inspection is signed off', () => {
    sif.signedOff().when(confirm('E-001'), 'lead').refuses(null, 'signed off');
  });
});

import { describe, expect, it } from 'vitest';
import { decideRestricted, emptyRestricted, extendRestricted, restrictedCommand } from '../../src/domain/restricted.ts';
import { minute, person, under } from '../support/given.ts';
import type { Who } from '../support/people.ts';
import { restricted } from '../support/sent.ts';

const sif = under('sif-2013');
const taken = { type: 'RecordExport', files: ['northmoor-2013-11-19.md', 'northmoor-2013-11-19.jsonl'] };

describe('taking the record out through Slack', () => {
  it('[V16] is kept with who, when and which files, and changes nothing in the inspection', () => {
    const story = sif.signedByLead();
    story.when(taken, 'deputy').keeps({ type: 'Exported', files: taken.files });
    const [before, after] = [story.state(), story.and(taken, 'deputy').state()];
    expect({ ...after, version: 0, recordedAt: '' }).toEqual({ ...before, version: 0, recordedAt: '' });
    expect(after.signatures.lead).not.toBeNull();
  });

  it('[V16] goes on after both signatures', () => {
    sif.signedOff().when(taken, 'qualityAssurance').keeps({ type: 'Exported' });
  });

  it.each([
    ['lead', true],
    ['deputy', true],
    ['qualityAssurance', true],
    ['inspector', false],
    ['analyst', false],
    ['observer', false],
    ['outsider', false],
  ] as [Who, boolean][])('[V17] is kept in the restricted record for those who read it: %s', (who, may) => {
    const inspection = sif.signedOff().state();
    const by = { person: person(who), at: minute(90) };
    const recorded = decideRestricted(
      restrictedCommand.parse(restricted('W-7K2Q', {})),
      emptyRestricted(),
      sif.started().state(),
      { person: person('inspector'), at: minute(5) },
    );
    const events = 'events' in recorded ? recorded.events : [];
    const record = extendRestricted(emptyRestricted(), events, {
      person: person('inspector'),
      at: minute(5),
      version: 1,
    });
    const command = restrictedCommand.parse({ type: 'RecordRestrictedExport', files: ['x.restricted.md'] });
    const decision = decideRestricted(command, record, inspection, by);
    if (!may) return expect(decision).toHaveProperty('refusals');
    expect(decision).toEqual({ events: [{ type: 'RestrictedExported', files: ['x.restricted.md'] }] });
    const items = [...record.evidence];
    extendRestricted(record, 'events' in decision ? decision.events : [], { ...by, version: 2 });
    expect([...record.evidence]).toEqual(items);
  });
});

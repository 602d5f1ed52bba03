import { describe, expect, it } from 'vitest';
import { fillIn, judge, page, record, told } from '../../support/acts.ts';
import { northmoor, openNorthmoor } from '../../support/fortnight.ts';

const opened = async () => {
  const fortnight = await openNorthmoor();
  await record(fortnight, 'inspector', 'help - C-17 The plan has no dates.');
  return fortnight;
};
const looked = { 'What do you see?': 'the-same', 'What did you look at, and what did you see?': 'The plan: no dates.' };

describe('a key case', () => {
  it('[MO10] shows what a second inspector saw beside the case', async () => {
    const fortnight = await opened();
    const command = {
      type: 'RegisterCase',
      reference: 'C-017',
      kind: 'tracked',
      cohort: 'in-care',
      site: null,
      reader: 'UCHI',
    };
    const context = { person: { team: 'TFORT', user: 'UCHI' }, at: '2013-11-19T10:00:00.000Z', request: 'a case' };
    expect(await fortnight.inspections().record(northmoor, command, context)).not.toHaveProperty('refusals');
    expect(told(await judge(fortnight, 'lead', 'case C-017'))).toContain('\nConfirm');
    expect(told(await judge(fortnight, 'inspector', 'case C-017'))).not.toContain('\nConfirm');
    expect(told(await judge(fortnight, 'observer', 'case C-017'))).not.toContain('\nConfirm');
    await fillIn(fortnight, 'lead', 'confirm C-017', looked);
    const seen = told(await judge(fortnight, 'observer', 'case C-017'));
    expect(seen).toContain('confirmed by a second inspector');
    expect(page(await judge(fortnight, 'observer', 'C-17'))).toMatch(
      /Ana Reyes sees the same, 19 November, 10:00:\nThe plan: no dates\./,
    );
  });

  it('[U10] [MO10] is confirmed by a second inspector, or seen differently, beside what was recorded', async () => {
    const fortnight = await opened();
    const form = page(await judge(fortnight, 'secondInspector', 'confirm c-17'));
    expect(form).toContain('1 item recorded under C-017');
    expect(form).toContain('The plan has no dates.');
    const saved = page(await fortnight.as('secondInspector').submit(looked));
    expect(saved).toMatch(/Dee Marsh sees the same, .*:\nThe plan: no dates\./);
    await fillIn(fortnight, 'qualityAssurance', 'confirm E-1', { ...looked, 'What do you see?': 'something-else' });
    expect(told(await judge(fortnight, 'inspector', 'find plan'))).toContain('a second inspector sees something else');
    expect(told(await judge(fortnight, 'observer', 'progress help'))).toContain(
      'Looked at by a second inspector: 1 of 1 case',
    );
  });

  it('[MO10] is not confirmed by whoever recorded it, nor by an observer, and says what to name', async () => {
    const fortnight = await opened();
    expect(told(await judge(fortnight, 'inspector', 'confirm C-017'))).toContain('You recorded C-017 yourself');
    expect(told(await judge(fortnight, 'observer', 'confirm C-017'))).toContain('may confirm a case');
    expect(told(await judge(fortnight, 'lead', 'confirm C-018'))).toContain('Nothing stands in the record under C-018');
    expect(told(await judge(fortnight, 'lead', 'confirm'))).toContain('such as C-017');
  });
});

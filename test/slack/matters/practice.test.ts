import { describe, expect, it } from 'vitest';
import {
  fillIn,
  judge,
  openReadyToSign,
  page,
  record,
  signOff,
  storedOf,
  told,
  underFields,
} from '../../support/acts.ts';
import { type Fortnight, openNorthmoor } from '../../support/fortnight.ts';

const withStrength = async (): Promise<Fortnight> => {
  const fortnight = await openNorthmoor();
  await record(fortnight, 'inspector', 'help + C-7 Contacts are answered within the day');
  return fortnight;
};

const said = {
  'What was needed': 'Contacts waited for days',
  'What was done': 'Police and social care sat at one desk',
  'What changed for the child': 'Help began the same day',
};

describe('good practice', () => {
  it('[GP1] is marked by an item’s number and a line, by the form, and gathered', async () => {
    const fortnight = await withStrength();
    const saved = await fillIn(fortnight, 'inspector', 'practice e1 A duty desk of all agencies', said);
    expect(page(saved)).toContain('Saved B-001');
    const [kept] = await storedOf(fortnight, 'PracticeShared');
    expect(kept).toMatchObject({ shares: 'E-001', take: 'A duty desk of all agencies', need: said['What was needed'] });
    const shown = told(await judge(fortnight, 'observer', 'practice'));
    expect(shown).toContain('Good practice to share: 1. It goes out once the report is published.');
    expect(shown).toContain('B-001 · good practice of E-001 · Help and protection');
    const whole = told(await judge(fortnight, 'observer', 'practice B-001'));
    for (const words of Object.entries(said).flat()) expect(whole).toContain(words);
    await fillIn(fortnight, 'inspector', 'edit B-001', { 'What was done': 'They sat at one table' });
    expect(told(await judge(fortnight, 'observer', 'practice b1'))).toContain('They sat at one table');
    await fillIn(fortnight, 'inspector', 'withdraw B-001', { 'Why is it withdrawn?': 'It was one week only' });
    expect(told(await judge(fortnight, 'observer', 'practice'))).toContain('Good practice to share: 0');
  });

  it('[GP1] says at once where an item is none that is shared', async () => {
    const fortnight = await withStrength();
    await record(fortnight, 'inspector', 'help - Visits are late in one team');
    expect(told(await judge(fortnight, 'inspector', 'practice E-002'))).toContain('E-002 is no strength');
    expect(told(await judge(fortnight, 'inspector', 'practice E-077 Good'))).toContain('There is no E-077');
  });

  it('[GP1] is found by typing in its form, strengths that are not shared yet and nothing else', async () => {
    const fortnight = await withStrength();
    await record(fortnight, 'inspector', 'help - Visits are late in one team');
    await judge(fortnight, 'inspector', 'practice new');
    const found = async (typed: string) =>
      JSON.stringify(await fortnight.as('inspector').suggestions('Strength or finding', typed));
    expect(await found('contacts')).toContain('E-001');
    expect(await found('late')).not.toContain('E-002');
  });

  it('[GP2] points out a case and a likely name before it is kept', async () => {
    const fortnight = await withStrength();
    const cased = await fillIn(fortnight, 'inspector', 'practice E-001 As in C-7', said);
    expect(underFields(cased)).toContain('"C-7" names a case');
    const named = await fillIn(fortnight, 'inspector', 'practice E-001 A desk led by Sarah Whitcombe', said);
    expect(page(named)).toContain('this may be a person’s name: Sarah Whitcombe');
    expect(await storedOf(fortnight, 'PracticeShared')).toEqual([]);
  });

  it('[GP3] goes out once the report is published, and is marked after sign-off too', async () => {
    const fortnight = await openReadyToSign();
    await record(fortnight, 'inspector', 'help + Contacts are answered within the day');
    await signOff(fortnight);
    const strength = (await storedOf(fortnight, 'EvidenceRecorded')).length;
    const item = `E-${String(strength).padStart(3, '0')}`;
    await fillIn(fortnight, 'lead', `practice ${item} A duty desk`, {});
    await fillIn(fortnight, 'lead', 'timetable date', {
      'What happened, or is to happen': 'published',
      Day: '2013-11-19',
    });
    expect(told(await judge(fortnight, 'lead', 'practice'))).toContain('The report is published, so it may go out.');
  });
});

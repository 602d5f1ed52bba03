import { describe, expect, it } from 'vitest';
import { fillIn, judge, openReadyToSign, page, signOff, storedOf, told } from '../../support/acts.ts';
import type { Fortnight } from '../../support/fortnight.ts';

const signed = async (): Promise<Fortnight> => {
  const fortnight = await openReadyToSign();
  await signOff(fortnight);
  return fortnight;
};

const sent = async (): Promise<Fortnight> => {
  const fortnight = await signed();
  await fillIn(fortnight, 'analyst', 'questionnaire sent 9', {});
  return fortnight;
};

const agrees = {
  'Who answered? No name is kept': 'director',
  'The inspectors’ manner was professional': 'strongly-agree',
  'The report is clear': 'agree',
};

describe('the questionnaire after publication', () => {
  it('[QN1] says that it comes after publication', async () => {
    const fortnight = await openReadyToSign();
    expect(told(await judge(fortnight, 'lead', 'questionnaire'))).toContain('comes after publication');
    expect(told(await judge(fortnight, 'lead', 'questionnaire sent 9'))).toContain('comes after publication');
  });

  it('[QN2] is recorded by a form, by role and without a name, corrected and withdrawn', async () => {
    const fortnight = await signed();
    expect(told(await judge(fortnight, 'observer', 'questionnaire'))).toContain('Nobody has said yet');
    expect(page(await fillIn(fortnight, 'analyst', 'questionnaire sent', { 'How many were asked?': '9' }))).toContain(
      '9 were asked.',
    );
    const saved = await fillIn(fortnight, 'analyst', 'questionnaire new', agrees);
    expect(page(saved)).toContain('Saved U-001');
    expect(page(saved)).toContain('9 asked, 1 answered (1 director)');
    await fillIn(fortnight, 'analyst', 'edit U-001', { 'The report is clear': 'disagree' });
    const shown = told(await judge(fortnight, 'observer', 'questionnaire u1'));
    expect(shown).toContain('The report is clear: disagree');
    await fillIn(fortnight, 'analyst', 'withdraw U-001', { 'Why is it withdrawn?': 'It came twice' });
    expect(told(await judge(fortnight, 'observer', 'questionnaire'))).toContain('9 asked, 0 answered');
  });

  it('[QN2] asks about a likely name in what was said, and keeps what was typed', async () => {
    const fortnight = await sent();
    const asked = await fillIn(fortnight, 'analyst', 'questionnaire new', {
      ...agrees,
      'In their own words': 'Our manager Sarah Whitcombe was seen at once',
    });
    expect(page(asked)).toContain('this may be a person’s name: Sarah Whitcombe');
    expect(await storedOf(fortnight, 'AnswersRecorded')).toEqual([]);
  });

  it('[QN3] shows by statement how many agreed of those who answered, and how many were asked', async () => {
    const fortnight = await sent();
    for (let count = 0; count < 3; count += 1) await fillIn(fortnight, 'analyst', 'questionnaire new', agrees);
    const shown = told(await judge(fortnight, 'observer', 'questionnaire'));
    expect(shown).toContain('Questionnaire: 9 asked, 3 answered (3 directors)');
    expect(shown).toContain('3 of 3 directors agreed (100 %; 9 asked), 3 of them strongly: The inspectors’ manner');
    expect(shown).toContain('Nobody of 9 asked answered: It will help us');
    expect(shown).toContain('It is no evidence, and no grade rests on it.');
  });
});

import { describe, expect, it } from 'vitest';
import { fillIn, judge, page, told } from '../../support/acts.ts';
import { openNorthmoor } from '../../support/fortnight.ts';

const spring = 'Indicator\tValue\tBand\nInitial assessments in time\t68\tGood\nRe-referrals\t24\tAdequate';
const summer = 'Initial assessments in time\t61\tAdequate\nRe-referrals\t22\tAdequate';

describe('the performance profile in Slack', () => {
  it('[FI18] is pasted quarter by quarter and shows what moved', async () => {
    const fortnight = await openNorthmoor('annual-rating-2009');
    const first = await fillIn(fortnight, 'analyst', 'profile record', { Quarter: '2013-Q2', Values: spring });
    expect(page(first)).toMatch(/^Saved E-001\n/);
    expect(page(first)).toContain('2 indicators: 1 good, 1 adequate');
    const refused = await fillIn(fortnight, 'analyst', 'profile record', {
      Quarter: '2013-Q3',
      Values: 'Re-referrals',
    });
    expect(refused.errors?.rows).toContain('Line 1 is not an indicator, a value and a band');
    await fortnight.as('analyst').submit({ Values: summer });
    const shown = told(await judge(fortnight, 'observer', 'profile'));
    for (const said of [
      'July to September 2013 (E-002) · 2 indicators: 2 adequate',
      'Moved since April to June 2013:',
      'Initial assessments in time: 68 (good) to 61 (adequate) · worse band',
      'Re-referrals: 24 (adequate) to 22 (adequate)',
      'Enjoying and achieving indicators: no quarter yet',
    ])
      expect(shown).toContain(said);
    expect(shown).not.toContain('Record a quarter');
    expect(told(await judge(fortnight, 'lead', 'find re-referrals'))).toContain('E-002');
  });

  it('[FI18] says where a framework keeps none', async () => {
    const fortnight = await openNorthmoor();
    expect(told(await judge(fortnight, 'analyst', 'profile'))).toBe(
      'Single inspection framework takes in no indicators, so it keeps no performance profile. Data is recorded as evidence.',
    );
  });
});

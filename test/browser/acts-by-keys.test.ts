import { describe, expect, it } from 'vitest';
import { byKeys } from './support/by-keys.ts';
import { openPracticePage } from './support/practice.ts';

/* What people do most once an inspection runs, each from where they learn of it, without a mouse. */

const practice = await openPracticePage();
const { page, at } = await practice.window({});
const { keys, tabTo } = byKeys(page);

/** Types into the box, which takes what is typed wherever the keyboard is. */
const type = async (words: string) => {
  await page.keyboard.type(words);
  await keys('Enter');
};
const formWith = (words: string | RegExp) => at.form().getByText(words).first().waitFor();
/** Sends the form, and closes the page that says what it became. */
const send = async (button: RegExp, receipt: RegExp) => {
  await tabTo(button);
  await keys('Enter');
  await formWith(receipt);
  await tabTo(/^Done$/);
  await keys('Enter');
  await at.form().waitFor({ state: 'detached' });
};
const goTo = async (place: RegExp) => {
  await tabTo(place, 'Shift+Tab');
  await keys('Enter');
  await page.locator('[data-message-box]:focus').waitFor();
};

describe('An inspection by the keyboard alone', () => {
  it('[PP14] starts from its door', async () => {
    await at.box().waitFor();
    await tabTo(/^Start an inspection with this team$/, 'Shift+Tab');
    await keys('Enter');
    await at.form().waitFor();
    await tabTo(/^Local authority/);
    await page.keyboard.type('Westmere');
    await tabTo(/^Framework/);
    await page.keyboard.type('ILACS 2023');
    await send(/^Start$/, /^Started westmere/);
  });

  it('[PP14] records a concern from the pinned board', async () => {
    await tabTo(/^Message in/);
    await tabTo(/^Pinned$/);
    await tabTo(/^Record evidence$/);
    await keys('Enter');
    await at.form().waitFor();
    await tabTo(/^Judgement area/);
    await page.keyboard.type('help');
    await at.form().getByRole('option', { name: 'Help and protection' }).waitFor();
    await keys('Enter');
    await tabTo(/^What did you find/);
    await page.keyboard.type('C-004 Two visits were late.');
    await tabTo(/^Strength$/);
    await keys('ArrowDown');
    await send(/^Save$/, /^Saved E-001/);
  });

  it('[PP14] reads an item by its number', async () => {
    await type('/judge E-001');
    await page.getByText('Two visits were late.').last().waitFor();
    for (let open = await at.form().count(); open > 0; open = await at.form().count()) await keys('Escape');
  });

  it('[PP14] refers a child back from the daily summary', async () => {
    await type('/judge concern C-004 Nobody has seen the baby since Friday.');
    await page.getByText('K-001').first().waitFor();
    if ((await at.form().count()) > 0) await keys('Escape');
    await at.form().waitFor({ state: 'detached' });
    await tabTo(/^Practice time/, 'Shift+Tab');
    await keys('Enter', 'Enter');
    await page
      .getByRole('navigation')
      .getByRole('button', { name: /^Fortnight.* new/ })
      .waitFor();
    await goTo(/^Fortnight/);
    await at.newest().getByText('Westmere, day 1').first().waitFor();
    await tabTo(/^Refer back/, 'Shift+Tab');
    await keys('Enter');
    await at.form().waitFor();
    await tabTo(/^Referred to/);
    await page.keyboard.type('The duty manager of the front door');
    await send(/^Save$/, /K-001/);
    await goTo(/^inspection-team/);
  });

  it('[PP14] signs again what lapsed, from what says so', async () => {
    for (const area of ['leaders', 'help', 'in-care', 'care-leavers']) {
      await type(`/judge ${area} + Seen to be well done.`);
      await at.newest().getByText('Seen to be well done.').waitFor();
      await type(`/judge grade ${area}`);
      await at.form().waitFor();
      await tabTo(/^Outstanding/);
      await keys('ArrowDown');
      await tabTo(/^Why this grade/);
      await page.keyboard.type('What we saw was consistent.');
      await send(/^Save$/, /^Saved J-/);
    }
    await type('/judge overall');
    await at.form().waitFor();
    await tabTo(/^Overall effectiveness/);
    await page.keyboard.type('Good');
    await tabTo(/^Why this grade/);
    await page.keyboard.type('All four are good.');
    await send(/^Save$/, /^Saved/);
    await type('/judge sign-off');
    await at.form().waitFor();
    await send(/^Sign off$/, /^Signed/);
    await at.be('Ben Okoro');
    await type('/judge help + C-005 A plan was clear.');
    await at.newest().getByText('lapses').first().waitFor();
    await at.be('Ana Reyes');
    await goTo(/^Fortnight/);
    await at.newest().getByText('lapsed').first().waitFor();
    await tabTo(/^Sign again/, 'Shift+Tab');
    await keys('Enter');
    await at.form().waitFor();
    await send(/^Sign off$/, /^Signed/);
    expect(await at.form().count()).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { byKeys } from './support/by-keys.ts';
import { openPracticePage } from './support/practice.ts';

const practice = await openPracticePage();
const { page, at } = await practice.window({});

const { keys, here, tabTo } = byKeys(page);

describe('The practice page by the keyboard alone', () => {
  it('[PP14] starts an inspection', async () => {
    await at.box().waitFor();
    expect(await here()).toMatch(/^Message in/);
    await page.keyboard.type('/j');
    await keys('ArrowDown', 'Enter');
    expect(await at.box().inputValue()).toBe('/judge ');
    await page.keyboard.type('start');
    await keys('Enter');
    await at.form().waitFor();
    await tabTo(/^Local authority/);
    await page.keyboard.type('Eastholme');
    await tabTo(/^Framework/);
    await page.keyboard.type('ILACS 2023');
    await tabTo(/^Inspectors/);
    await page.keyboard.type('chi');
    await at.form().getByRole('listbox').getByRole('option', { name: 'Chi Lam' }).waitFor();
    await keys('Enter', 'Escape');
    await at.form().getByRole('button', { name: 'Take out Chi Lam' }).waitFor();
    await tabTo(/^Start$/);
    await keys('Enter');
    await at.form().getByText('Started eastholme').first().waitFor();
    await tabTo(/^Done$/);
    await keys('Enter');
    await at.form().waitFor({ state: 'detached' });
  });

  it('[PP14] stays in a form while it is open, and goes back to where it was', async () => {
    await tabTo(/^Message in/);
    await page.keyboard.type('/judge evidence');
    await keys('Enter');
    await at.form().waitFor();
    for (let times = 0; times < 25; times += 1) {
      await keys('Tab');
      const inside = await page.evaluate(
        `document.activeElement === document.body || document.activeElement.closest('dialog') !== null`,
      );
      expect(inside, 'the keyboard is in the form').toBe(true);
    }
    await keys('Escape');
    await at.form().waitFor({ state: 'detached' });
    expect(await here()).toMatch(/^Message in/);
  });

  it('[PP14] takes what is typed the moment a form is gone, however slowly the page is drawn', async () => {
    const { page: slow, at: there } = await practice.window({});
    await slow.addInitScript('window.requestAnimationFrame = (then) => setTimeout(() => then(performance.now()), 500)');
    await slow.reload();
    await there.open('/judge evidence');
    await slow.keyboard.press('Escape');
    await there.form().waitFor({ state: 'detached' });
    await slow.keyboard.type('/judge evidence');
    expect(await there.box().inputValue()).toBe('/judge evidence');
    await slow.close();
  });

  it('[PP14] uses the menus: a shortcut from anywhere, and a message’s own', async () => {
    await keys('Shift+Tab');
    expect(await here()).toBe('Shortcuts');
    await keys('Enter');
    await page.getByRole('menu', { name: 'Shortcuts' }).waitFor();
    await keys('Escape');
    expect(await here()).toBe('Shortcuts');
    await keys('Enter', 'Enter');
    await at.form().waitFor();
    await keys('Escape');
    await at.form().waitFor({ state: 'detached' });
    await keys('Shift+Tab');
    expect(await here()).toMatch(/^More actions for the message by/);
  });

  it('[RE4] [RE6] reads an area’s evidence and an item whole above the grade form, and keeps what was typed', async () => {
    await at.box().focus();
    await page.keyboard.type('/judge evidence help - Decisions were late in two of three cases.');
    await keys('Enter');
    await at.newest().getByText('Saved E-001').waitFor();
    await page.keyboard.type('/judge grade help');
    await keys('Enter');
    await at.form().waitFor();
    await tabTo(/^Why this grade/);
    await page.keyboard.type('Half written');
    await tabTo(/^Read all 1$/);
    await keys('Enter');
    await at.form().getByText('1 item, newest first').waitFor();
    await tabTo(/^(Actions|More|Read)/);
    await keys('Escape');
    await at.form().getByText('1 item, newest first').waitFor({ state: 'detached' });
    expect(await at.field('Why this grade?').inputValue()).toBe('Half written');
    await keys('Escape');
    await at.form().waitFor({ state: 'detached' });
    await page.keyboard.type('/judge E-001');
    await keys('Enter');
    await at.form().getByText('Decisions were late in two of three cases.').waitFor();
    await keys('Escape');
    await at.form().waitFor({ state: 'detached' });
  });
});

import { describe, expect, it } from 'vitest';
import { picture } from './support/pictures.ts';
import { openPracticePage } from './support/practice.ts';

const practice = await openPracticePage();
const { page, at } = await practice.window({});
const played = page.getByRole('region', { name: 'Sample fortnight' });

describe('Practising', () => {
  it('[PP16] is marked as practice, wherever one looks, and claims to be nobody else’s product', async () => {
    await at.box().waitFor();
    await page.getByRole('banner').getByText('PRACTICE', { exact: true }).waitFor();
    expect(await page.title()).toContain('PRACTICE');
    await at.go('Home');
    await page.getByRole('banner').getByText('PRACTICE', { exact: true }).waitFor();
    expect(await page.locator('body').innerText()).not.toContain('Slack');
    await at.go('inspection-team');
  });

  it('[PP17] switches between ten people, each of whom sees only their own', async () => {
    const people = page.getByRole('combobox', { name: 'You are' }).locator('option');
    expect(await people.allInnerTexts()).toEqual([
      'Ana Reyes, lead inspector',
      'Ben Okoro, deputy lead',
      'Chi Lam, inspector',
      'Dee Marsh, inspector',
      'Rob Finch, inspector',
      'Eve Stone, partner inspector',
      'Fay Bright, analyst',
      'Gus Vale, quality assurance manager',
      'Hal Wood, observer',
      'Ida North, not on the team',
    ]);
    await at.be('Ida North');
    expect(await page.getByRole('navigation').innerText()).not.toContain('inspection-team');
    await at.be('Ana Reyes');
  });

  it('[PP18] says in a line what it cannot do, and keeps what was typed', async () => {
    await at.type('/remind me');
    await page.getByText('Here is no command but /judge').waitFor();
    expect(await at.box().inputValue()).toBe('/remind me');
    await page.getByRole('button', { name: 'Close' }).click();
    await at.box().fill('');
  });

  it('[PP18] loses nothing that is typed while something is on its way', async () => {
    let letGo = (): void => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route('**/api/act?*', async (route) => {
      await held;
      await route.continue();
    });
    await at.type('/remind me');
    expect(await at.box().inputValue()).toBe('');
    await at.type('/judge help start');
    await at.box().pressSequentially('/judge evi');
    letGo();
    await page.getByText('Here is no command but /judge').waitFor();
    expect(await at.box().inputValue()).toBe('/remind me\n/judge evi');
    await at.newest().getByText('/judge start').first().waitFor();
    await page.unroute('**/api/act?*');
    await at.box().fill('');
  });

  it('[PP23] brings somebody into a channel with /invite, and the app as well', async () => {
    await at.type('/invite @Ida North');
    await page.getByText('Private channel · 10 people').waitFor();
    await at.type('/invite Nobody Known');
    await page.getByText('Nobody here is called Nobody Known').waitFor();
    await at.box().fill('');
    await page.getByRole('button', { name: 'Close' }).click();
    await at.go('everybody');
    await at.type('/judge start');
    await at.newest().getByText('Type /invite @Fortnight here').waitFor();
    await at.type('/invite @Fortnight');
    await at.type('/judge start');
    await at.newest().getByText('This is not a private channel').waitFor();
    await at.go('inspection-team');
  });

  it('[PP10] moves the clock to tomorrow and over the weekend', async () => {
    const banner = page.getByRole('banner');
    await at.moveClock('To tomorrow');
    await banner.getByText('Tue 11 Nov 2025').waitFor();
    await at.moveClock('Over the weekend');
    await banner.getByText('17 Nov 2025').waitFor();
  });

  it('[PP35] follows whoever acts in a sample fortnight, with no form of anybody else, to the posted summary', async () => {
    await page.getByRole('button', { name: 'Sample fortnights' }).click();
    await at.form().getByText('Aldermere,').click();
    await at.press('Play');
    await played.getByRole('combobox', { name: 'How fast' }).selectOption('quickly');
    const people = page.getByRole('combobox', { name: 'You are' });
    const followed = async (): Promise<string> => {
      const [line] = (await played.locator('.played-words').innerText()).split(' types');
      return line ?? '';
    };
    for (const name of ['Ana Reyes', 'Fay Bright', 'Chi Lam']) {
      await expect.poll(followed).toContain(name);
      const option = people.locator('option', { hasText: `${name},` });
      await page.locator(`[data-seen-by="${await option.getAttribute('value')}"]`).waitFor();
    }
    await played.getByRole('combobox', { name: 'How fast' }).selectOption('at once');
    await played.getByText('Everything is yours to use').waitFor();
    expect(await at.form().count()).toBe(0);
    await page.getByRole('log').getByText('Aldermere · overall effectiveness').last().waitFor();
  });

  it('[PP36] steps into the sixth day of a sample fortnight, where everything is one’s own to use', async () => {
    await page.getByRole('button', { name: 'Start again' }).click();
    await at.press('Remove and start again');
    await page.getByRole('button', { name: 'Step into day 6 of a running one' }).click();
    await played.getByText('Everything is yours to use').waitFor();
    await at.pinned().getByText('Aldermere').first().waitFor();
    await page.getByRole('banner').getByText('20 Nov 2023').waitFor();
    expect(await at.form().count()).toBe(0);
    await at.type('/judge evidence help - C-009 Two visits were late.');
    await at.newest().getByText('Saved E-0').waitFor();
    await at.open('/judge grade help');
    await at
      .form()
      .getByRole('button', { name: /^Read all/ })
      .waitFor();
    await page.setViewportSize({ width: 1200, height: 1180 });
    await picture(page, 'grade-form');
    await page.setViewportSize({ width: 1200, height: 800 });
    await at.press('Cancel');
    await at.form().waitFor({ state: 'detached' });
    const { page: phone } = await practice.window({ viewport: { width: 390, height: 844 }, hasTouch: true });
    await phone.getByRole('article').first().waitFor();
    await picture(phone, 'phone');
    await phone.close();
  });

  it('[PP19] plays a sample fortnight, pauses, and is taken over in the middle', async () => {
    await page.getByRole('button', { name: 'Sample fortnights' }).click();
    await at.form().getByText('Northmoor,').click();
    await at.press('Play');
    await played.getByRole('combobox', { name: 'How fast' }).selectOption('quickly');
    await played.getByText(/^Step \d/).waitFor();
    await played.getByRole('button', { name: 'Pause' }).click();
    await played.getByText(/^Paused at step/).waitFor();
    await at.type('/judge');
    await page.getByText('Take over, and everything here is yours to use').waitFor();
    await at.box().fill('');
    await played.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('article').first().waitFor();
    await played.getByRole('button', { name: 'Take over' }).click();
    await played.getByText(/^Taken over at step/).waitFor();
    await at.type('/judge help');
    await at.newest().getByText('/judge evidence').first().waitFor();
  });

  it('[PP19] leaves what takes it over within reach while a form is shown, on a phone as well, in one line', async () => {
    const { page: phone } = await practice.window({ viewport: { width: 390, height: 780 } });
    const height = async (): Promise<number> => (await phone.locator('.bars').boundingBox())?.height ?? 0;
    await phone.getByRole('combobox', { name: 'You are' }).waitFor();
    const oneLine = await height();
    expect(oneLine).toBeLessThan(50);
    await phone.getByRole('button', { name: 'Sample fortnights' }).click();
    await phone.getByRole('dialog').getByText('Tidebourne,').click();
    await phone.getByRole('dialog').getByRole('button', { name: 'Play', exact: true }).click();
    await phone.locator('dialog.looking').waitFor();
    expect(await height()).toBeLessThanOrEqual(oneLine);
    await phone.getByRole('button', { name: 'Take over' }).click();
    await phone.getByRole('combobox', { name: 'You are' }).waitFor();
    await phone.close();
  });

  it('[PP20] starts again only after asking, and then with nothing', async () => {
    await page.getByRole('button', { name: 'Start again' }).click();
    await at.press('Keep everything');
    expect(await page.getByRole('article').count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Start again' }).click();
    await at.press('Remove and start again');
    await page.getByRole('button', { name: 'Start an inspection with this team' }).waitFor();
    expect(await page.getByRole('article').count()).toBe(0);
  });

  it('[PP9] shows which grade a limiting rule leaves, and offers no other', async () => {
    await at.open('/judge start');
    await at.fill('Local authority', 'Northmoor');
    await at.pick('Framework', 'Single inspection');
    await at.fill('First day on site', '2013-11-26');
    await at.press('Start');
    await at.form().getByText('Started northmoor').first().waitFor();
    await at.done();
    const judged = ['help', 'looked-after', 'adoption', 'care-leavers', 'leadership'];
    for (const [place, area] of judged.entries()) {
      await at.type(`/judge evidence ${area} - Children wait too long to be seen.`);
      await at
        .newest()
        .getByText(`Saved E-00${place + 1}`)
        .waitFor();
      await at.open(`/judge grade ${area}`);
      await at.choose(area === 'help' ? 'Inadequate' : 'Requires improvement');
      await at.fill('Why this grade?', 'Children wait too long to be seen.');
      await at.press('Save');
      await at
        .form()
        .getByText(`Saved J-00${place + 1}`)
        .waitFor();
      await at.done();
    }
    await at.open('/judge overall');
    await at.form().getByText('SIF-1').first().waitFor();
    const offered = at.field('Overall effectiveness').locator('option');
    expect(await offered.allInnerTexts()).toEqual(['Choose one', 'Inadequate']);
    await at.press('Cancel');
    await at.form().waitFor({ state: 'detached' });
  });
});

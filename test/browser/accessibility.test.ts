import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { seriousOn } from './support/axe.ts';
import { openPracticePage } from './support/practice.ts';

const practice = await openPracticePage();
/** What is written in messages and cannot be seen, since it is wider than what it stands in. */
const cutOff = (page: Page): Promise<string[]> =>
  page
    .locator('.message .blocks *')
    .evaluateAll((all) =>
      all.filter((it) => it.scrollWidth > it.clientWidth && it.clientWidth > 1).map((it) => it.textContent ?? ''),
    );

const windows: Record<string, BrowserContextOptions> = {
  'in light': { colorScheme: 'light' },
  'in dark': { colorScheme: 'dark' },
  'on a phone': { viewport: { width: 390, height: 780 }, hasTouch: true },
};

describe('The practice page to somebody who does not see it as most do', () => {
  it.each(Object.entries(windows))('[PP15] [RE6] keeps nobody out, %s', async (_, options) => {
    const { page, at } = await practice.window(options);
    await at.box().waitFor();
    // The doors, and the words beside them.
    await page.locator('details').evaluateAll((all) => all.map((it) => it.setAttribute('open', '')));
    expect(await seriousOn(page)).toEqual([]);

    if ((await at.newest().count()) === 0) {
      await at.open('/judge start');
      await at.fill('Local authority', 'Westmere');
      await at.pick('Framework', 'ILACS 2023');
      await at.press('Start');
      await at.form().getByText('Started westmere').first().waitFor();
      await at.done();
      await at.type('/judge evidence help - Decisions were late in two of three cases.');
      await at.newest().getByText('Saved E-001').waitFor();
      await at.type('/judge help');
      await at.newest().getByText('What you can ask of Fortnight').waitFor();
    }
    await at.type('/judge today');
    await at
      .newest()
      .getByText(/^record /)
      .waitFor();
    expect(await cutOff(page)).toEqual([]);
    await at.box().fill('/');
    expect(await seriousOn(page)).toEqual([]);

    for (const read of ['/judge E-001', '/judge find help']) {
      await at.open(read);
      await at.form().getByText('Decisions were late in two of three cases.').waitFor();
      expect(await seriousOn(page)).toEqual([]);
      await at.done();
    }
    await at.open('/judge evidence');
    await at.press('Save');
    await at.under('What did you find?').waitFor();
    await at.field('Judgement area').click();
    expect(await seriousOn(page)).toEqual([]);
    const wide = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
    expect(wide, 'wider than the window').toBe(false);
    await at.press('Cancel');
    await at.form().waitFor({ state: 'detached' });
    await page.close();
  });
});

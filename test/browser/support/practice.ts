import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, expect } from 'vitest';
import { freePort } from '../../main/free-port.ts';
import { openPage, practiceFolder } from '../../practice/opened-page.ts';
import { type AtPage, atPage } from './at-page.ts';
import { openBrowser } from './browser.ts';

/** A practice workspace of a file's own, and a browser to look at it with; both are gone after the file's tests. */
export const openPracticePage = async () => {
  const practice = await openPage(practiceFolder(), await freePort());
  const browser = await openBrowser();
  const wrong: string[] = [];
  afterAll(async () => {
    await browser.close();
    expect([...practice.complaints, ...wrong], 'what the test did not expect').toEqual([]);
  });

  return {
    url: practice.url,
    /** A window of its own, as wide as a desk's screen unless it is said otherwise. */
    window: async (options: BrowserContextOptions): Promise<{ page: Page; at: AtPage }> => {
      const context = await browser.newContext({
        locale: 'en-GB',
        viewport: { width: 1200, height: 800 },
        ...options,
      });
      const page = await context.newPage();
      page.setDefaultTimeout(8000);
      page.on('pageerror', (error) => wrong.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') wrong.push(message.text());
      });
      await page.goto(practice.url);
      return { page, at: atPage(page) };
    },
  };
};

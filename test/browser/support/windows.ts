import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, expect } from 'vitest';
import { type AtPage, atPage } from './at-page.ts';
import { openBrowser } from './browser.ts';

/**
 * A browser to look at the page with, gone after the file's tests, which find out what went wrong in it or in practice itself
 * and was not expected.
 */
export const openWindows = async (url: string, complaints: readonly unknown[], expected: readonly RegExp[]) => {
  const browser = await openBrowser();
  const wrong: string[] = [];
  const note = (words: string): void => {
    if (!expected.some((each) => each.test(words))) wrong.push(words);
  };
  afterAll(async () => {
    await browser.close();
    expect([...complaints, ...wrong], 'what the test did not expect').toEqual([]);
  });

  return {
    url,
    /** A window of its own, as wide as a desk's screen unless it is said otherwise. */
    window: async (options: BrowserContextOptions): Promise<{ page: Page; at: AtPage }> => {
      const context = await browser.newContext({
        locale: 'en-GB',
        viewport: { width: 1200, height: 800 },
        ...options,
      });
      const page = await context.newPage();
      page.setDefaultTimeout(60_000);
      page.on('pageerror', (error) => note(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') note(message.text());
      });
      await page.goto(url);
      return { page, at: atPage(page) };
    },
  };
};

import type { Page } from 'playwright-core';

/** What somebody does at the practice page with the keyboard alone. */
export const byKeys = (page: Page) => {
  const keys = async (...all: string[]): Promise<void> => {
    for (const key of all) await page.keyboard.press(key);
  };
  /** What has the keyboard now, as somebody who cannot see the page is told. */
  const here = async (): Promise<string> =>
    String(
      await page.evaluate(
        `(({ activeElement: it }) => it.getAttribute('aria-label') ?? it.labels?.[0]?.innerText ?? it.innerText)(document)`,
      ),
    ).trim();
  /** Goes on with Tab, or back, until that has the keyboard. */
  const tabTo = async (name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
    for (let tries = 0; tries < 90; tries += 1) {
      if (name.test(await here())) return;
      await keys(key);
    }
    throw new Error(`${key} does not lead to ${name}; it leads to ${await here()}`);
  };
  return { keys, here, tabTo };
};

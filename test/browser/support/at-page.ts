import type { Locator, Page } from 'playwright-core';

/** What somebody does at the practice page, in the page's own words. */
export const atPage = (page: Page) => {
  const box = () => page.getByRole('textbox', { name: /^Message / });
  const form = () => page.getByRole('dialog');
  const field = (label: string): Locator => form().getByLabel(label, { exact: false }).first();

  return {
    box,
    form,
    field,
    /** What stands under a field. */
    under: (label: string): Locator => form().locator('.field').filter({ hasText: label }).locator('.error'),
    /** The newest message in sight. */
    newest: (): Locator => page.getByRole('log').getByRole('article').last(),
    pinned: (): Locator => page.getByRole('complementary', { name: 'Beside the channel' }),
    be: async (name: string): Promise<void> => {
      const people = page.getByRole('combobox', { name: 'You are' });
      const option = people.locator('option', { hasText: name });
      await people.selectOption({ value: (await option.getAttribute('value')) ?? '' });
      await page
        .getByRole('main')
        .and(page.locator(`[data-seen-by="${await option.getAttribute('value')}"]`))
        .waitFor();
    },
    /** Clears the workspace, where anything stands in it. */
    startAgain: async (): Promise<void> => {
      await page.getByRole('button', { name: 'Start again' }).click();
      await form().getByRole('button', { name: 'Remove and start again' }).click();
      await page.getByRole('region', { name: 'Three ways to begin' }).waitFor();
    },
    moveClock: async (words: string): Promise<void> => {
      await page.getByRole('button', { name: /^Practice time/ }).click();
      await page.getByRole('menuitem', { name: words }).click();
    },
    go: (place: string): Promise<void> =>
      page
        .getByRole('navigation')
        .getByRole('button', { name: new RegExp(`^${place}( ?\\d+ new)?$`) })
        .click(),
    type: async (text: string): Promise<void> => {
      await box().fill(text);
      await box().press('Enter');
    },
    /** Types a command that opens a form, and waits for it. */
    open: async (text: string): Promise<void> => {
      await box().fill(text);
      await box().press('Enter');
      await form().waitFor();
    },
    fill: (label: string, text: string): Promise<void> => field(label).fill(text),
    /** Out of a menu. */
    pick: async (label: string, words: string): Promise<void> => {
      const option = field(label).locator('option', { hasText: words }).first();
      await field(label).selectOption({ value: (await option.getAttribute('value')) ?? '' });
    },
    /** One of those that are seen at once. */
    choose: (words: string): Promise<void> => form().getByRole('radio', { name: words, exact: true }).check(),
    /** By typing a part of it. */
    search: async (label: string, words: string): Promise<void> => {
      await field(label).fill(words);
      await form()
        .getByRole('listbox')
        .getByRole('option', { name: new RegExp(words, 'i') })
        .first()
        .click();
    },
    press: (words: string): Promise<void> => form().getByRole('button', { name: words, exact: true }).click(),
    /** Closes the page that says it was saved. */
    done: async (): Promise<void> => {
      await form().getByRole('button', { name: 'Done', exact: true }).click();
      await form().waitFor({ state: 'detached' });
    },
  };
};

export type AtPage = ReturnType<typeof atPage>;

import { beforeAll, describe, expect, it } from 'vitest';
import type { AtPage } from './support/at-page.ts';
import { picture } from './support/pictures.ts';
import { openPracticePage } from './support/practice.ts';

/* One inspection from its start to its second signature, in the browser: each step goes on from the one before it. */

const practice = await openPracticePage();
const { page, at } = await practice.window({});

/** The newest message says this. */
const says = (words: string) => at.newest().getByText(words).first().waitFor();
/** The form says this somewhere. */
const formSays = (words: string) => at.form().getByText(words).first().waitFor();

const evidence = [
  '/judge evidence leaders + Leaders know their services well: their own audits found what we found in nine of ten cases.',
  '/judge evidence help + C-004 Decisions about thresholds were clear, timely and recorded in every case sampled.',
  '/judge evidence in-care + C-011 Two young people described their social workers as people who keep their word.',
  '/judge evidence care-leavers + Personal advisers see care leavers as often as the young people themselves ask for.',
];

const grade = async ({ form, field, fill, choose, press, done, open }: AtPage, area: string, given: string) => {
  await open(`/judge grade ${area}`);
  await choose(given);
  await fill('Why this grade?', 'What inspectors saw was consistent, and children said the same.');
  await press('Save');
  await form()
    .getByText(/^Saved J-/)
    .waitFor();
  await done();
  expect(await field('Grade').count()).toBe(0);
};

describe('An inspection in the practice page', () => {
  beforeAll(async () => {
    await at.box().waitFor();
  });

  it('[PP4] opens three doors to somebody new', async () => {
    const doors = page.getByRole('region', { name: 'Three ways to begin' }).getByRole('button');
    expect(await doors.allInnerTexts()).toEqual([
      'Start an inspection with this team',
      'Step into day 6 of a running one',
      'Watch one from start to end',
    ]);
  });

  it('[PP5] offers after a slash what Slack offers: the command as one line, with its hint, and the shortcuts', async () => {
    await page.keyboard.type('/');
    const offered = page.getByRole('listbox', { name: 'Commands and shortcuts' }).getByRole('option');
    await offered.first().waitFor();
    expect(await offered.allInnerTexts()).toEqual([
      expect.stringMatching(/^\/judge evidence help - what you found/),
      expect.stringMatching(/^Record evidence/),
    ]);
    await page.keyboard.type('ju');
    await at.box().press('Tab');
    expect(await at.box().inputValue()).toBe('/judge ');
    expect(await offered.count()).toBe(0);
  });

  it('[PP32] teaches the words beside the channel, as help lists them: a press puts one into the box', async () => {
    await page.getByRole('button', { name: 'timetable', exact: true }).click();
    expect(await at.box().inputValue()).toBe('/judge timetable ');
    await page.getByRole('button', { name: 'start', exact: true }).click();
    expect(await at.box().inputValue()).toBe('/judge start ');
  });

  it('[PP6] says under each field what is missing, and keeps what was typed', async () => {
    await at.box().press('Enter');
    await at.form().waitFor();
    await at.fill('First day on site', '');
    await at.pick('Framework', 'ILACS 2023');
    await at.press('Start');
    await at.under('Local authority').waitFor();
    expect(await at.under('Local authority').innerText()).toContain('Fill it in');
    expect(await at.under('First day on site').innerText()).toContain('Fill it in');
    expect(await page.evaluate('document.activeElement.id')).toBe('field-authority');
    expect(await at.field('Framework').inputValue()).toBe('ilacs-2023');
  });

  it('[PP4] starts an inspection, and pins its board in the channel', async () => {
    await at.fill('Local authority', 'Westmere');
    await at.fill('First day on site', '2025-11-10');
    await at.pick('Deputy lead', 'Ben Okoro');
    await at.search('Inspectors', 'Chi Lam');
    await at.search('Inspectors', 'Dee Marsh');
    await at.pick('Quality assurance manager', 'Gus Vale');
    await at.press('Start');
    await formSays('Started westmere-2025-11-10');
    await at.done();
    await at.pinned().getByText('Westmere').first().waitFor();
    await page.getByRole('button', { name: 'care-leavers', exact: true }).click();
    expect(await at.box().inputValue()).toBe('/judge evidence care-leavers ');
    await at.box().fill('');
  });

  it('[PP7] records evidence in one line, and only its author sees the receipt', async () => {
    for (const [place, line] of evidence.entries()) {
      await at.type(line);
      await says(`Saved E-00${place + 1}`);
    }
    expect(await at.newest().innerText()).toContain('Only visible to you');
    await at.pinned().evaluate((it) => it.scrollTo(0, 0));
    await picture(page, 'channel-with-board');
    await at.be('Ben Okoro');
    await at.pinned().getByText('+1').first().waitFor();
    expect(await page.getByText('Saved E-004').count()).toBe(0);
    await at.be('Ana Reyes');
  });

  it('[PP6] shows a refusal under the field that it belongs to, and the form takes what is right', async () => {
    await at.open('/judge evidence');
    await at.search('Judgement area', 'Help and protection');
    await at.fill('What did you find?', 'The plan for the child 943 476 5919 was out of date.');
    await at.choose('Concern');
    await at.press('Save');
    await at.under('What did you find?').waitFor();
    expect(await at.under('What did you find?').innerText()).toContain('looks like an NHS number');
    expect(await at.field('What did you find?').inputValue()).toContain('943 476 5919');
    await at.fill('What did you find?', 'The plan in C-007 was out of date.');
    await at.press('Save');
    await formSays('Saved E-005');
    await at.done();
  });

  it('[PP8] records evidence from a message, by its menu', async () => {
    await at.be('Chi Lam');
    await at.type('A young person in C-012 told me that her reviews are held without her.');
    await says('A young person in C-012');
    await at.newest().hover();
    await at
      .newest()
      .getByRole('button', { name: /^More actions/ })
      .click();
    await page.getByRole('menuitem', { name: 'Record as evidence' }).click();
    await at.form().waitFor();
    expect(await at.field('What did you find?').inputValue()).toContain('her reviews are held without her');
    await at.search('Judgement area', 'Children in care');
    await at.choose('Concern');
    await at.press('Save');
    await formSays('Saved E-006');
    await at.done();
    await at.be('Ana Reyes');
  });

  it('[PP22] searches in the record for the evidence that a grade relies on', async () => {
    await at.open('/judge grade help');
    await at.choose('Good');
    await at.fill('Why this grade?', 'Most of what inspectors saw was clear and timely.');
    await at
      .form()
      .getByRole('button', { name: /^Take out All 2 items/ })
      .click();
    await at.search('Evidence relied on', 'thresholds');
    await at
      .form()
      .getByRole('button', { name: /^Take out E-002/ })
      .waitFor();
    await at.press('Save');
    await formSays('Saved J-001');
    await at.done();
  });

  it('[PP9] gives each area its grade, and asks for a reason where the rules leave two', async () => {
    await grade(at, 'leaders', 'Outstanding');
    await grade(at, 'help', 'Good');
    await grade(at, 'in-care', 'Good');
    await grade(at, 'care-leavers', 'Outstanding');
    await at.open('/judge overall');
    await formSays('outstanding or good');
    await page.setViewportSize({ width: 1200, height: 1180 });
    await picture(page, 'permitted-grades');
    await page.setViewportSize({ width: 1200, height: 800 });
    await at.pick('Overall effectiveness', 'Good');
    await at.press('Save');
    await at.under('Why this grade?').waitFor();
    await at.fill('Why this grade?', 'Help for teenagers is uneven, and they are who needs it most.');
    await at.press('Save');
    await formSays('Saved overall effectiveness');
    await at.done();
  });

  it('[WD3] shows in a window 645 pixels high both fields of the overall form before anybody scrolls', async () => {
    await page.setViewportSize({ width: 1200, height: 645 });
    await at.open('/judge overall');
    await formSays('outstanding or good');
    const save = await at.form().getByRole('button', { name: 'Save', exact: true }).boundingBox();
    for (const label of ['Overall effectiveness', 'Why this grade?']) {
      const box = await at.field(label).boundingBox();
      expect(box?.y, label).toBeGreaterThan(0);
      expect((box?.y ?? 0) + (box?.height ?? 0), label).toBeLessThanOrEqual(Math.min(645, save?.y ?? 0));
    }
    await at.press('Cancel');
    await at.form().waitFor({ state: 'detached' });
    await page.setViewportSize({ width: 1200, height: 800 });
  });

  it('[PP9] posts the summary to the team channel, where everybody reads it', async () => {
    await at.type('/judge summary');
    await at.newest().getByRole('button', { name: 'Post to the team channel' }).click();
    await says('Posted to the team channel');
    await at.be('Chi Lam');
    await page.getByRole('log').getByText('overall effectiveness: Good').first().waitFor();
    await page.getByRole('log').getByRole('button', { name: 'replies' }).click();
    const thread = page.getByRole('region', { name: 'Thread' });
    await thread.getByText('replies are posted').waitFor();
    await page.setViewportSize({ width: 1200, height: 1000 });
    await picture(page, 'summary-and-thread');
    await page.setViewportSize({ width: 1200, height: 800 });
    await thread.getByRole('button', { name: 'Close the thread' }).click();
    await at.be('Ana Reyes');
  });

  it('[PP10] shows the daily summary arriving when the clock is moved to 17:30', async () => {
    await at.moveClock('To 17:30');
    await page.getByRole('banner').getByText('17:30').first().waitFor();
    await page
      .getByRole('navigation')
      .getByRole('button', { name: /^Fortnight.* new/ })
      .waitFor();
    await at.go('Fortnight');
    await at.newest().getByText('Westmere, day 1').first().waitFor();
    await picture(page, 'daily-summary');
    await at.go('inspection-team');
  });

  it('[PP33] takes an answer that only one person sees away when it is dismissed, and with the page', async () => {
    await at.type('/judge evidence help - Seen once.');
    await says('Saved E-007');
    await at.newest().getByRole('button', { name: 'Dismiss' }).click();
    await page.getByText('Saved E-007').waitFor({ state: 'detached' });
    const { page: another } = await practice.window({});
    await another.getByRole('log').getByText('overall effectiveness: Good').first().waitFor();
    expect(await another.getByText('Only visible to you').count()).toBe(0);
    await another.close();
    await page.reload();
    await page.getByRole('log').getByText('overall effectiveness: Good').first().waitFor();
    expect(await page.getByText('Only visible to you').count()).toBe(0);
  });

  it('[PP11] loses nothing when the page is loaded again: messages, a half-filled form, a half-written message', async () => {
    const before = await page.getByRole('log').innerText();
    await at.open('/judge evidence');
    await at.fill('What did you find?', 'Not sent yet');
    await page.reload();
    await at.form().waitFor();
    expect(await at.field('What did you find?').inputValue()).toBe('Not sent yet');
    await at.press('Cancel');
    await at.form().waitFor({ state: 'detached' });
    await at.box().fill('Half a sentence');
    await page.reload();
    await at.box().waitFor();
    expect(await at.box().inputValue()).toBe('Half a sentence');
    expect(await page.getByRole('log').innerText()).toBe(before);
    await at.box().fill('');
  });

  it('[PP12] refuses the observer and somebody who is not on the team', async () => {
    await at.be('Hal Wood');
    await at.type('/judge evidence help - Seen by nobody.');
    await says('Only');
    await at.be('Ida North');
    await at.go('everybody');
    await at.type('/judge evidence help - Seen by nobody.');
    await says('No inspection runs in this channel');
    expect(await page.getByRole('navigation').getByText('inspection-team').count()).toBe(0);
  });

  it('[PP13] is signed off by the lead and then by the quality assurance manager', async () => {
    await at.be('Ana Reyes');
    await at.go('inspection-team');
    await at.open('/judge sign-off');
    await at.press('Sign off');
    await formSays('Signed.');
    await at.done();
    await at.be('Gus Vale');
    await at.open('/judge sign-off');
    await at.press('Sign off');
    await formSays('Signed.');
    await at.done();
    await at.pinned().getByText('SIGNED OFF').first().waitFor();
    await at.be('Ana Reyes');
    await at.type('/judge evidence help - Too late.');
    await says('signed off');
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { seriousOn } from './support/axe.ts';
import { smallApp } from './support/small-app.ts';
import { openSmallPage } from './support/small-page.ts';
import { openWindows } from './support/windows.ts';

/* The page before a small app, which asks of it what Fortnight does not, and is slow where a test wants it to be. */

const app = smallApp();
const practice = await openSmallPage(app.listen);
const { window } = await openWindows(practice.url, practice.complaints, [
  /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED/,
]);
const { page, at } = await window({});

beforeEach(() => app.forget());

const pressed = (words: string) => at.newest().getByRole('button', { name: words, exact: true });
const here = async (): Promise<string> =>
  String(await page.evaluate('document.activeElement.id || document.activeElement.innerText'));

describe('A form in the practice page', () => {
  it('[PP24] is filled in with every kind of input, and reaches the app as it was entered', async () => {
    await at.open('/judge kinds');
    await at.form().getByText('Nothing can be entered here in practice.').waitFor();
    await at.fill('Text', 'Two\nlines');
    await at.pick('Grade', 'Requires improvement');
    await at.search('Areas', 'Good');
    await at.choose('Good');
    await at.form().getByRole('checkbox', { name: 'Requires improvement' }).check();
    await at.pick('Lead', 'Chi Lam');
    await at.search('People', 'Dee Marsh');
    await at.search('People', 'Ben Okoro');
    await at.search('Channels', 'everybody');
    await at.fill('First day', '');
    await at.fill('Meet at', '17:30');
    await at.fill('Seen at', '2025-11-10T11:40');
    await at.fill('Number', 'seven');
    await at.fill('E-mail', 'ana');
    await at.fill('Link', 'inspectorate');
    await at.search('Relied on', 'plans');
    await at.press('Save');
    await at.under('Number').waitFor();
    expect(await at.under('Number').innerText()).toContain('takes a number');
    expect(await at.under('E-mail').innerText()).toContain('takes an e-mail address');
    expect(await at.under('Link').innerText()).toContain('takes an address');
    expect(await at.field('Number').inputValue()).toBe('seven');
    expect(app.heard()).toEqual([]);
    await at.fill('Text', 'No');
    await at.fill('Number', '10');
    await at.fill('E-mail', 'ana@practice.example');
    await at.fill('Link', 'https://practice.example/');
    await at.press('Save');
    await at.under('Text').waitFor();
    expect(await at.under('Text').innerText()).toContain('at least 3 characters');
    expect(await at.under('Number').innerText()).toContain('at most 9');
    await at.fill('Text', 'Two\nlines');
    await at.fill('Number', '7');
    await at.press('Save');
    await at.form().waitFor({ state: 'detached' });
    const [sent] = app.heard();
    expect(sent).toMatchObject({
      what: 'kinds',
      values: {
        text: { a: { value: 'Two\nlines' } },
        grade: { a: { selected_option: { value: 'requires-improvement' } } },
        areas: { a: { selected_options: [{ value: 'good' }] } },
        sign: { a: { selected_option: { value: 'good' } } },
        about: { a: { selected_options: [{ value: 'requires-improvement' }] } },
        lead: { a: { selected_user: 'U0003PRACTICE' } },
        people: { a: { selected_users: ['U0004PRACTICE', 'U0002PRACTICE'] } },
        channel: { a: { selected_conversation: 'C0001PRACTICE' } },
        channels: { a: { selected_conversations: ['C0002PRACTICE'] } },
        day: { a: { selected_date: null } },
        time: { a: { selected_time: '17:30' } },
        moment: { a: { selected_date_time: Date.UTC(2025, 10, 10, 11, 40) / 1000 } },
        number: { a: { value: '7' } },
        email: { a: { value: 'ana@practice.example' } },
        address: { a: { value: 'https://practice.example/' } },
        relied: { a: { selected_option: { value: 'found-plans' } } },
      },
    });
  });

  it('[PP22] chooses nothing that was found for something else, and sends nothing that was typed and not chosen', async () => {
    await at.open('/judge kinds');
    const box = at.field('Relied on');
    await box.fill('s');
    await at.form().getByText('Type 2 characters or more to search.').waitFor();
    await box.fill('sl');
    await at.form().getByRole('option', { name: 'What fits sl' }).waitFor();
    const letGo = app.hold();
    await box.fill('slow');
    await box.press('Enter');
    expect(
      await at
        .form()
        .getByRole('button', { name: /^Take out What fits/ })
        .count(),
    ).toBe(0);
    letGo();
    await at.form().getByRole('option', { name: 'What fits slow' }).waitFor();
    await box.press('Escape');
    await at.press('Save');
    await at.under('Relied on').waitFor();
    expect(await at.under('Relied on').innerText()).toContain('“slow” is typed but not chosen');
    await box.press('ArrowDown');
    await at.form().getByRole('option', { name: 'What fits slow' }).waitFor();
    await box.press('Enter');
    await at.form().getByRole('button', { name: 'Take out What fits slow' }).click();
    expect(
      await at
        .form()
        .getByRole('button', { name: /^Take out What fits/ })
        .count(),
    ).toBe(0);
    await at.press('Cancel');
    await at.form().waitFor({ state: 'detached' });
  });

  it('[PP25] stacks, goes back to what was typed beneath, and is cleared as a whole', async () => {
    await at.open('/judge stack');
    await at.fill('Text', 'one');
    await at.press('Save');
    await at.form().getByRole('heading', { name: 'Second' }).waitFor();
    expect(await here()).toBe('field-text');
    await page.keyboard.type('wrong');
    await at.press('Save');
    await at.under('Text').getByText('Not this.').waitFor();
    expect(await at.field('Text').inputValue()).toBe('wrong');
    await at.fill('Text', 'two');
    await at.press('Save');
    await at.form().getByRole('heading', { name: 'Third' }).waitFor();
    await at.press('Back');
    await at.form().getByRole('heading', { name: 'Second' }).waitFor();
    expect(await at.field('Text').inputValue()).toBe('two');
    await at.fill('Text', 'clear');
    await at.press('Save');
    await at.form().waitFor({ state: 'detached' });
    expect(app.what()).toEqual(['stack-First', 'stack-Second', 'stack-Second', 'stack-Second']);
    await page.keyboard.type('back in the box');
    expect(await at.box().inputValue()).toBe('back in the box');
    await at.box().fill('');
  });

  it('[PP26] is sent once the app knows of what was chosen before, and with what it then asks', async () => {
    await at.open('/judge choosing');
    await at.fill('Text', 'first');
    const letGo = app.hold();
    await at.pick('Judgement area', 'Good');
    await at.field('Text').press('Enter');
    await at.form().getByRole('button', { name: 'Sending…' }).waitFor();
    await at.fill('Text', 'typed meanwhile');
    letGo();
    await at.under('Why?').waitFor();
    expect(await here()).toBe('field-why');
    await page.keyboard.type('Because');
    await page.keyboard.press('Enter');
    await at.form().getByText('Saved: typed meanwhile').waitFor();
    expect(app.what()).toEqual(['area', 'choosing']);
    expect(await here()).toBe('Record another');
    await at.done();
  });
});

describe('A press in the practice page', () => {
  it('[PP27] is one act: a double click, Enter held down, a press while the first is on its way', async () => {
    await at.open('/judge choosing');
    await at.pick('Judgement area', 'Good');
    await at.fill('Text', 'once');
    await at.fill('Why?', 'Because');
    await at.form().getByRole('button', { name: 'Save' }).dblclick();
    await at.form().getByText('Saved: once').waitFor();
    await page.keyboard.down('Enter');
    await page.keyboard.down('Enter');
    await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await expect.poll(() => app.what()).toEqual(['area', 'choosing', 'another']);
    await at.done();
    app.forget();

    await at.type('/judge ask');
    await pressed('Count').waitFor();
    const letGo = app.hold();
    await pressed('Count').click();
    await pressed('Count').click({ force: true });
    await pressed('Count').dblclick({ force: true });
    letGo();
    await at.box().fill('/judge once more');
    await page.keyboard.down('Enter');
    await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await at.newest().getByText('You said: once more').waitFor();
    expect(app.what()).toEqual(['count']);
    expect(await page.getByText('You said: once more').count()).toBe(1);
  });

  it('[PP28] is asked about first where the app wants that, and not made where somebody thinks better of it', async () => {
    await at.type('/judge ask');
    await pressed('Post it').click();
    await at.form().getByText('Everybody reads it.').waitFor();
    expect(await here()).toBe('Not yet');
    await page.keyboard.press('Enter');
    await at.form().waitFor({ state: 'detached' });
    expect(await here()).toBe('Post it');
    await at.newest().getByRole('combobox', { name: 'Grade' }).selectOption('Requires improvement');
    await at.press('Not yet');
    await at.form().waitFor({ state: 'detached' });
    await pressed('Post it').click();
    await at.press('Post');
    await at.newest().getByRole('combobox', { name: 'Grade' }).selectOption('Requires improvement');
    await at.press('Post');
    await expect
      .poll(() => at.newest().getByRole('combobox', { name: 'Grade' }).inputValue())
      .toBe('requires-improvement');
    await at.newest().getByRole('combobox', { name: 'More' }).selectOption('Good');
    await expect.poll(() => app.what()).toEqual(['post', 'pick', 'rest']);
  });

  it('[PP28] within a form says under the field what keeps it from being made', async () => {
    await at.open('/judge choosing');
    await at.fill('Text', 'x'.repeat(3001));
    await at.press('More');
    await at.under('Text').getByText('at most 3000 characters').waitFor();
    await at.fill('Text', 'short enough');
    await at.press('More');
    await expect.poll(() => app.what()).toEqual(['more']);
    await at.press('Cancel');
    await at.form().waitFor({ state: 'detached' });
  });
});

describe('A day or a time in the practice page', () => {
  const written = async (label: string, typed: string): Promise<string> => {
    await at.fill(label, typed);
    await at.field(label).blur();
    return at.field(label).inputValue();
  };

  it('[PP38] is shown as people here write it, and taken as they type it, or out of a calendar', async () => {
    await at.open('/judge kinds');
    expect(await at.field('First day').inputValue()).toBe('10 Nov 2025');
    for (const typed of ['2025-11-12', '12/11/2025', '12 november 2025', 'Wed 12 Nov 2025'])
      expect(await written('First day', typed)).toBe('12 Nov 2025');
    expect(await written('Meet at', '9.05')).toBe('09:05');
    expect(await written('Seen at', '10 Nov 2025, 17:36')).toBe('10 Nov 2025, 17:36');
    await at.form().locator('[data-block=day] input[type=date]').fill('2025-12-01');
    expect(await at.field('First day').inputValue()).toBe('1 Dec 2025');
    expect(await written('First day', '31 Nov 2025')).toBe('31 Nov 2025');
    await at.press('Cancel');
    await at.form().waitFor({ state: 'detached' });
  });
});

describe('A channel in the practice page', () => {
  it('[PP34] shows a thread beside it, with its replies in order and what can be pressed in them, also once loaded again', async () => {
    await at.type('/judge thread');
    await at.newest().getByRole('button', { name: '2 replies' }).focus();
    await page.keyboard.press('Enter');
    const thread = page.getByRole('region', { name: 'Thread' });
    expect(await thread.getByRole('article').allInnerTexts()).toEqual([
      expect.stringContaining('The headline'),
      expect.stringContaining('The first reply'),
      expect.stringContaining('Count'),
    ]);
    expect(await page.getByRole('log').getByText('The first reply').count()).toBe(0);
    expect(await seriousOn(page)).toEqual([]);
    await page.reload();
    await thread.getByRole('button', { name: 'Count' }).click();
    await expect.poll(() => app.what()).toEqual(['in-thread']);
    await thread.getByRole('button', { name: 'Close the thread' }).click();
    await thread.waitFor({ state: 'detached' });
  });

  it('[PP5] has the keyboard in its box from the start, and wherever somebody types outside a form', async () => {
    await page.reload();
    await at.box().waitFor();
    expect(await page.evaluate('document.activeElement.dataset.messageBox')).toBeDefined();
    await page.keyboard.type('H');
    await page.getByRole('log').click();
    await page.keyboard.type('ere');
    expect(await at.box().inputValue()).toBe('Here');
    await at.box().fill('');
    await at.go('everybody');
    await page.locator('[data-message-box]:focus').waitFor();
    await at.go('inspection-team');
  });
});

describe('The practice page, open for long', () => {
  const log = page.getByRole('log');
  const scrolledTo = async (): Promise<number> => Number(await log.evaluate((it) => it.scrollTop));

  const readFurtherUp = () =>
    log.evaluate(
      (it) =>
        new Promise<void>((done) => {
          it.addEventListener('scroll', () => done(), { once: true });
          it.scrollTo(0, 100);
        }),
    );

  it('[PP29] leaves whoever reads further up where they are, says that there is news, and goes to one’s own answer', async () => {
    const ben = practice.slack.person('U0002PRACTICE');
    for (let count = 1; count <= 30; count += 1) await ben.say('C0001PRACTICE', `Line ${count}`);
    await log.getByText('Line 30').waitFor();
    await readFurtherUp();
    await ben.say('C0001PRACTICE', 'Line 31');
    await page.getByRole('button', { name: 'New messages below' }).waitFor();
    expect(await scrolledTo()).toBe(100);
    await page.getByRole('button', { name: 'New messages below' }).click();
    await expect.poll(() => page.getByRole('button', { name: 'New messages below' }).count()).toBe(0);
    expect(await scrolledTo()).toBeGreaterThan(100);
    await readFurtherUp();
    await at.type('/judge where am I');
    await at.newest().getByText('You said: where am I').waitFor();
    await expect.poll(scrolledTo).toBeGreaterThan(100);
    await ben.say('C0001PRACTICE', Array.from({ length: 60 }, (_, line) => `Line ${line} of many`).join('\n'));
    await at.newest().getByText('of many').waitFor();
    const [top, begins] = await Promise.all([log.boundingBox(), at.newest().boundingBox()]);
    expect(begins?.y).toBeGreaterThanOrEqual(top?.y ?? Number.POSITIVE_INFINITY);
    await ben.say('C0001PRACTICE', 'After many');
    await page.getByText('After many').waitFor();
    expect(await page.getByRole('button', { name: 'New messages below' }).count()).toBe(0);
  });

  it('[PP17] shows two windows two people at the same time, each with their own draft and their own answers', async () => {
    const { page: other, at: there } = await window({});
    await there.be('Chi Lam');
    await at.box().fill('Ana writes');
    await there.box().fill('Chi writes');
    await at.be('Ben Okoro');
    expect(await at.box().inputValue()).toBe('');
    await at.be('Ana Reyes');
    expect(await at.box().inputValue()).toBe('Ana writes');
    await Promise.all([at.type('/judge of Ana'), there.type('/judge of Chi')]);
    await at.newest().getByText('You said: of Ana').waitFor();
    await there.newest().getByText('You said: of Chi').waitFor();
    expect(await page.getByText('You said: of Chi').count()).toBe(0);
    await there.type('Good morning, everybody.');
    await log.getByText('Good morning, everybody.').waitFor();

    // A tab that nobody looks at is told nothing, and knows everything once somebody does.
    const look = (hidden: boolean) =>
      other.evaluate(
        `Object.defineProperty(document, 'hidden', { value: ${hidden}, configurable: true });
         document.dispatchEvent(new Event('visibilitychange'))`,
      );
    await look(true);
    await at.type('Written while nobody looked.');
    await log.getByText('Written while nobody looked.').waitFor();
    expect(await other.getByText('Written while nobody looked.').count()).toBe(0);
    await look(false);
    await other.getByText('Written while nobody looked.').waitFor();
    await other.close();
  });

  it('[PP11] loses nothing when it is loaded again while something is on its way', async () => {
    await at.open('/judge choosing');
    await at.pick('Judgement area', 'Good');
    await at.fill('Why?', 'Because');
    await at.fill('Text', 'sent and loaded again');
    const letGo = app.hold();
    await at.press('Save');
    await at.form().getByRole('button', { name: 'Sending…' }).waitFor();
    await page.reload();
    await at.form().waitFor();
    expect(await at.field('Text').inputValue()).toBe('sent and loaded again');
    await at.press('Save');
    letGo();
    await at.form().getByText('Saved: sent and loaded again').waitFor();
    expect(app.what()).toEqual(['area', 'choosing']);
    await at.done();

    const letGoOnceMore = app.hold();
    await at.type('/judge first');
    await at.type('/judge second');
    await page.reload();
    await at.box().waitFor();
    expect(await at.box().inputValue()).toBe('/judge second');
    letGoOnceMore();
    await at.newest().getByText('You said: first').waitFor();
    await at.box().fill('');
  });

  it('[PP3] says that practice does not answer, and goes on by itself once it does', async () => {
    await at.open('/judge choosing');
    await at.fill('Text', 'typed before');
    await practice.stop();
    await at.form().getByText('Practice does not answer. Is npm start still running?').waitFor();
    await at.press('Save');
    await practice.startAgain();
    await expect.poll(() => at.form().getByText('Practice does not answer').count()).toBe(0);
    expect(await at.field('Text').inputValue()).toBe('typed before');
    await at.pick('Judgement area', 'Good');
    await at.fill('Why?', 'Because');
    await at.press('Save');
    await at.form().getByText('Saved: typed before').waitFor();
    await at.done();
    await practice.slack.person('U0002PRACTICE').say('C0001PRACTICE', 'Said afterwards.');
    await log.getByText('Said afterwards.').waitFor();
  });

  it('[PP17] goes back to whoever one was before, and out of the page', async () => {
    const { page: fresh, at: there } = await window({});
    await there.box().waitFor();
    await there.be('Chi Lam');
    await fresh.goBack();
    await fresh.locator('[data-seen-by="U0001PRACTICE"]').waitFor();
    await fresh.goBack();
    expect(fresh.url()).toBe('about:blank');
    await fresh.close();
  });
});

import { describe, expect, it } from 'vitest';
import { fillIn, grade, judge, page, record, told, wordsOf } from '../../support/acts.ts';
import { type Fortnight, northmoor, openNorthmoor } from '../../support/fortnight.ts';
import type { Who } from '../../support/people.ts';

const long = `It begins here. ${'Nobody had spoken with the child before the meeting. '.repeat(54)}It ends here.`;
const top = (fortnight: Fortnight, who: Who): string => wordsOf(fortnight.as(who).view()?.blocks ?? []);
const depth = (fortnight: Fortnight, who: Who): number => fortnight.as(who).views().length;

/** Presses what is beside an item in the modal on top. */
const press = (fortnight: Fortnight, who: Who, what: string) => fortnight.as(who).press('view', what);

const several = async (fortnight: Fortnight, count: number): Promise<void> => {
  for (let number = 1; number <= count; number += 1)
    await record(
      fortnight,
      'inspector',
      `help ${number % 3 ? '-' : '+'} C-0${number % 2}1 Seen for the ${number}th time.`,
    );
};

describe('an item by its number', () => {
  it('[RE1] opens whole on a page for everybody who may read, with what each may do', async () => {
    const fortnight = await openNorthmoor();
    expect(long.length).toBeGreaterThan(2800);
    const item = await record(fortnight, 'inspector', `help - C-017 child: ${long}`);
    const read = page(await judge(fortnight, 'qualityAssurance', item));
    expect(read.replaceAll('\n', '')).toContain(long);
    expect(read).toMatch(/E-001 · Help and protection · concern · case C-017 · .*Chi Lam/);
    expect(read).toContain('Confirm');
    expect(read).not.toMatch(/Correct|Withdraw/);
    expect(page(await judge(fortnight, 'observer', 'e1'))).not.toMatch(/Confirm|Correct|Withdraw/);
    const own = page(await judge(fortnight, 'inspector', 'E-001'));
    expect(own).toMatch(/Correct[\s\S]*Withdraw/);
    expect(own).not.toContain('Confirm');
    await press(fortnight, 'inspector', 'Correct');
    expect(top(fortnight, 'inspector')).toContain('What did you find?');
  });

  it('[RE2] shows its earlier wordings, who looked at it and what rests on it', async () => {
    const fortnight = await openNorthmoor();
    await record(fortnight, 'inspector', 'help - C-017 The plan has no dates');
    await fillIn(fortnight, 'secondInspector', 'confirm E-001', {
      'What do you see?': 'something-else',
      'What did you look at, and what did you see?': 'The second plan has some.',
    });
    await fillIn(fortnight, 'lead', 'edit E-001', {
      'What did you find?': 'The first plan has no dates',
      'It is': 'context',
    });
    await grade(fortnight, 'help', 'good');
    await record(fortnight, 'secondInspector', 'help + As in E-001, seen again');
    const read = page(await judge(fortnight, 'observer', 'E-001'));
    expect(read).toContain('The first plan has no dates');
    expect(read).toMatch(/Dee Marsh sees something else, .*:\nThe second plan has some\./);
    expect(read).toMatch(/Until today 09:00, when Ana Reyes corrected it:\n.*concern.*\nThe plan has no dates/);
    expect(read).toMatch(/J-001 · judgement · Help and protection: Good/);
    expect(read).toContain('As in E-001, seen again');
    await press(fortnight, 'observer', `judge:in ${northmoor} J-001`);
    expect(top(fortnight, 'observer')).toContain('It rests on E-001.');
  });

  it('[RE1] says so where it was withdrawn or is not there', async () => {
    const fortnight = await openNorthmoor();
    await record(fortnight, 'inspector', 'help - C-017 The plan has no dates');
    await fillIn(fortnight, 'inspector', 'withdraw E-001', { 'Why is it withdrawn?': 'Seen twice' });
    const gone = page(await judge(fortnight, 'observer', 'E-001'));
    expect(gone).toContain('Withdrawn: Seen twice');
    expect(gone).not.toMatch(/Correct|Confirm/);
    expect(told(await judge(fortnight, 'observer', 'E-002'))).toContain('There is no E-002 here');
  });
});

describe('all evidence of an area', () => {
  it('[RE3] is shown whole, ten a page, newest first, by sign, case, source and person', async () => {
    const fortnight = await openNorthmoor();
    await several(fortnight, 12);
    const first = page(await judge(fortnight, 'observer', 'find Help and protection'));
    expect(first).toContain('Help and protection · 12 items, newest first');
    expect(first.match(/Seen for the \d+th time/g)?.[0]).toBe('Seen for the 12th time');
    expect(first.match(/Seen for the/g)).toHaveLength(10);
    await press(fortnight, 'observer', 'More');
    expect(top(fortnight, 'observer').match(/Seen for the/g)).toHaveLength(2);
    expect(depth(fortnight, 'observer')).toBe(1);
    const chosen = page(await judge(fortnight, 'observer', 'find help concerns c-2'));
    expect(chosen).toContain('Help and protection · Concern · C-002 · nothing recorded');
    const some = page(await judge(fortnight, 'observer', 'find help concern C-011'));
    expect(some).toContain('Help and protection · Concern · C-011 · 4 items, newest first');
    const author = page(await judge(fortnight, 'observer', 'find all by:UCHI'));
    expect(author).toContain('All areas · Chi Lam · 12 items');
    expect(told(await judge(fortnight, 'observer', 'find help Seen'))).toContain('12 items found');
  });
});

describe('the grade form', () => {
  const open = async () => {
    const fortnight = await openNorthmoor();
    await several(fortnight, 12);
    await record(fortnight, 'inspector', `help ! C-017 child: ${long}`);
    await judge(fortnight, 'lead', 'grade help');
    return fortnight;
  };

  it('[J6] says in few words of its own how much there is, and cuts nothing without saying so', async () => {
    const fortnight = await open();
    const words = top(fortnight, 'lead');
    expect(words).toMatch(/E-013 Priority concern: It begins here\. .*… \(goes on\)/);
    const blocks = fortnight.as('lead').view()?.blocks ?? [];
    const [, ...above] = blocks.slice(
      0,
      blocks.findIndex(({ block_id: field }) => field === 'grade'),
    );
    const own = wordsOf(above.filter(({ type }) => type !== 'actions'))
      .split('\n')
      .filter((line) => !/^E-\d|^Read$/.test(line));
    expect(own.join(' ').split(/\s+/).length, own.join(' ')).toBeLessThanOrEqual(45);
  });

  it('[RE4] keeps what was typed while the area’s evidence and what good looks like are read on pages above it', async () => {
    const fortnight = await open();
    const lead = fortnight.as('lead');
    const typed = { Grade: 'inadequate', 'Why this grade?': 'Half written, and not to be lost' };
    await lead.fill(typed);
    await press(fortnight, 'lead', 'Read all 13');
    expect(depth(fortnight, 'lead')).toBe(2);
    expect(top(fortnight, 'lead').replaceAll('\n', '')).toContain(long);
    await lead.choose('view', 'judge:Any sign', 'Strength 4');
    expect(depth(fortnight, 'lead')).toBe(2);
    expect(top(fortnight, 'lead')).toContain('Help and protection · Strength · 4 items');
    await lead.closeView();
    await press(fortnight, 'lead', 'What good looks like here');
    expect(top(fortnight, 'lead')).toContain('What makes it inadequate');
    await lead.closeView();
    expect(lead.typed()).toMatchObject({ grade: 'inadequate', narrative: 'Half written, and not to be lost' });
  });

  it('[RE5] lays three on each other at most: from the third on pages take each other’s place, with a way back', async () => {
    const fortnight = await open();
    const lead = fortnight.as('lead');
    await lead.fill({ 'Why this grade?': 'Half written, and not to be lost' });
    await record(fortnight, 'secondInspector', 'help + As in E-013, and in E-012');
    await press(fortnight, 'lead', 'Read all 13');
    await lead.choose('view', `judge:in ${northmoor} E-013`, 'Read');
    expect(depth(fortnight, 'lead')).toBe(3);
    await lead.choose('view', `judge:in ${northmoor} E-014`, 'Read');
    expect(depth(fortnight, 'lead')).toBe(3);
    expect(top(fortnight, 'lead')).toContain('As in E-013, and in E-012');
    await press(fortnight, 'lead', 'Back');
    expect(top(fortnight, 'lead').replaceAll('\n', '')).toContain(long);
    expect(top(fortnight, 'lead')).not.toContain('Back');
    await press(fortnight, 'lead', 'Correct');
    expect(lead.typed()).toMatchObject({ text: expect.stringContaining('It begins here.') });
    await lead.submit({ 'It is': 'concern' });
    for (const _ of [1, 2]) await lead.closeView();
    expect(lead.typed()).toMatchObject({ narrative: 'Half written, and not to be lost' });
  });
});

describe('an item from wherever it is named', () => {
  it('[RE6] is read whole within two presses from progress, find, its case, the board and the grade form', async () => {
    const fortnight = await openNorthmoor();
    await several(fortnight, 3);
    await record(fortnight, 'inspector', `help - C-017 child: ${long}`);
    await fillIn(fortnight, 'inspector', 'case C-017', { 'How is it read?': 'tracked', Cohort: 'in-care' });
    const asker = fortnight.as('observer');
    const whole = (): boolean => top(fortnight, 'observer').replaceAll('\n', '').includes(long);
    const answerTo = async (words: string) => {
      const { said } = await judge(fortnight, 'observer', words);
      if (!said) throw new Error(`Nothing was said to ${words}`);
      return said;
    };
    const read = `judge:in ${northmoor} E-004`;
    await asker.press(await answerTo('progress'), 'Read all 4');
    expect(whole()).toBe(true);
    await asker.closeView();
    await asker.press(await answerTo('find begins'), read);
    expect(whole()).toBe(true);
    await asker.closeView();
    await asker.press(await answerTo('case C-017'), read);
    expect(whole()).toBe(true);
    await asker.closeView();
    const [board] = fortnight.slack.channel('CTEAM').messages();
    if (board) await asker.choose(board, 'judge:Read evidence', 'Help and protection');
    expect(whole()).toBe(true);
    await asker.closeView();
    await judge(fortnight, 'lead', 'grade help');
    await fortnight.as('lead').press('view', 'judge:E-004');
    expect(top(fortnight, 'lead').replaceAll('\n', '')).toContain(long);
  });

  it('[RE3] is listed whole with everything else of 3,000 characters, in any script', async () => {
    const fortnight = await openNorthmoor();
    const arabic = `لم يتحدث أحد مع الطفل ${'قبل الاجتماع '.repeat(220)}انتهى`;
    for (let number = 1; number <= 10; number += 1)
      await record(fortnight, 'inspector', `help - C-00${number % 9} ${number === 5 ? arabic : long}`);
    const read = page(await judge(fortnight, 'observer', 'find help')).replaceAll('\n', '');
    expect(read.split(long)).toHaveLength(10);
    expect(read).toContain(arabic);
  });
});

describe('putting an item right', () => {
  it('[RE7] begins with its words and keeps what its form does not show', async () => {
    const fortnight = await openNorthmoor();
    await judge(fortnight, 'inspector', 'evidence');
    const inspector = fortnight.as('inspector');
    await inspector.press('view', 'More');
    await inspector.submit({
      'Judgement area': ['help-and-protection'],
      'What did you find?': 'Visits were late',
      'It is': 'concern',
      Source: 'observation',
      Case: 'C-9',
      Site: 'East office',
      Criteria: ['HP3'],
    });
    await judge(fortnight, 'inspector', 'edit E-001');
    const fields = (inspector.view()?.blocks ?? []).flatMap(({ type, block_id: field }) =>
      type === 'input' ? [field] : [],
    );
    expect(fields).toEqual(['text', 'areas', 'sign']);
    await inspector.submit({ 'What did you find?': 'Two visits were late', 'Judgement area': ['leadership'] });
    const read = page(await judge(fortnight, 'observer', 'E-001'));
    expect(read).toMatch(/Two visits were late[\s\S]*East office\n/);
    expect(read).toMatch(/Until [\s\S]*Visits were late\nEast office · HP3/);
    await judge(fortnight, 'inspector', 'edit E-001');
    await inspector.press('view', 'More');
    expect(inspector.typed()).toMatchObject({
      case: 'C-009',
      site: 'East office',
      source: 'observation',
      criteria: [],
    });
  });
});

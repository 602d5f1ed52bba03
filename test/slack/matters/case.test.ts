import { describe, expect, it } from 'vitest';
import { fillIn, judge, page, record, told, underFields } from '../../support/acts.ts';
import { openNorthmoor } from '../../support/fortnight.ts';
import { keepMany } from '../../support/keep-many.ts';
import { people } from '../../support/people.ts';
import { registerCase } from '../../support/sent.ts';
import { everythingSaid, notInText } from '../../support/shown.ts';

describe('cases in Slack', () => {
  it('[LE10] [LE11] are registered by a form or in one line, which gives the reference, and changed and taken off', async () => {
    const fortnight = await openNorthmoor();
    expect(told(await judge(fortnight, 'inspector', 'case'))).toContain('No case is registered yet');
    const saved = await fillIn(fortnight, 'inspector', 'case new', {
      'How is it read?': 'tracked',
      Cohort: 'in-care',
      Site: 'East office',
    });
    expect(page(saved)).toContain('Saved C-001');
    expect(page(saved)).toContain('tracked in depth · in care · East office · Chi Lam · nothing recorded yet');
    expect(told(await judge(fortnight, 'analyst', 'case sampled missing West office'))).toContain('Saved C-002');
    await record(fortnight, 'inspector', 'help - C-1 The plan is two years old.');
    await record(fortnight, 'inspector', 'leaders - C-1 No manager saw the plan.');
    await record(fortnight, 'inspector', 'help - C-17 Seen once.');
    const shown = told(await judge(fortnight, 'observer', 'case c-1'));
    expect(shown).toContain('2 items: Help and protection 1, Leadership 1.');
    const all = await judge(fortnight, 'inspector', 'case');
    expect(told(all)).toContain('Cases: 2 registered (1 tracked, 1 sampled).');
    expect(told(all)).toContain('Named in evidence and not registered: C-017.');
    const [list] = all.shown;
    if (!list) throw new Error('There is no list');
    await fortnight.as('inspector').press(list, 'Register C-017');
    expect(page(await fortnight.as('inspector').submit({ 'How is it read?': 'audited', Cohort: 'in-need' }))).toContain(
      'Saved C-017',
    );
    const removed = await fillIn(fortnight, 'lead', 'case C-2 remove', { 'Why is it taken off?': 'Moved away' });
    expect(page(removed)).toContain('taken off: Moved away');
    expect(told(await judge(fortnight, 'observer', 'find east office'))).toContain('C-001');
    expect(told(await judge(fortnight, 'observer', 'case new'))).toContain('may register cases');
    expect(told(await judge(fortnight, 'observer', 'case'))).toContain('Cases: 2 registered (1 tracked, 1 audited)');
  });

  it('[LE13] [HM10] are held against targets that the leads set, in the list and in the daily summary', async () => {
    const fortnight = await openNorthmoor();
    expect(told(await judge(fortnight, 'inspector', 'settings'))).toContain(
      'Thin evidence: fewer than 5 items or 3 cases',
    );
    const wrong = await fillIn(fortnight, 'lead', 'settings', { 'Cases to read, by area': 'Housing: 4' });
    expect(underFields(wrong)).toContain('"Housing: 4" is not understood');
    const saved = await fortnight.as('lead').submit({
      'Cases to read, by area': 'Help and protection: 20\nCare leavers: 6',
      'Cases to read, by cohort': 'In care: 12 of 412',
    });
    expect(page(saved)).toContain('Saved. ');
    expect(told(await judge(fortnight, 'lead', 'settings show'))).toContain(
      'Help and protection 20, Care leavers 6, in care 12 of 412',
    );
    await judge(fortnight, 'inspector', 'case tracked in-care');
    await record(fortnight, 'inspector', 'help - C-1 The plan is two years old.');
    const all = told(await judge(fortnight, 'inspector', 'case'));
    expect(all).toContain('Help and protection: 1 of 20 cases planned');
    expect(all).toContain('In care: 1 registered, 1 read, 12 planned, 412 children in it');
    expect(told(await judge(fortnight, 'lead', 'today'))).toContain('1 of 20 cases); ');
  });

  it('[LE6] [M8] stay within a message when there are five hundred', async () => {
    const fortnight = await openNorthmoor();
    const site = `East office & the old school ${'near the river '.repeat(20)}`;
    await keepMany(fortnight, 500, () => registerCase({ site, reader: people.lead }));
    for (const words of ['case', 'case mine', 'case in-care', 'case C-499', 'today', 'find east', '', 'mine'])
      await judge(fortnight, 'lead', words);
    expect(told(await judge(fortnight, 'lead', 'case'))).toContain('The next 10 of 500');
    for (const said of everythingSaid(fortnight.slack)) expect(notInText(said)).toEqual([]);
  });
});

describe('settings of one’s own', () => {
  it('[HM15] [HM16] end the daily summary and reminders for whoever asks, and nobody else', async () => {
    const fortnight = await openNorthmoor();
    const saved = await fillIn(fortnight, 'deputy', 'settings mine', { 'Daily summary': 'off', Reminders: 'off' });
    expect(page(saved)).toContain('You get no more daily summaries.');
    expect(page(saved)).toContain('You are reminded no more.');
    await judge(fortnight, 'deputy', 'settings mine');
    expect(fortnight.as('deputy').typed()).toMatchObject({ dailySummary: 'off', reminders: 'off' });
    await judge(fortnight, 'inspector', 'settings mine');
    expect(fortnight.as('inspector').typed()).toEqual({ reminders: 'on' });
    expect(underFields(await fortnight.as('inspector').submit({}))).toContain('Nothing was changed');
  });
});

import { describe, expect, it } from 'vitest';
import { fillIn, judge, openReadyToSign, page, record, signOff, wordsOf } from '../../support/acts.ts';
import { type Fortnight, northmoor, openNorthmoor } from '../../support/fortnight.ts';
import { people, type Who } from '../../support/people.ts';

/** Opens a person's Home and gives its words. */
const homeOf = async (fortnight: Fortnight, who: Who): Promise<string> =>
  wordsOf((await fortnight.as(who).openHome())?.blocks ?? []);

describe('the Home of somebody on a team', () => {
  it('[HM30] shows their inspections, their role and the buttons for what they may do most', async () => {
    const fortnight = await openNorthmoor();
    const inspector = await homeOf(fortnight, 'inspector');
    expect(inspector).toContain('Northmoor · Single inspection framework');
    expect(inspector).toMatch(/PROVISIONAL.*\n? · Day 1.* · you are inspector/);
    expect(inspector).toMatch(/Record evidence\nGive a judgement\nProgress\nSummary/);
    const observer = await homeOf(fortnight, 'observer');
    expect(observer).toContain('you are observer');
    expect(observer).not.toContain('Record evidence');
    expect(observer).not.toContain('Give a judgement');
  });

  it('[HM31] counts what was recorded today, and lists the last five of their own, each with its acts', async () => {
    const fortnight = await openNorthmoor();
    for (let number = 1; number <= 6; number += 1) await record(fortnight, 'inspector', `help Seen ${number} times`);
    await record(fortnight, 'secondInspector', 'help Of somebody else');
    const words = await homeOf(fortnight, 'inspector');
    expect(words).toContain('today: 7 items recorded, 6 of them yours');
    expect([...words.matchAll(/^(E-\d+) [^\n]*\nRead\nCorrect\nWithdraw$/gm)].map(([, item]) => item)).toEqual([
      'E-006',
      'E-005',
      'E-004',
      'E-003',
      'E-002',
    ]);
    await fortnight.as('inspector').choose('home', `judge:in ${northmoor} E-004`, 'Correct');
    expect(fortnight.as('inspector').typed()).toMatchObject({ text: 'Seen 4 times' });
    await fortnight.as('inspector').closeView();
    expect(words).not.toContain('Of somebody else');
    await fortnight.strike('2013-11-20T09:00:00.000Z');
    expect(await homeOf(fortnight, 'inspector')).toContain('today: 0 items recorded');
  });

  it('[HM31] does not show what they recorded for lead, deputy and quality assurance manager only', async () => {
    const fortnight = await openNorthmoor();
    const before = await homeOf(fortnight, 'inspector');
    const kept = await fortnight.inspections().recordRestricted(
      northmoor,
      {
        type: 'RecordRestrictedEvidence',
        item: 'W-7K2Q',
        areas: ['leadership'],
        text: 'Told in confidence',
        sign: 'concern',
        source: 'whistleblower',
        observedAt: '2013-11-19T08:00:00.000Z',
        criteria: [],
      },
      { person: { team: 'TFORT', user: 'UCHI' }, at: '2013-11-19T09:00:00.000Z', request: 'told' },
    );
    expect(kept).toHaveProperty('entry');
    expect(await homeOf(fortnight, 'inspector')).toBe(before);
  });

  it('[HM32] puts a child at risk before all that is due', async () => {
    const fortnight = await openNorthmoor();
    await judge(fortnight, 'lead', 'request supervision policy');
    await judge(fortnight, 'inspector', 'concern C-17 Left alone at night');
    await fortnight.strike('2013-11-25T09:00:00.000Z');
    expect(await homeOf(fortnight, 'lead')).toMatch(
      /Child at risk K-001, to be referred back\nRead\nRequest Q-001 .* overdue since/,
    );
  });

  it('[HM32] says what waits for them, and does it by a button', async () => {
    const fortnight = await openNorthmoor();
    expect(await homeOf(fortnight, 'lead')).toMatch(/Waiting for you: \n?nothing\./);
    await record(fortnight, 'inspector', 'help + Thresholds are understood');
    await fillIn(fortnight, 'inspector', 'grade help', { Grade: 'good', 'Why this grade?': 'Children are seen.' });
    expect(await homeOf(fortnight, 'inspector')).not.toContain('proposes');
    const words = await homeOf(fortnight, 'lead');
    expect(words).toContain('Waiting for you: 1 thing');
    expect(words).toContain('Chi Lam proposes good for Help and protection');
    await fortnight.as('lead').press('home', 'Decide');
    expect(fortnight.as('lead').typed()).toMatchObject({ grade: 'good', narrative: 'Children are seen.' });
  });

  it('[HM33] is drawn again after what they do, so that it never shows what was', async () => {
    const fortnight = await openNorthmoor();
    const inspector = fortnight.as('inspector');
    await inspector.openHome();
    await inspector.press('home', 'Record evidence');
    const { view } = await inspector.submit({
      'Judgement area': ['help-and-protection'],
      'What did you find?': 'Visits are regular.',
      'It is': 'strength',
    });
    expect(page({ view })).toContain('Saved E-001');
    expect(wordsOf(inspector.home()?.blocks ?? [])).toContain('today: 1 item recorded, 1 of them yours');
  });

  it('[HM34] opens what a button answers as a page, since a Home belongs to no channel', async () => {
    const fortnight = await openNorthmoor();
    const lead = fortnight.as('lead');
    await lead.openHome();
    const { view } = await lead.press('home', 'Progress');
    expect(page({ view })).toContain('Help and protection');
    const settings = await lead.press('home', 'My settings');
    expect(settings.view?.title?.text).toBe('My settings');
  });
});

describe('the Home of others', () => {
  it('[HM35] tells somebody on no team how to begin, and nothing of any inspection', async () => {
    const fortnight = await openNorthmoor();
    const words = await homeOf(fortnight, 'outsider');
    expect(words).toContain('You are on the team of no running inspection.');
    expect(words).toContain('/judge start');
    expect(words).not.toContain('Northmoor');
  });

  it('[HM36] keeps an inspection that is signed off in reach of its team, also after a restart', async () => {
    const fortnight = await openReadyToSign();
    await signOff(fortnight);
    for (const again of [false, true]) {
      if (again) await fortnight.restart();
      if (again) await fortnight.inspections().open();
      const words = await homeOf(fortnight, 'inspector');
      expect(words).toContain('Northmoor · over since Tuesday 19 November 2013');
      const { view } = await fortnight.as('inspector').press('home', 'Summary of Northmoor');
      expect(page({ view })).toContain('Good');
      expect(await homeOf(fortnight, 'outsider')).not.toContain('Northmoor');
    }
  });

  it('[HM30] shows several inspections, each with its own buttons', async () => {
    const fortnight = await openNorthmoor();
    const lead = fortnight.as('lead');
    await lead.command('COTHER', 'start');
    await lead.submit({
      'Local authority': 'Southport',
      Framework: 'sif-2013',
      'First day on site': '2013-11-20',
      'Lead inspector': people.lead,
      'Daily summary at': '17:30',
    });
    await lead.closeView();
    const words = await homeOf(fortnight, 'lead');
    expect(words).toMatch(/Northmoor · Single[\s\S]*Southport · Single[\s\S]*Before the first day on site/);
    const rows = (lead.home()?.blocks ?? []).filter(({ type }) => type === 'actions').map((row) => JSON.stringify(row));
    const about = rows.map((row) => [...new Set([...row.matchAll(/"value":"in (\S+) /g)].map(([, id]) => id))]);
    expect(about.every((ids) => ids.length === 1)).toBe(true);
    expect([...new Set(about.flat())]).toEqual([northmoor, 'southport-2013-11-20']);
  });
});

import { describe, expect, it } from 'vitest';
import { allGood, fillIn, grade, gradeAll, judge, record, storedOf, told } from '../../support/acts.ts';
import { clockAt, sentTo, startOn } from '../../support/daily.ts';
import { type Fortnight, northmoor, openFortnight } from '../../support/fortnight.ts';

const item = (fortnight: Fortnight, values: Record<string, string | string[]>) =>
  fillIn(fortnight, 'inspector', 'evidence', {
    'Judgement area': ['help-and-protection'],
    'What did you find?': 'Decisions to hold strategy discussions were late.',
    'It is': 'concern',
    ...values,
  });

const opened = async (): Promise<Fortnight> => {
  const fortnight = await openFortnight();
  await startOn(fortnight, '2013-11-19');
  return fortnight;
};

describe('what a daily summary says', () => {
  it('[Y10] says what was recorded since the one before, where little is known, and how all stands', async () => {
    const fortnight = await opened();
    await record(fortnight, 'inspector', 'help - C-007 Late in two cases');
    await record(fortnight, 'inspector', 'adoption + Matched in time');
    await clockAt(fortnight, '2013-11-19 17:30');
    expect(sentTo(fortnight, 'lead')[0]?.words).toContain(
      'Today: 2 items: help and protection 1, and adoption 1 · 1 case\n',
    );
    await clockAt(fortnight, '2013-11-19 19:00');
    await item(fortnight, { Source: 'child' });
    await fortnight.as('inspector').closeView();
    await clockAt(fortnight, '2013-11-20 10:00');
    await grade(fortnight, 'help', 'inadequate');
    await fortnight.as('lead').closeView();
    await grade(fortnight, 'adoption', 'good', 'inspector');
    await clockAt(fortnight, '2013-11-20 17:30');
    const words = sentTo(fortnight, 'deputy')[1]?.words ?? '';
    for (const expected of [
      'Northmoor, day 2 of 19\n',
      'Today: 1 item: help and protection 1 · 1 talk with children\n',
      'Looked after and permanence, Care leavers, Leadership, and LSCB (nothing yet)',
      'To settle\nChi Lam proposes good for Adoption (P-001)',
      'Standing: 1 of 6 areas judged · inadequate is certain already (SIF-1)\n',
    ])
      expect(words).toContain(expected);
  });

  it('[Y10] carries the head of the record, with which a shortened one is found', async () => {
    const fortnight = await opened();
    await record(fortnight, 'inspector', 'help - Late in two cases');
    await clockAt(fortnight, '2013-11-19 17:30');
    const words = sentTo(fortnight, 'lead')[0]?.words ?? '';
    const [, hash, version] = words.match(/^record ([0-9a-f]{12}) · (\d+)$/m) ?? [];
    const entry = (await fortnight.entries(northmoor))[Number(version) - 1];
    expect(entry?.hash.slice(0, 12)).toBe(hash);
    expect(words).not.toMatch(/--head|\/judge/);
  });

  it('[Y19] leads from a child at risk to its referral by one press and the form', async () => {
    const fortnight = await opened();
    await fillIn(fortnight, 'inspector', 'concern', { 'What puts the child at risk?': 'Two bruises on the left arm.' });
    await fortnight.as('inspector').closeView();
    await clockAt(fortnight, '2013-11-19 17:30');
    await clockAt(fortnight, '2013-11-20 09:00');
    await record(fortnight, 'inspector', 'help - Late in two cases');
    await clockAt(fortnight, '2013-11-20 17:30');
    const [, sent] = sentTo(fortnight, 'lead');
    if (!sent) throw new Error('There is no daily summary');
    expect(sent.words).toMatch(
      /^Northmoor, day 2 of 19\n🔴 Child at risk K-001: not referred back since Tue 19 Nov, 09:\d\d\n/,
    );
    const lead = fortnight.as('lead');
    await lead.press(sent, 'Refer back');
    await lead.submit({ 'Referred to': 'The director, by telephone' });
    expect(await storedOf(fortnight, 'ConcernReferred')).toMatchObject([{ item: 'K-001' }]);
  });

  it('[Y19] has at most three open matters, each with what may be done, and the others a press away', async () => {
    const fortnight = await opened();
    const due = ['25', '22', '21', '26'];
    for (const [n, day] of due.entries()) {
      await fillIn(fortnight, 'lead', 'request', { 'What is asked for?': `List ${n}`, 'Needed by': `2013-11-${day}` });
      await fortnight.as('lead').closeView();
    }
    await record(fortnight, 'inspector', 'help - Late in two cases');
    await clockAt(fortnight, '2013-11-19 17:30');
    const [sent] = sentTo(fortnight, 'lead');
    expect(sent?.words.match(/^Request Q-\d+ .*$/gm)).toEqual([
      'Request Q-003 due Thu 21 Nov',
      'Request Q-002 due Fri 22 Nov',
      'Request Q-001 due Mon 25 Nov',
    ]);
    expect(sent?.words).toContain('All 4 open matters');
  });

  it('[Y10] says at whose signature it stands, or what lapsed it, and how to sign again', async () => {
    const fortnight = await opened();
    await gradeAll(fortnight, allGood);
    await clockAt(fortnight, '2013-11-19 17:30');
    expect(sentTo(fortnight, 'lead')[0]?.words).toMatch(
      /Standing: good \(.*\) · overall effectiveness is to be set\nSet it\n/,
    );
    await fillIn(fortnight, 'lead', 'overall', {});
    await fortnight.as('lead').closeView();
    await fillIn(fortnight, 'lead', 'sign-off', {});
    await fortnight.as('lead').closeView();
    const today = async () => told(await judge(fortnight, 'lead', 'today'));
    expect(await today()).toContain('Standing: Good 🟩 · Signed by Ana Reyes (lead).');
    const item = await record(fortnight, 'inspector', 'help - Late again');
    expect(await today()).toMatch(new RegExp(`Ana Reyes’s signature lapsed at 17:3\\d with ${item}\nSign again\n`));
  });

  it('[Y11] says nothing of restricted evidence', async () => {
    const [one, other] = [await opened(), await opened()];
    await fillIn(other, 'lead', 'evidence', {
      'Judgement area': ['leadership'],
      'What did you find?': 'A worker says that audits are rewritten.',
      'It is': 'priority-concern',
      Source: 'whistleblower',
    });
    await other.as('lead').closeView();
    const said = [];
    for (const fortnight of [one, other]) {
      await clockAt(fortnight, '2013-11-19 17:30');
      const words = sentTo(fortnight, 'lead')[0]?.words ?? '';
      said.push(words.replaceAll(/[0-9a-f]{12}/g, 'hash'));
      expect(told(await judge(fortnight, 'lead', 'today'))).not.toContain('audits');
    }
    expect(said[0]).toBe(said[1]);
  });

  it('[Y2] says that bank holidays are not known beyond the last year listed', async () => {
    const fortnight = await openFortnight();
    await startOn(fortnight, '2028-12-26');
    await clockAt(fortnight, '2028-12-26 17:30');
    expect(sentTo(fortnight, 'lead')[0]?.words).toContain(
      'Bank holidays are known from 2005-01-01 to 2027-12-31 only, so this day and its number take no account of them.',
    );
  });

  it('[Y1] no longer numbers a day after those on site, and says the same as the board', async () => {
    const fortnight = await openFortnight();
    await startOn(fortnight, '2013-11-19');
    await clockAt(fortnight, '2014-03-03 10:00');
    expect(told(await judge(fortnight, 'lead', 'today'))).toMatch(/^Northmoor, after the \d+ days on site\n/);
    expect(told(await judge(fortnight, 'lead', 'status'))).toMatch(/after the \d+ days on site/);
  });

  it('[Y1] numbers its day without weekends and bank holidays', async () => {
    const fortnight = await openFortnight();
    await startOn(fortnight, '2014-04-16');
    await clockAt(fortnight, '2014-04-22 10:00');
    await record(fortnight, 'inspector', 'help - Late again');
    await clockAt(fortnight, '2014-04-22 17:30');
    expect(sentTo(fortnight, 'lead').at(-1)?.words).toContain('Northmoor, day 3');
  });
});

describe('/judge today', () => {
  it('[Y12] shows anybody on the team the daily summary so far, and posts nothing', async () => {
    const fortnight = await opened();
    await record(fortnight, 'inspector', 'help - Late in two cases');
    const said = told(await judge(fortnight, 'qualityAssurance', 'today'));
    expect(said).toContain('Today: 1 item: help and protection 1');
    expect(said).toContain('Only you can see this.');
    expect(said).not.toContain('Fewer of these');
    expect(told(await judge(fortnight, 'lead', 'today'))).toContain('Fewer of these');
    await clockAt(fortnight, '2013-11-19 17:30');
    expect(told(await judge(fortnight, 'lead', 'today'))).toContain('Today: 1 item: ');
    await clockAt(fortnight, '2013-11-20 09:00');
    expect(told(await judge(fortnight, 'lead', 'today'))).toContain('Today: nothing recorded');
    expect(sentTo(fortnight, 'lead')).toHaveLength(1);
    expect(told(await judge(fortnight, 'observer', 'today'))).not.toContain('Today: ');
  });
});

import { describe, expect, it } from 'vitest';
import { fillIn, grade, judge, record, told } from '../../support/acts.ts';
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
      'Recorded: 2 items since the start · Help and protection 1, Adoption 1 · 1 case · no talks with children',
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
      'Northmoor, day 2',
      'PROVISIONAL · Wednesday 20 November 2013',
      'Recorded: 1 item since Tuesday 19 November 2013, 17:30 · Help and protection 1 · 1 talk with children',
      'Thin: nothing yet for Looked after and permanence, Care leavers, Leadership, and LSCB; no child’s or young person’s voice yet in Adoption',
      'To settle: Adoption good (P-001, Chi Lam), proposed and not decided',
      'Overall effectiveness so far: inadequate',
      'is inadequate, so overall is too (SIF-1)',
      'Not signed off.',
    ])
      expect(words).toContain(expected);
  });

  it('[Y10] carries the head of the record, with which a shortened one is found', async () => {
    const fortnight = await opened();
    await record(fortnight, 'inspector', 'help - Late in two cases');
    await clockAt(fortnight, '2013-11-19 17:30');
    const words = sentTo(fortnight, 'lead')[0]?.words ?? '';
    const [, id, version, hash] = words.match(/verify (\S+) --head (\d+):([0-9a-f]{64})/) ?? [];
    expect(id).toBe(northmoor);
    const entry = (await fortnight.entries(northmoor))[Number(version) - 1];
    expect(entry?.hash).toBe(hash);
    expect(words).toContain(`Record ${hash?.slice(0, 6)} · ${version} entries`);
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
      said.push(words.replaceAll(/[0-9a-f]{6,64}/g, 'hash'));
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
    expect(told(await judge(fortnight, 'lead', 'summary'))).toMatch(/ · after the \d+ days on site · as at /);
    expect(told(await judge(fortnight, 'lead', 'status'))).toMatch(/After the \d+ days on site/);
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
    expect(said).toContain('Recorded: 1 item since the start · Help and protection 1');
    expect(said).toContain('Only you can see this.');
    expect(said).not.toContain('Fewer of these');
    expect(told(await judge(fortnight, 'lead', 'today'))).toContain('Fewer of these');
    await clockAt(fortnight, '2013-11-19 17:30');
    expect(told(await judge(fortnight, 'lead', 'today'))).toContain('1 item since the start');
    await clockAt(fortnight, '2013-11-20 09:00');
    expect(told(await judge(fortnight, 'lead', 'today'))).toContain(
      'no evidence since Tuesday 19 November 2013, 17:30',
    );
    expect(sentTo(fortnight, 'lead')).toHaveLength(1);
    expect(told(await judge(fortnight, 'observer', 'today'))).not.toContain('Recorded');
  });
});

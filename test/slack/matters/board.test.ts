import { describe, expect, it } from 'vitest';
import { fillIn, grade, judge, record, storedOf, told, wordsOf } from '../../support/acts.ts';
import { type Fortnight, openFortnight, openNorthmoor, startNorthmoor } from '../../support/fortnight.ts';
import { people } from '../../support/people.ts';
import { teamChannel } from '../../support/workspace.ts';

const pinned = (fortnight: Fortnight) => fortnight.slack.channel(teamChannel).pinned();
const countOf = (fortnight: Fortnight, method: string): number =>
  fortnight.slack.calls.filter((call) => call.method === method).length;

describe('the board', () => {
  it('[M2] is one pinned message that changes in place', async () => {
    const fortnight = await openNorthmoor();
    const [board] = pinned(fortnight);
    await record(fortnight, 'inspector', 'help - C-1 Late in two cases');
    await grade(fortnight, 'help', 'inadequate');
    await fillIn(fortnight, 'inspector', 'grade leaders', {
      Grade: 'inadequate',
      'Why this grade?': 'Too few visits.',
    });
    const [changed, ...more] = pinned(fortnight);
    expect([changed?.ts, more]).toEqual([board?.ts, []]);
    expect(fortnight.slack.channel(teamChannel).messages()).toHaveLength(1);
    expect(countOf(fortnight, 'pins.add')).toBe(1);
    const words = wordsOf(changed?.blocks ?? []);
    expect(words).toContain('Help and protection\nInadequate 🟥\n+0 −1 · 1 case');
    expect(changed?.text).toContain('Help and protection: Inadequate 🟥 · 1 item · 1 case · 0 strengths, 1 concern');
    expect(words).not.toContain('Late in two cases');
    expect(await storedOf(fortnight, 'BoardPlaced')).toMatchObject([{ channel: teamChannel, ts: board?.ts }]);
  });

  it('[M2] stays the same message after a restart', async () => {
    const fortnight = await openNorthmoor();
    const [board] = pinned(fortnight);
    await fortnight.restart();
    await record(fortnight, 'inspector', 'help - Late in two cases');
    expect(pinned(fortnight).map(({ ts }) => ts)).toEqual([board?.ts]);
    expect(pinned(fortnight)[0]?.text).toContain('Help and protection: not judged yet ⬜ · 1 item');
  });

  it('[M2] makes one update of a burst', async () => {
    const fortnight = await openNorthmoor();
    const before = countOf(fortnight, 'chat.update');
    let release = () => {};
    fortnight.slack.delay(
      'chat.update',
      new Promise<void>((resolve) => {
        release = resolve;
      }),
    );
    const lines = Array.from({ length: 12 }, (_, place) => `evidence help - Seen in case ${place + 1}`);
    const sending = lines.map((line) => judge(fortnight, 'inspector', line));
    await expect.poll(async () => (await storedOf(fortnight, 'EvidenceRecorded')).length).toBe(12);
    release();
    await Promise.all(sending);
    await fortnight.slack.quiet();
    expect(countOf(fortnight, 'chat.update') - before).toBeLessThanOrEqual(2);
    expect(pinned(fortnight)[0]?.text).toContain('12 items');
  });

  it('[M2] is posted and pinned anew where somebody deleted it', async () => {
    const fortnight = await openNorthmoor();
    const [board] = pinned(fortnight);
    if (board) await fortnight.slack.deleteMessage(teamChannel, board.ts);
    expect(pinned(fortnight)).toEqual([]);
    await record(fortnight, 'inspector', 'help - Late in two cases');
    const [anew, ...more] = pinned(fortnight);
    expect(more).toEqual([]);
    expect(anew?.ts).not.toBe(board?.ts);
    expect(anew?.text).toContain('1 item');
    await record(fortnight, 'inspector', 'help - Late again');
    expect(pinned(fortnight).map(({ ts }) => ts)).toEqual([anew?.ts]);
    expect(await storedOf(fortnight, 'BoardPlaced')).toHaveLength(2);
  });

  it('[M2] comes later when Slack asks for a pause', async () => {
    const fortnight = await openNorthmoor();
    fortnight.slack.fail('chat.update', { status: 429, retryAfter: 1 }, 1);
    await record(fortnight, 'inspector', 'help - Late in two cases');
    await expect.poll(() => pinned(fortnight)[0]?.text).toContain('1 item');
  });

  it('[M2] that fails keeps nobody from their receipt, and comes with the next change', async () => {
    const fortnight = await openNorthmoor();
    fortnight.slack.fail('chat.update', { error: 'internal_error' }, 1);
    expect(await record(fortnight, 'inspector', 'help - Late in two cases')).toBe('E-001');
    expect(fortnight.faults.splice(0)).toHaveLength(1);
    await record(fortnight, 'inspector', 'help - Late again');
    expect(pinned(fortnight)[0]?.text).toContain('2 items');
  });

  it('[M2] says who leads, the day and that it is provisional', async () => {
    const fortnight = await openNorthmoor();
    const words = wordsOf(pinned(fortnight)[0]?.blocks ?? []);
    expect(words).toMatch(/^Northmoor · Single inspection framework$/m);
    expect(words).toContain('PROVISIONAL · Day 1 of 19 · Tuesday 19 November · lead Ana Reyes');
  });

  it('[M25] [M24] compares the areas in one table of three columns, and in lines where Slack refuses that', async () => {
    const fortnight = await openNorthmoor('ilacs-2023');
    await record(fortnight, 'inspector', 'help - C-1 Late in two cases');
    await record(fortnight, 'inspector', 'help + child: They explain everything');
    const kinds = () => pinned(fortnight)[0]?.blocks.map(({ type }) => type) ?? [];
    expect(kinds().filter((type) => type === 'table')).toHaveLength(1);
    expect(wordsOf(pinned(fortnight)[0]?.blocks ?? [])).toContain('Area\nGrade\nEvidence\n');
    expect(wordsOf(pinned(fortnight)[0]?.blocks ?? [])).toContain('not judged yet ⬜\n+1 −1 · 1 case · thin');
    fortnight.slack.fail('chat.update', { error: 'invalid_blocks' }, 1);
    await record(fortnight, 'inspector', 'help - C-2 Late again');
    expect(kinds()).not.toContain('table');
    expect(wordsOf(pinned(fortnight)[0]?.blocks ?? [])).toContain(
      'Help and protection: not judged yet ⬜ · 3 items · 2 cases · 1 strength, 2 concerns · thin',
    );
    const before = countOf(fortnight, 'chat.update');
    await record(fortnight, 'inspector', 'help - C-3 Late once more');
    expect(countOf(fortnight, 'chat.update') - before).toBe(1);
    expect(fortnight.faults).toEqual([]);
    await fortnight.restart();
    await expect.poll(kinds).toContain('table');
  });

  it('[M26] is shown anew once at the turn of the day, so that no clock on it goes stale', async () => {
    const fortnight = await openNorthmoor();
    await judge(fortnight, 'inspector', 'concern C-17 Left alone at night with an adult who must not see them');
    await fortnight.slack.quiet();
    expect(pinned(fortnight)[0]?.text).toContain('not referred back since 09:00');
    await fortnight.strike('2013-11-19T23:59:00.000Z');
    expect(pinned(fortnight)[0]?.text).toContain('Day 1 of 19 · Tuesday 19 November');
    const before = countOf(fortnight, 'chat.update');
    await fortnight.strike('2013-11-20T00:00:00.000Z');
    expect(pinned(fortnight)[0]?.text).toContain('Day 2 of 19 · Wednesday 20 November');
    expect(pinned(fortnight)[0]?.text).toContain('not referred back since Tue 19 Nov, 09:00');
    await fortnight.strike('2013-11-20T00:01:00.000Z');
    expect(countOf(fortnight, 'chat.update') - before).toBe(1);
  });

  it('[M1] stands still while its channel is shared, and goes on when that ends', async () => {
    const fortnight = await openNorthmoor();
    const before = pinned(fortnight)[0]?.text;
    await fortnight.slack.setShared(teamChannel, true);
    await record(fortnight, 'inspector', 'help - Late in two cases');
    expect(pinned(fortnight)[0]?.text).toBe(before);
    await fortnight.slack.setShared(teamChannel, false);
    await record(fortnight, 'inspector', 'help - Late again');
    expect(pinned(fortnight)[0]?.text).toContain('2 items');
  });

  it('[M1] is not posted where the app was put out, and evidence is still taken from a direct message', async () => {
    const fortnight = await openNorthmoor();
    await fortnight.slack.kick(fortnight.slack.appUser, teamChannel);
    const inspector = fortnight.as('inspector');
    const before = countOf(fortnight, 'chat.update');
    const outcome = await inspector.command(await inspector.directChannel(), 'evidence help - Late in two cases');
    expect(told(outcome)).toContain('Saved E-001');
    expect(countOf(fortnight, 'chat.update')).toBe(before);
  });

  it('[A6] comes after the lead was told who reads along without being on the team', async () => {
    const fortnight = await openFortnight();
    await fortnight.slack.invite(people.outsider, teamChannel);
    await startNorthmoor(fortnight);
    const posted = fortnight.slack.calls.filter(({ method }) => method === 'chat.postMessage');
    const told = posted.findIndex(({ arguments: { text } }) => `${text}`.includes('not on the team'));
    const board = posted.findIndex(({ arguments: { channel } }) => channel === teamChannel);
    expect(told).toBeGreaterThanOrEqual(0);
    expect(board).toBeGreaterThan(told);
    const [direct, ...more] = fortnight.slack.directMessages(people.lead);
    expect(direct?.text).toContain('in the channel but not on the team');
    for (const name of ['Eve Stone', 'Fay Bright', 'Hal Wood', 'Ida North']) expect(direct?.text).toContain(name);
    expect(direct?.text).not.toContain('Chi Lam');
    expect(more).toEqual([]);
  });

  it('[A6] the lead is told when somebody joins who is not on the team, and of nobody else', async () => {
    const fortnight = await openNorthmoor();
    const before = fortnight.slack.directMessages(people.lead).length;
    await fortnight.slack.invite(people.outsider, teamChannel);
    const [message, ...more] = fortnight.slack.directMessages(people.lead).slice(before);
    expect(message?.text).toContain('Northmoor: Ida North joined the channel and is not on the team.');
    expect(more).toEqual([]);
    await fortnight.slack.kick(people.inspector, teamChannel);
    await fortnight.slack.invite(people.inspector, teamChannel);
    await fortnight.slack.invite(people.outsider, 'COTHER');
    expect(fortnight.slack.directMessages(people.lead)).toHaveLength(before + 1);
    expect(fortnight.slack.channel(teamChannel).messages()).toHaveLength(1);
  });
});

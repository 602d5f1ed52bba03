import { describe, expect, it } from 'vitest';
import { judge, record, told } from '../../support/acts.ts';
import { type Fortnight, openNorthmoor } from '../../support/fortnight.ts';
import { people } from '../../support/people.ts';
import { team, teamChannel } from '../../support/workspace.ts';

const pinned = (fortnight: Fortnight) => fortnight.slack.channel(teamChannel).pinned()[0];
/** What a person is told directly from now on. */
const heard = (fortnight: Fortnight, person: string) => {
  const before = fortnight.slack.directMessages(person).length;
  return () =>
    fortnight.slack
      .directMessages(person)
      .slice(before)
      .map(({ text }) => text);
};
const happens = async (fortnight: Fortnight, id: string, event: { type: string } & Record<string, unknown>) => {
  const payload = { type: 'event_callback', team_id: team.id, api_app_id: 'A1', event_id: id, event_time: 1, event };
  await fortnight.slack.send('events_api', JSON.parse(JSON.stringify(payload)));
  await fortnight.slack.quiet();
};

describe('what happens in Slack', () => {
  it('[H6] the lead is told that the channel was archived, and recording goes on elsewhere', async () => {
    const fortnight = await openNorthmoor();
    const lead = heard(fortnight, people.lead);
    await fortnight.slack.archive(teamChannel);
    expect(lead()).toEqual([expect.stringContaining('Northmoor: the team channel was archived')]);
    const inspector = fortnight.as('inspector');
    const typed = await inspector.command(await inspector.directChannel(), 'evidence help - Late in two cases');
    expect(told(typed)).toContain('Saved E-001');
    expect(lead()).toHaveLength(1);
  });

  it('[H6] the lead is told that Fortnight was removed from the channel', async () => {
    const fortnight = await openNorthmoor();
    const lead = heard(fortnight, people.lead);
    await fortnight.slack.kick(fortnight.slack.appUser, teamChannel);
    expect(lead()).toEqual([expect.stringContaining('Fortnight was removed from the team channel')]);
  });

  it('[H6] the lead is told that the channel was shared, once, also when Slack sends the event again', async () => {
    const fortnight = await openNorthmoor();
    const lead = heard(fortnight, people.lead);
    const event = { type: 'channel_shared', channel: teamChannel, connected_team_id: 'TELSE', event_ts: '1.1' };
    await happens(fortnight, 'Ev1', event);
    await happens(fortnight, 'Ev1', event);
    expect(lead()).toEqual([expect.stringContaining('shared with another organisation')]);
  });

  it('[H6] the lead is told that somebody deleted the board, and a new one stands', async () => {
    const fortnight = await openNorthmoor();
    const lead = heard(fortnight, people.lead);
    const board = pinned(fortnight);
    if (board) await fortnight.slack.deleteMessage(teamChannel, board.ts);
    await record(fortnight, 'inspector', 'help - Late in two cases');
    await record(fortnight, 'inspector', 'help - Late again');
    expect(lead()).toEqual([expect.stringContaining('somebody deleted the board')]);
  });

  it('[H6] the lead is told once that an account of the team was deactivated; the deputy, where it is the lead’s', async () => {
    const fortnight = await openNorthmoor();
    const lead = heard(fortnight, people.lead);
    const deputy = heard(fortnight, people.deputy);
    const change = (id: string, user: string, deleted: boolean) =>
      happens(fortnight, id, { type: 'user_change', user: { id: user, team_id: team.id, deleted }, event_ts: '1.1' });
    await change('Ev1', people.inspector, false);
    await change('Ev2', people.outsider, true);
    await change('Ev3', people.inspector, true);
    await change('Ev4', people.inspector, true);
    expect(lead()).toEqual([expect.stringContaining('the Slack account of Chi Lam was deactivated')]);
    await change('Ev5', people.lead, true);
    expect(deputy()).toEqual([expect.stringContaining('the Slack account of Ana Reyes was deactivated')]);
    expect(lead()).toHaveLength(1);
  });

  it('[H7] once the token is revoked the app counts as not connected; somebody else’s changes nothing', async () => {
    const fortnight = await openNorthmoor();
    await happens(fortnight, 'Ev1', { type: 'tokens_revoked', tokens: { oauth: [people.lead], bot: [] } });
    expect(fortnight.open()).toBe(2);
    await happens(fortnight, 'Ev2', { type: 'tokens_revoked', tokens: { oauth: [], bot: ['UAPP'] } });
    expect(fortnight.open()).toBe(0);
  });

  it.each([
    [{ error: 'expired_trigger_id' }, 'Slack opens a form only within three seconds'],
    [{ status: 429, retryAfter: 7 }, 'Slack asks Fortnight to wait 7 seconds'],
  ])('[H8] a form that Slack does not open says why, with what was typed: %o', async (fault, words) => {
    const fortnight = await openNorthmoor();
    fortnight.slack.fail('views.open', fault, 1);
    const answer = told(await judge(fortnight, 'inspector', 'evidence halp - Late in two cases'));
    expect(answer).toContain(words);
    expect(answer).toContain('Late in two cases');
    expect(fortnight.faults.splice(0)).toHaveLength(1);
  });
});

describe('the board while Slack fails', () => {
  it('[H9] is tried again without another change, and the fault is written down once', async () => {
    const fortnight = await openNorthmoor();
    fortnight.slack.fail('chat.update', { error: 'internal_error' }, 2);
    await record(fortnight, 'inspector', 'help - Late in two cases');
    await expect.poll(() => pinned(fortnight)?.text).toContain('1 item');
    expect(fortnight.faults.splice(0)).toHaveLength(1);
  });

  it('[H9] holds nobody up: a form opens while posting has to wait', async () => {
    const fortnight = await openNorthmoor();
    fortnight.slack.fail('chat.update', { status: 429, retryAfter: 600 }, 1);
    await record(fortnight, 'inspector', 'help - Late in two cases');
    expect((await judge(fortnight, 'inspector', 'evidence')).view?.callback_id).toBe('form:evidence');
    const updates = () => fortnight.slack.calls.filter(({ method }) => method === 'chat.update').length;
    const before = updates();
    await record(fortnight, 'lead', 'help - Late again');
    expect(updates()).toBe(before);
  });

  it('[H9] shows after a restart what it could not show before', async () => {
    const fortnight = await openNorthmoor();
    fortnight.slack.fail('chat.update', { status: 429, retryAfter: 600 }, 1);
    await record(fortnight, 'inspector', 'help - Late in two cases');
    expect(pinned(fortnight)?.text).toContain('0 items');
    await fortnight.restart();
    await fortnight.slack.quiet();
    expect(pinned(fortnight)?.text).toContain('1 item');
  });
});

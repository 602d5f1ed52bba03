import { WebClient } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import type { LocalSlack } from '../../src/local-slack/index.ts';
import { openTeam, startApp, team } from './tiny-app.ts';

const clientOf = (slack: LocalSlack, token = slack.botToken): WebClient =>
  new WebClient(token, { slackApiUrl: slack.webApi, retryConfig: { retries: 0 } });

const open = async () => {
  const { slack, clock } = await openTeam();
  return { slack, clock, client: clientOf(slack) };
};

/** The error that Slack answered a call with. */
const refusal = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'no error',
    (error) => error.data?.error ?? error,
  );

const line = (text: string) => ({ type: 'section' as const, text: { type: 'mrkdwn' as const, text } });

describe('messages of the app', () => {
  it('[K15] stand in their channel with the given clock’s time, and change and go in place', async () => {
    const { slack, client } = await open();
    const board = slack.channel('C0TEAM');
    const { ts } = await client.chat.postMessage({
      channel: 'C0TEAM',
      text: 'Board',
      blocks: [line('Board')],
      metadata: { event_type: 'board', event_payload: { day: 1 } },
    });
    expect(board.messages()).toMatchObject([
      {
        channel: 'C0TEAM',
        ts,
        by: slack.appUser,
        text: 'Board',
        edited: false,
        metadata: { event_type: 'board', event_payload: { day: 1 } },
      },
    ]);
    expect(String(ts)).toMatch(new RegExp(`^${Date.parse('2013-11-19T09:00:00Z') / 1000}\\.`));
    expect(board.messages()[0]?.blocks[0]?.block_id).toBeTruthy();
    await client.chat.update({ channel: 'C0TEAM', ts: String(ts), text: 'Board, changed' });
    expect(board.messages()).toMatchObject([{ ts, text: 'Board, changed', edited: true, blocks: [] }]);
    await client.chat.delete({ channel: 'C0TEAM', ts: String(ts) });
    expect(board.messages()).toEqual([]);
    expect(await refusal(client.chat.update({ channel: 'C0TEAM', ts: String(ts), text: 'Again' }))).toBe(
      'message_not_found',
    );
  });

  it('[K16] are pinned once, and unpinned when somebody deletes them', async () => {
    const { slack, client } = await open();
    const { ts } = await client.chat.postMessage({ channel: 'C0TEAM', text: 'Board' });
    await client.pins.add({ channel: 'C0TEAM', timestamp: String(ts) });
    expect(slack.channel('C0TEAM').pinned()).toMatchObject([{ ts, text: 'Board' }]);
    expect(await refusal(client.pins.add({ channel: 'C0TEAM', timestamp: String(ts) }))).toBe('already_pinned');
    await slack.deleteMessage('C0TEAM', String(ts));
    expect([slack.channel('C0TEAM').messages(), slack.channel('C0TEAM').pinned()]).toEqual([[], []]);
    expect(await refusal(client.pins.add({ channel: 'C0TEAM', timestamp: String(ts) }))).toBe('message_not_found');
  });

  it('[K17] do not reach a private channel without the app, nor a public one that it has not joined', async () => {
    const { slack, client } = await open();
    expect(await refusal(client.conversations.info({ channel: 'C0QUIET' }))).toBe('channel_not_found');
    expect(await refusal(client.conversations.members({ channel: 'C0QUIET' }))).toBe('channel_not_found');
    expect(await refusal(client.chat.postMessage({ channel: 'C0QUIET', text: 'x' }))).toBe('channel_not_found');
    expect(await refusal(client.chat.postMessage({ channel: 'C0LOBBY', text: 'x' }))).toBe('not_in_channel');
    expect(await refusal(client.chat.postMessage({ channel: 'C0NOWHERE', text: 'x' }))).toBe('channel_not_found');
    expect((await client.conversations.info({ channel: 'C0LOBBY' })).channel).toMatchObject({
      is_private: false,
      is_member: false,
    });
    await slack.invite(slack.appUser, 'C0QUIET');
    expect((await client.conversations.info({ channel: 'C0QUIET' })).channel).toMatchObject({
      is_private: true,
      is_member: true,
    });
    expect(await refusal(client.chat.postMessage({ channel: 'C0QUIET', text: 'x' }))).toBe('no error');
    expect((await client.conversations.info({ channel: 'C0QUIET' })).channel?.is_ext_shared).toBe(false);
    await slack.setShared('C0QUIET', true);
    expect((await client.conversations.info({ channel: 'C0QUIET' })).channel?.is_ext_shared).toBe(true);
    await slack.kick(slack.appUser, 'C0TEAM');
    expect(await refusal(client.chat.postMessage({ channel: 'C0TEAM', text: 'x' }))).toBe('channel_not_found');
    await slack.archive('C0QUIET');
    expect(await refusal(client.chat.postMessage({ channel: 'C0QUIET', text: 'x' }))).toBe('is_archived');
  });

  it('[K18] go to a person directly, and can be looked for there by their metadata', async () => {
    const { slack, client } = await open();
    const metadata = { event_type: 'daily_summary', event_payload: { id: 'daily-summary 2013-11-19 U0BEN' } };
    const { ts, channel } = await client.chat.postMessage({ channel: 'U0BEN', text: 'Today', metadata });
    expect(slack.directMessages('U0BEN')).toMatchObject([{ text: 'Today', channel, metadata }]);
    expect((await client.conversations.open({ users: 'U0BEN' })).channel?.id).toBe(channel);
    const history = { channel: String(channel), include_all_metadata: true, oldest: String(Number(ts) - 60) };
    expect((await client.conversations.history(history)).messages).toMatchObject([
      { ts, text: 'Today', metadata, bot_id: expect.any(String) },
    ]);
    expect(
      (await client.conversations.history({ ...history, include_all_metadata: false })).messages?.[0]?.metadata,
    ).toBeUndefined();
    expect((await client.conversations.history({ ...history, oldest: String(ts) })).messages).toEqual([]);
    expect(await refusal(client.conversations.open({ users: 'U0LEFT' }))).toBe('user_disabled');
  });

  it('[K19] can be shown to one member of the channel alone', async () => {
    const { slack, client } = await open();
    await client.chat.postEphemeral({ channel: 'C0TEAM', user: 'U0BEN', text: 'For you' });
    expect(slack.ephemeral('U0BEN')).toMatchObject([{ text: 'For you', channel: 'C0TEAM', via: 'chat.postEphemeral' }]);
    expect(slack.channel('C0TEAM').messages()).toEqual([]);
    expect(await refusal(client.chat.postEphemeral({ channel: 'C0TEAM', user: 'U0GUEST', text: 'x' }))).toBe(
      'user_not_in_channel',
    );
  });

  it('[K20] can carry files', async () => {
    const { slack, client } = await open();
    await client.filesUploadV2({
      channel_id: 'C0TEAM',
      filename: 'export.csv',
      file: Buffer.from('a,b\n1,2\n'),
      initial_comment: 'The export',
    });
    const [message] = slack.channel('C0TEAM').messages();
    expect(message).toMatchObject({ text: 'The export', files: [{ name: 'export.csv' }] });
    expect((await slack.file(message?.files[0]?.id ?? '')).toString()).toBe('a,b\n1,2\n');
  });

  it('[K21] need their scope, and a token of the right kind', async () => {
    const { slack } = await openTeam({ ...team, botScopes: ['groups:read'] });
    const client = clientOf(slack);
    expect(await refusal(client.chat.postMessage({ channel: 'C0TEAM', text: 'x' }))).toBe('missing_scope');
    expect(await refusal(client.users.info({ user: 'U0ANA' }))).toBe('missing_scope');
    expect(await refusal(client.conversations.info({ channel: 'C0LOBBY' }))).toBe('missing_scope');
    expect(await refusal(client.conversations.info({ channel: 'C0TEAM' }))).toBe('no error');
    expect(await refusal(client.apps.connections.open({}))).toBe('not_allowed_token_type');
    expect(await refusal(clientOf(slack, slack.appToken).auth.test())).toBe('not_allowed_token_type');
    expect(await refusal(clientOf(slack, 'xoxb-other').auth.test())).toBe('invalid_auth');
    expect(await refusal(client.apiCall('chat.shout', {}))).toBe('unknown_method');
    expect(slack.calls.map(({ token }) => token)).toEqual(['bot', 'bot', 'bot', 'bot', 'bot', 'app', 'unknown', 'bot']);
  });
});

describe('people of the workspace', () => {
  it('[K22] are members, guests, deactivated or of another organisation', async () => {
    const { client } = await open();
    const kinds = await Promise.all(
      ['U0ANA', 'U0GUEST', 'U0LEFT', 'U0OTHER'].map(async (user) => {
        const found = (await client.users.info({ user })).user;
        return [found?.is_restricted, found?.is_ultra_restricted, found?.deleted, found?.team_id];
      }),
    );
    expect(kinds).toEqual([
      [false, false, false, 'T0INSPECT'],
      [true, false, false, 'T0INSPECT'],
      [false, false, true, 'T0INSPECT'],
      [false, false, false, 'T0OTHER'],
    ]);
    expect(await refusal(client.users.info({ user: 'U0NOBODY' }))).toBe('user_not_found');
  });

  it('[K22] are in channels, of which the app sees those that it is in too', async () => {
    const { slack, client } = await open();
    const types = 'private_channel';
    const of = async (user: string) =>
      (await client.users.conversations({ user, types })).channels?.map(({ id }) => id);
    expect(await of('U0ANA')).toEqual(['C0TEAM']);
    await slack.invite(slack.appUser, 'C0QUIET');
    expect(await of('U0ANA')).toEqual(['C0TEAM', 'C0QUIET']);
    expect(await of('U0BEN')).toEqual(['C0TEAM']);
    expect((await client.conversations.members({ channel: 'C0TEAM' })).members).toEqual([
      'U0ANA',
      'U0BEN',
      'U0OTHER',
      slack.appUser,
    ]);
  });

  it('[K23] write in channels and to the app, and start the app’s shortcuts from there', async () => {
    const { slack } = await openTeam();
    const ana = slack.person('U0ANA');
    const ts = await ana.say('C0TEAM', 'Plans < current & dated');
    expect(slack.channel('C0TEAM').messages()).toMatchObject([
      { ts, by: 'U0ANA', text: 'Plans &lt; current &amp; dated' },
    ]);
    await expect(slack.person('U0BEN').say('C0QUIET', 'x')).rejects.toThrow('is not in C0QUIET');
    const seen: unknown[] = [];
    await startApp(
      slack,
      (app) => {
        app.shortcut('record', async ({ ack, shortcut }) => {
          seen.push(shortcut.type, shortcut.type === 'message_action' && shortcut.message.text);
          await ack();
        });
      },
      1,
    );
    expect((await slack.person('U0BEN').messageShortcut('record', 'C0TEAM', ts)).answered).toBe(true);
    expect((await ana.globalShortcut('record')).answered).toBe(true);
    expect(seen).toEqual(['message_action', 'Plans &lt; current &amp; dated', 'shortcut', false]);
  });

  it('[K57] reply in threads, add files, edit what they wrote, and forward what they see', async () => {
    const { slack } = await openTeam();
    const ana = slack.person('U0ANA');
    const thread = await ana.say('C0TEAM', 'How many?');
    const reply = await ana.say('C0TEAM', 'Nine', { thread, files: ['rota.pdf'] });
    slack.person('U0ANA').rewrite('C0TEAM', reply, 'Ten & more');
    expect(() => slack.person('U0BEN').rewrite('C0TEAM', reply, 'x')).toThrow('can edit only what they wrote');
    const forwarded = await slack.person('U0BEN').forward({ channel: 'C0TEAM', ts: reply }, 'C0TEAM');
    expect(slack.channel('C0TEAM').messages().slice(1)).toMatchObject([
      {
        text: 'Ten &amp; more',
        threadTs: thread,
        edited: true,
        message: { subtype: 'file_share', files: [{ name: 'rota.pdf' }] },
      },
      {
        ts: forwarded,
        text: '',
        message: {
          attachments: [
            {
              is_share: true,
              ts: reply,
              author_id: 'U0ANA',
              text: 'Ten &amp; more',
              from_url: expect.stringContaining(`?thread_ts=${thread}&cid=C0TEAM`),
              files: [{ name: 'rota.pdf' }],
            },
          ],
        },
      },
    ]);
    slack.place('C0TEAM', { bot_id: 'B0OTHER', text: '', blocks: [] });
    expect(slack.channel('C0TEAM').messages()).toHaveLength(4);
  });
});

import { once } from 'node:events';
import { createServer } from 'node:http';
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { form, textInput, words } from './small-forms.ts';
import { openTeam, startApp } from './tiny-app.ts';

describe('the app’s connections', () => {
  it('[K27] get each payload exactly once between them', async () => {
    const { slack } = await openTeam();
    const heard: string[] = [];
    await startApp(
      slack,
      (app) =>
        app.command('/judge', async ({ ack, body }) => {
          heard.push(body.text);
          await ack();
        }),
      2,
    );
    expect(slack.connections()).toBe(2);
    const ana = slack.person('U0ANA');
    await Promise.all(Array.from({ length: 20 }, (_, number) => ana.command('C0TEAM', String(number))));
    expect(heard.map(Number).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, number) => number));
  });

  it('[K27] get it by chance where that is asked for', async () => {
    const { slack } = await openTeam();
    const heard: string[] = [];
    await startApp(
      slack,
      (app) =>
        app.command('/judge', async ({ ack, body }) => {
          heard.push(body.text);
          await ack();
        }),
      2,
    );
    const drawn: number[] = [];
    slack.scatter(() => drawn.push(0) / 20);
    await Promise.all(Array.from({ length: 10 }, (_, n) => slack.person('U0ANA').command('C0TEAM', String(n))));
    expect(heard).toHaveLength(10);
    expect(drawn).toHaveLength(10);
  });

  it('[K28] are asked to connect anew, and do', async () => {
    const { slack } = await openTeam();
    await startApp(slack, (app) => app.command('/judge', ({ ack }) => ack('Here')), 2);
    const asked = slack.calls.filter(({ method }) => method === 'apps.connections.open').length;
    slack.refreshSockets('warning', 'oldest');
    await slack.disconnected();
    expect(slack.connections()).toBe(1);
    expect((await slack.person('U0ANA').command('C0TEAM', '')).said?.text).toBe('Here');
    await slack.connected(2);
    expect(slack.calls.filter(({ method }) => method === 'apps.connections.open')).toHaveLength(asked + 1);
  });

  it('[K28] are ten at most', async () => {
    const { slack } = await openTeam();
    const client = new WebClient(slack.appToken, { slackApiUrl: slack.webApi });
    const connect = async () => new WebSocket(String((await client.apps.connections.open({})).url));
    await Promise.all(Array.from({ length: 10 }, connect));
    await slack.connected(10);
    const eleventh = await connect();
    const [farewell] = await once(eleventh, 'message');
    expect(JSON.parse(String(farewell))).toMatchObject({ type: 'disconnect', reason: 'too_many_websockets' });
    expect(slack.connections()).toBe(10);
  });

  it('[K28] need a ticket, each good for one', async () => {
    const { slack } = await openTeam();
    const client = new WebClient(slack.appToken, { slackApiUrl: slack.webApi });
    const url = String((await client.apps.connections.open({})).url);
    const first = new WebSocket(url);
    await once(first, 'open');
    const [refused] = await once(new WebSocket(url), 'error');
    expect(String(refused)).toContain('403');
  });

  it('[K29] can be plain requests instead, signed with the signing secret', async () => {
    const { slack } = await openTeam();
    const receiver = new HTTPReceiver({ signingSecret: slack.signingSecret, logLevel: LogLevel.ERROR });
    const clientOptions = { slackApiUrl: slack.webApi };
    const app = new App({ token: slack.botToken, receiver, clientOptions, deferInitialization: true });
    app.command('/judge', async ({ ack, client, body }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view: form('evidence', [textInput('Text', 'text')]) });
    });
    app.view('evidence', ({ ack }) => ack({ response_action: 'errors', errors: { text: 'Say more' } }));
    const joined: string[] = [];
    app.event('member_joined_channel', async ({ event }) => void joined.push(event.user));
    await app.init();
    const server = createServer((request, response) => receiver.requestListener(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const address = server.address();
      slack.deliverTo(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/slack/events`);
      const ana = slack.person('U0ANA');
      expect((await ana.command('C0TEAM', '')).view?.callback_id).toBe('evidence');
      expect((await ana.submit({ Text: 'Thin' })).errors).toEqual({ text: 'Say more' });
      await slack.invite('U0GUEST', 'C0TEAM');
      expect(joined).toEqual(['U0GUEST']);
    } finally {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  });

  it('[K30] bring the events that the app subscribes to, and no others', async () => {
    const { slack } = await openTeam();
    const events: unknown[] = [];
    await startApp(
      slack,
      (app) => {
        app.event(/.*/, async ({ event }) => void events.push({ ...event, event_ts: '' }));
      },
      1,
    );
    await slack.invite('U0GUEST', 'C0TEAM');
    await slack.kick('U0GUEST', 'C0TEAM');
    await slack.setShared('C0TEAM', true);
    await slack.invite('U0BEN', 'C0QUIET');
    expect(events).toMatchObject([
      { type: 'member_joined_channel', user: 'U0GUEST', channel: 'C0TEAM', channel_type: 'G', team: 'T0INSPECT' },
      { type: 'channel_shared', channel: 'C0TEAM' },
    ]);
    expect(await slack.person('U0ANA').openHome()).toBeUndefined();
    expect(events.at(-1)).toMatchObject({ type: 'app_home_opened', user: 'U0ANA', tab: 'home' });
  });

  it('[K30] bring any payload that a test makes up', async () => {
    const { slack } = await openTeam();
    await startApp(slack, (app) => app.command('/other', ({ ack, body }) => ack(body.text)), 1);
    expect(await slack.send('slash_commands', { command: '/other', text: 'made up', team_id: 'T0INSPECT' })).toEqual({
      answered: true,
      payload: { text: 'made up' },
    });
  });
});

describe('when Slack fails', () => {
  it('[K31] answers a call with an error, a status or not at all, as often as it was told', async () => {
    const { slack } = await openTeam();
    const app = await startApp(slack, () => {}, 1);
    const post = () =>
      app.client.chat.postMessage({ channel: 'C0TEAM', text: 'Board' }).then(
        () => 'posted',
        (error) => error,
      );
    slack.fail('chat.postMessage', { error: 'internal_error' }, 2);
    expect([await post(), await post()].map((error) => error.data.error)).toEqual(['internal_error', 'internal_error']);
    slack.fail('chat.postMessage', { status: 503 }, 1);
    expect((await post()).statusCode).toBe(503);
    expect(slack.channel('C0TEAM').messages()).toEqual([]);
    slack.fail('chat.postMessage', 'drop', 1);
    expect((await post()).code).toBe('slack_webapi_request_error');
    expect(slack.channel('C0TEAM').messages()).toHaveLength(1);
    expect(await post()).toBe('posted');
    expect(
      slack.calls.filter(({ method }) => method === 'chat.postMessage').map(({ response }) => response?.ok),
    ).toEqual([false, false, false, undefined, true]);
  });

  it('[K31] never answers, and has done nothing', async () => {
    const { slack } = await openTeam();
    slack.fail('chat.postMessage', 'timeout', 1);
    const abort = new AbortController();
    const call = fetch(`${slack.webApi}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: `Bearer ${slack.botToken}` },
      body: new URLSearchParams({ channel: 'C0TEAM', text: 'Board' }),
      signal: abort.signal,
    });
    while (slack.calls.length === 0) await new Promise((resolve) => setImmediate(resolve));
    abort.abort();
    await expect(call).rejects.toThrow('abort');
    await slack.quiet();
    expect(slack.channel('C0TEAM').messages()).toEqual([]);
  });

  it('[K32] says how long to wait', async () => {
    const { slack } = await openTeam();
    slack.fail('chat.postMessage', { status: 429, retryAfter: 30 }, 1);
    const answer = await fetch(`${slack.webApi}chat.postMessage`, { method: 'POST' });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '30']);
  });

  it('[K33] holds a call up until it is let go', async () => {
    const { slack } = await openTeam();
    let release = (): void => {};
    slack.delay(
      'chat.postMessage',
      new Promise((resolve) => {
        release = resolve;
      }),
    );
    const app = await startApp(slack, () => {}, 1);
    const posting = app.client.chat.postMessage({ channel: 'C0TEAM', text: 'Board' });
    await app.client.auth.test();
    expect(slack.channel('C0TEAM').messages()).toEqual([]);
    release();
    await posting;
    expect(slack.channel('C0TEAM').messages()).toHaveLength(1);
  });

  it('[K34] tells whoever listens what appears, changes and goes', async () => {
    const { slack } = await openTeam();
    const seen: string[] = [];
    const stop = slack.onPosted(({ what }) => seen.push(what));
    await startApp(
      slack,
      (app) =>
        app.command('/judge', async ({ ack, client, body }) => {
          await ack('Here');
          await client.views.open({
            trigger_id: body.trigger_id,
            view: { type: 'modal', title: words('Form'), blocks: [{ type: 'divider' }] },
          });
          await client.chat.postMessage({ channel: 'C0TEAM', text: 'Board' });
        }),
      1,
    );
    await slack.person('U0ANA').command('C0TEAM', '');
    await slack.person('U0ANA').closeView();
    stop();
    await slack.person('U0ANA').say('C0TEAM', 'x');
    expect(seen).toEqual(['only visible to you', 'form', 'message', 'form closed']);
  });
});

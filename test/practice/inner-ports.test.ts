import { execFileSync } from 'node:child_process';
import { request } from 'node:http';
import { type AddressInfo, Server } from 'node:net';
import { WebClient } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { openTeam } from './tiny-app.ts';

type Asked = { method?: string; headers?: Record<string, string> };
type Answer = { status: number; headers: Record<string, unknown>; text: string };

/** Asks a port of this machine as any program or page could, with whatever headers it likes. */
const ask = (port: number, path: string, { method = 'POST', headers = {} }: Asked): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let text = '';
      response.on('data', (part: Buffer) => {
        text += part.toString();
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    sent.on('error', reject);
    sent.end();
  });

/** A local Slack, and every port that it listens at. */
const opened = async () => {
  const { listen } = Server.prototype;
  const servers: Server[] = [];
  Server.prototype.listen = function (this: Server, ...how: unknown[]) {
    servers.push(this);
    return Reflect.apply(listen, this, how);
  };
  const { slack } = await openTeam().finally(() => {
    Server.prototype.listen = listen;
  });
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  expect(ports).toContain(Number(new URL(slack.webApi).port));
  expect(ports).toHaveLength(2);
  return { slack, ports };
};

const evil: [string, Asked][] = [
  ['another page', { headers: { origin: 'http://evil.example' } }],
  ['a page from a file or a frame in a box', { headers: { origin: 'null' } }],
  ['a page of another port of this machine', { headers: { origin: 'http://localhost:3000' } }],
  ['a name of somebody’s that leads here', { headers: { host: 'evil.example' } }],
  ['such a name with the port', { headers: { host: 'evil.example:PORT' } }],
  ['such a name that begins as ours does', { headers: { host: '127.0.0.1.evil.example:PORT' } }],
  ['our name with another port', { headers: { host: 'localhost:1' } }],
  ['a question before a request', { method: 'OPTIONS', headers: { origin: 'http://evil.example' } }],
  ['a picture of another page', { method: 'GET', headers: { 'sec-fetch-site': 'cross-site' } }],
  ['a page of another port, without saying so', { method: 'GET', headers: { 'sec-fetch-site': 'same-site' } }],
];

describe('the ports of the local Slack', () => {
  it.each(evil)('[PP30] answer nothing to %s', async (_, asked) => {
    const { slack, ports } = await opened();
    for (const port of ports) {
      const host = (asked.headers?.host ?? `127.0.0.1:${port}`).replace('PORT', String(port));
      const headers = { authorization: `Bearer ${slack.botToken}`, ...asked.headers, host };
      for (const path of ['/api/conversations.list', '/api/auth.test', '/response/x', '/'])
        expect(await ask(port, path, { ...asked, headers }), `${port} ${path}`).toMatchObject({
          status: 403,
          headers: expect.not.objectContaining({ 'access-control-allow-origin': expect.anything() }),
        });
    }
    expect(slack.calls).toEqual([]);
  });

  it('[PP30] let no page listen to what the app is sent', async () => {
    const { slack } = await opened();
    const { apps } = new WebClient(slack.appToken, { slackApiUrl: slack.webApi });
    const address = String((await apps.connections.open({})).url);
    const socket = new WebSocket(address, { origin: 'http://evil.example' });
    const became = await new Promise<string>((resolve) => {
      socket.on('open', () => resolve('open'));
      socket.on('error', (error) => resolve(String(error)));
    });
    expect(became).toContain('403');
  });

  it('[PP30] answer the app, at this machine’s own names, and let no page read it', async () => {
    const { slack, ports } = await opened();
    for (const port of ports)
      for (const host of [`127.0.0.1:${port}`, `localhost:${port}`]) {
        const headers = { authorization: `Bearer ${slack.botToken}`, host };
        const { status, text, headers: given } = await ask(port, '/api/auth.test', { headers });
        expect({ status, ok: JSON.parse(text).ok }).toEqual({ status: 200, ok: true });
        expect(Object.keys(given).filter((name) => name.startsWith('access-control'))).toEqual([]);
      }
  });

  it.each([
    'xoxb-local-everything',
    'xoxb-local-bot',
    'xapp-local-app',
    'xoxp-local-keeper',
    'xoxp-local-U0ANA',
    'test_token_admin',
    'anything',
    '',
  ])('[PP31] take no token that can be known from elsewhere: %j', async (token) => {
    const { slack, ports } = await opened();
    for (const port of ports)
      for (const path of [
        '/api/auth.test',
        '/api/conversations.list',
        '/files-pri/T000000001-F1/a.txt',
        '/oauth/v2/authorize',
      ]) {
        const { status, text } = await ask(port, path, {
          headers: { authorization: `Bearer ${token}`, host: `127.0.0.1:${port}` },
        });
        expect(status === 200 ? JSON.parse(text).ok : false, `${path} at ${port}`).toBe(false);
      }
    for (const known of [slack.botToken, slack.appToken]) expect(known).toMatch(/^x(oxb|app)-local-[0-9a-f]{32}$/);
    expect(slack.signingSecret).toMatch(/^[0-9a-f]{32}$/);
  });

  it('[PP31] are given other tokens by every process', () => {
    const code = "import { app } from './src/local-slack/identity.ts'; console.log(app.botToken, app.appToken)";
    const told = [1, 2].map(() =>
      execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], { encoding: 'utf8' }),
    );
    expect(new Set(told.flatMap((line) => line.trim().split(' '))).size).toBe(4);
  });
});

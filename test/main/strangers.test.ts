import { createHmac } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LocalSlack } from '../../src/local-slack/index.ts';
import { people } from '../support/people.ts';
import { teamChannel } from '../support/workspace.ts';
import { freePort } from './free-port.ts';
import { openSlack, startNorthmoor } from './outside.ts';
import { startProcess } from './programs.ts';

let folder: string;
let slack: LocalSlack;
let port: number;
let fortnight: ReturnType<typeof startProcess>;
let strangers: Socket[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fortnight-'));
  strangers = [];
  slack = await openSlack();
  port = await freePort();
  fortnight = startProcess({
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    PORT: String(port),
    SLACK_API_URL: slack.webApi,
    DATA_DIR: folder,
  });
  await Promise.race([fortnight.says('Fortnight is connected to Slack'), fortnight.ended]);
  slack.deliverTo(`http://127.0.0.1:${port}/slack/events`);
});
afterEach(async () => {
  for (const stranger of strangers) stranger.destroy();
  fortnight.signal('SIGKILL');
  await fortnight.ended;
  await slack.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Whoever reaches the port says this and no more. Resolves once it is on its way. */
const stranger = (words: string): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(words, () => resolve(socket)));
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') reject(error);
    });
    strangers.push(socket);
  });

const post = 'POST /slack/events HTTP/1.1\r\nhost: here\r\n';
const whole = `${post}content-length: 2\r\n\r\n{}`;
const halves: Record<string, string> = {
  'a body that never ends': `${post}content-length: 1000\r\n\r\nhalf of it`,
  'chunks that never end': `${post}transfer-encoding: chunked\r\n\r\n4\r\nhalf\r\n`,
  'headers that never end': 'POST /slack/events HTTP/1.1\r\nhost: here\r\nx-slow: ',
  'no word at all': '',
  'a connection that was answered and stays': 'GET / HTTP/1.1\r\nhost: here\r\n\r\n',
  'half a request behind a whole one': `${whole}${post}content-length: 1000\r\n\r\nhalf`,
};

const signed = (body: string, type = 'application/json') => {
  const timestamp = Math.floor(Date.now() / 1000);
  return {
    method: 'POST',
    headers: {
      'content-type': type,
      'x-slack-request-timestamp': String(timestamp),
      'x-slack-signature': `v0=${createHmac('sha256', slack.signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')}`,
    },
    body,
  };
};

/** By itself it gives up after three seconds, and that with 1. */
const endsOrderly = async (): Promise<void> => {
  fortnight.signal('SIGTERM');
  expect(await fortnight.ended).toBe(0);
  expect(fortnight.output()).not.toMatch(/too long|Unexpected fault/);
  expect(existsSync(join(folder, 'owner.json'))).toBe(false);
};

describe('strangers at the port', () => {
  it('[H16] hold up no stop by half a request', async () => {
    await stranger(halves['a body that never ends'] ?? '');
    await endsOrderly();
  });

  it('[H16] hold up neither the work nor the stop by 300 of them, of every kind', async () => {
    const kinds = Object.values(halves);
    await Promise.all(Array.from({ length: 300 }, (_, place) => stranger(kinds[place % kinds.length] ?? '')));
    const lead = await startNorthmoor(slack, {});
    const typed = await lead.command(teamChannel, 'evidence help - Late in four of nine cases');
    expect(typed.said?.text).toContain('Saved E-001');
    await endsOrderly();
  });

  it('[H16] are cut off where their request does not come whole in the time that Slack has', async () => {
    const all = await Promise.all(Object.values(halves).map(stranger));
    const cut = all.map((socket) => {
      socket.resume();
      return new Promise((resolve) => socket.on('close', resolve));
    });
    await Promise.all(cut);
    expect((await (await stranger(whole)).setEncoding('utf8').take(1).toArray())[0]).toContain('401');
  });

  it('[H17] that have the secret are answered, whatever they signed', async () => {
    const address = `http://127.0.0.1:${port}/slack/events`;
    const form = 'application/x-www-form-urlencoded';
    const statusOf = async (body: string, type?: string) =>
      (await fetch(address, { ...signed(body, type), signal: AbortSignal.timeout(60_000) })).status;
    for (const body of ['null', '7', '[]', '"words"', 'true', '', '{', '{"type":', '\u0000'])
      expect(await statusOf(body), body).toBe(400);
    for (const body of ['payload=null', 'payload=7', 'payload=[]', 'payload=', 'payload=%7B'])
      expect(await statusOf(body, form), body).toBe(400);
    // An object, and nothing that Slack sends: Bolt has no listener for it.
    for (const body of ['{}', '{"type":"unheard_of"}', '{"event":null}', '{"type":"view_submission"}'])
      expect(await statusOf(body), body).toBeGreaterThanOrEqual(400);
    expect(await statusOf('', form)).toBeGreaterThanOrEqual(400);
    expect((await fetch(address, { method: 'POST', body: 'null' })).status).toBe(401);
    expect(fortnight.output()).not.toContain('Unexpected fault');
    await endsOrderly();
  });

  it('[M10] wait no longer for a form in hand than the stop may take', async () => {
    const lead = await startNorthmoor(slack, {});
    expect((await lead.command(teamChannel, 'evidence help - Late')).said?.text).toContain('Saved E-001');
    slack.fail('views.open', 'timeout', 1);
    const asked = () => slack.calls.filter(({ method }) => method === 'views.open').length;
    const before = asked();
    slack
      .person(people.lead)
      .command(teamChannel, 'evidence')
      .catch(() => undefined);
    await expect.poll(asked).toBe(before + 1);
    fortnight.signal('SIGTERM');
    expect(await fortnight.ended).toBe(0);
    expect(existsSync(join(folder, 'owner.json'))).toBe(false);
  });
});

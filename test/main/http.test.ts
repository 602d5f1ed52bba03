import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import type { LocalSlack } from '../../src/local-slack/index.ts';
import { page } from '../support/acts.ts';
import { people } from '../support/people.ts';
import { team, teamChannel } from '../support/workspace.ts';
import { freePort } from './free-port.ts';
import { openSlack, startNorthmoor } from './outside.ts';
import { startProcess } from './programs.ts';

let folder: string;
let slack: LocalSlack;
let address: string;
let fortnight: ReturnType<typeof startProcess>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fortnight-'));
  slack = await openSlack();
  const port = await freePort();
  fortnight = startProcess({
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    PORT: String(port),
    SLACK_API_URL: slack.webApi,
    DATA_DIR: folder,
  });
  await Promise.race([fortnight.says('Fortnight is connected to Slack'), fortnight.ended]);
  address = `http://127.0.0.1:${port}/slack/events`;
  slack.deliverTo(address);
  await startNorthmoor(slack, {});
});
afterAll(async () => {
  fortnight.signal('SIGTERM');
  expect(await fortnight.ended).toBe(0);
  await slack.close();
  rmSync(folder, { recursive: true, force: true });
});

const now = () => Math.floor(Date.now() / 1000);
const command = (text: string, trigger: string): string =>
  new URLSearchParams({
    command: '/judge',
    text,
    team_id: team.id,
    user_id: people.lead,
    channel_id: teamChannel,
    trigger_id: trigger,
  }).toString();
const signed = (body: string, timestamp: number, secret = slack.signingSecret) => ({
  method: 'POST',
  headers: {
    'content-type': 'application/x-www-form-urlencoded',
    'x-slack-request-timestamp': String(timestamp),
    'x-slack-signature': `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`,
  },
  body,
});
const kept = () => readFileSync(join(folder, 'northmoor-2013-11-19.jsonl'), 'utf8');

describe('over HTTP', () => {
  it('[OP1] says in its first line that Slack reaches it so', () => {
    expect(JSON.parse(fortnight.output().split('\n')[0] ?? '')).toMatchObject({ mode: 'HTTP', dataDir: folder });
  });

  it('[H4] commands, forms and buttons do what they do over Socket Mode', async () => {
    const lead = slack.person(people.lead);
    const typed = await lead.command(teamChannel, 'evidence help - Late in four of nine cases');
    expect(typed.said?.text).toContain('Saved E-001');
    expect((await lead.command(teamChannel, 'grade help')).view?.callback_id).toBe('form:grade');
    await lead.submit({ Grade: 'inadequate', 'Why this grade?': 'Children wait too long.' });
    expect(kept()).toContain('Children wait too long.');
    await lead.closeView();
    const board = () => slack.channel(teamChannel).pinned()[0];
    await expect.poll(() => board()?.text).toContain('Inadequate');
    const pinned = board();
    if (!pinned) throw new Error('there is no board');
    expect((await lead.press(pinned, 'Do something…')).answered).toBe(true);
    await expect.poll(() => lead.view()?.callback_id).toBe('form:do');
    const progress = await lead.submit({ 'What do you want to do?': 'progress' });
    expect(page(progress)).toContain('Progress: Northmoor');
    await lead.closeView();
    const stranger = slack.person(people.inspector);
    expect((await stranger.press(pinned, 'Record evidence')).answered).toBe(true);
    const shown = () => slack.ephemeral(people.inspector, teamChannel).at(-1)?.text;
    await expect.poll(shown).toContain('This inspection is for its team.');
  });

  it('[H5] takes nothing that Slack did not sign, nor what is more than five minutes old or ahead', async () => {
    const body = command('evidence help - not to be kept', '1.1');
    const statuses = [
      (await fetch(address, signed(body, now(), 'another secret'))).status,
      (await fetch(address, signed(body, now() - 400))).status,
      (await fetch(address, signed(body, now() + 400))).status,
      (await fetch(address, { method: 'POST', body })).status,
    ];
    expect(statuses).toEqual([401, 401, 401, 401]);
    expect(kept()).not.toContain('not to be kept');
  });

  it('[H5] does nothing for a request that is sent again to the letter', async () => {
    const { trigger_id, ...others } = Object.fromEntries(new URLSearchParams(command('summary', '')));
    expect(trigger_id).toBe('');
    const first = signed(new URLSearchParams({ ...others, trigger_id: '2.2' }).toString(), now());
    expect(await (await fetch(address, first)).text()).toContain('Northmoor');
    const calls = slack.calls.length;
    const second = await fetch(address, first);
    expect([second.status, await second.text()]).toEqual([200, '']);
    expect(slack.calls).toHaveLength(calls);
  });

  it('[C5] writes nothing down of what strangers ask for or send', async () => {
    const origin = new URL(address).origin;
    const json = { 'content-type': 'application/json' };
    const asked: [string, RequestInit][] = [
      [`${origin}/zebrafinch?text=zebrafinch`, {}],
      [`${origin}/zebrafinch`, { method: 'POST', body: 'zebrafinch' }],
      [address, { method: 'POST', headers: json, body: '{"zebrafinch": zebrafinch' }],
      [address, { ...signed('payload=zebrafinch', now()) }],
      [address, { ...signed('payload={"zebrafinch":"zebrafinch', now()) }],
      [`${address}?zebrafinch`, { method: 'PUT', body: 'zebrafinch' }],
    ];
    for (const [at, how] of asked) expect((await fetch(at, how)).status).not.toBe(200);
    expect(fortnight.output()).not.toContain('zebrafinch');
  });

  it('[H4] answers the check of its certificate', async () => {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'ssl_check=1&token=x',
    });
    expect(answer.status).toBe(200);
  });
});

describe('settings of both modes', () => {
  const bot = { SLACK_BOT_TOKEN: 'xoxb-1' };
  it.each([
    [{ ...bot, SLACK_SIGNING_SECRET: 's' }, 'SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET are set but PORT is not.'],
    [{ ...bot, PORT: '3000' }, 'SLACK_BOT_TOKEN and PORT are set but SLACK_SIGNING_SECRET is not.'],
    [{ PORT: '3000' }, 'PORT is set but SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET are not.'],
    [{ ...bot, SLACK_APP_TOKEN: 'xapp-1', PORT: '3000' }, 'Remove SLACK_APP_TOKEN, or PORT.'],
    [
      { ...bot, SLACK_APP_TOKEN: 'xapp-1', SLACK_SIGNING_SECRET: 's', PORT: '3000' },
      'Remove SLACK_APP_TOKEN, or SLACK_SIGNING_SECRET and PORT.',
    ],
    [{ ...bot, SLACK_SIGNING_SECRET: 's', PORT: 'http' }, 'PORT is a whole number from 1 to 65535.'],
  ])('[Z1] refuses %o', (given, words) => {
    expect(() => readConfig(given)).toThrow(words);
  });

  it.each([
    'http://slack.example/api/',
    'http://127.0.0.1.slack.example/api/',
    'http://localhost@slack.example/api/',
    'http://localhost.slack.example/api/',
    'http://10.0.0.7:3001/api/',
    'ftp://localhost/api/',
    'not an address',
  ])('[Z5] refuses a Web API that tokens would go to in clear, by name and not by value: %s', (address) => {
    const starting = () => readConfig({ ...bot, SLACK_APP_TOKEN: 'xapp-1', SLACK_API_URL: address });
    expect(starting).toThrow(/^SLACK_API_URL /);
    expect(starting).not.toThrow(address);
  });

  it.each([
    'https://slack.example/api/',
    'http://127.0.0.1:3001/api/',
    'http://localhost:3001/api/',
    'http://[::1]:3001/api/',
    'http://127.8.0.1/api/',
  ])('[Z5] takes one that is encrypted, or on this machine: %s', (address) => {
    expect(readConfig({ SLACK_API_URL: address }).slackApiUrl).toBe(address);
  });

  it('[Z1] takes either mode whole, and none for practice', () => {
    expect(readConfig({ ...bot, SLACK_APP_TOKEN: 'xapp-1' }).slack?.transport.over).toBe('sockets');
    expect(readConfig({ ...bot, SLACK_SIGNING_SECRET: 's', PORT: '3000' }).slack?.transport.over).toBe('http');
    expect(readConfig({}).slack).toBeNull();
  });
});

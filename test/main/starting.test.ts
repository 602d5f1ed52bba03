import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { LocalSlack } from '../../src/local-slack/index.ts';
import { neededScopes } from '../../src/slack/scopes.ts';
import { people } from '../support/people.ts';
import { teamChannel, workspace } from '../support/workspace.ts';
import { openSlack } from './outside.ts';
import { startProcess } from './programs.ts';

let folder: string;
let slack: LocalSlack;
const begin = async (workspaceOf = workspace()) => {
  slack = await openSlack(workspaceOf);
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fortnight-'));
});
const servers: Server[] = [];
afterEach(async () => {
  await slack?.close();
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

const settings = () => ({
  SLACK_BOT_TOKEN: slack.botToken,
  SLACK_APP_TOKEN: slack.appToken,
  SLACK_API_URL: slack.webApi,
  DATA_DIR: folder,
});

const listening = async (): Promise<number> => {
  const server = createServer();
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
};

/** What it says on standard error when it does not start. */
const refusal = async (given: Record<string, string>): Promise<string> => {
  const fortnight = startProcess(given);
  expect(await fortnight.ended).toBe(1);
  expect(fortnight.errors().trim().split('\n')).toHaveLength(1);
  expect(fortnight.output()).not.toMatch(/xoxb-|xapp-/);
  return fortnight.errors();
};

describe('starting', () => {
  it('[H3] needs the scopes that manifest.yml asks for', () => {
    const manifest = parse(readFileSync(join(import.meta.dirname, '../../manifest.yml'), 'utf8'));
    expect([...neededScopes].sort()).toEqual([...manifest.oauth_config.scopes.bot].sort());
  });

  it('[H3] says in one line which scopes are missing', async () => {
    const whole = workspace();
    await begin({ ...whole, botScopes: whole.botScopes.filter((scope) => !/pins|im:write/.test(scope)) });
    expect(await refusal(settings())).toContain('Fortnight lacks the scopes pins:write, im:write.');
  });

  it('[H3] says in one line that a token was refused', async () => {
    await begin();
    expect(await refusal({ ...settings(), SLACK_APP_TOKEN: 'xapp-not-a-real-one' })).toMatch(
      /Slack refused to connect \(.*\)\. Look at SLACK_APP_TOKEN/,
    );
  });

  it('[H3] gives up in one line when Slack is away', async () => {
    await begin();
    const away = `http://127.0.0.1:${await listening()}/api/`;
    for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
    expect(await refusal({ ...settings(), SLACK_API_URL: away })).toContain(
      'Slack could not be reached (ECONNREFUSED). Look at the network',
    );
  });

  it('[H3] gives up in one line when Slack does not answer', async () => {
    await begin();
    slack.fail('auth.test', 'timeout', 50);
    expect(await refusal(settings())).toContain('Slack could not be reached');
  });

  it('[Z1] says in one line that nothing can be kept where DATA_DIR leads', async () => {
    await begin();
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(await refusal({ ...settings(), DATA_DIR: join(file, 'below') })).toBe(
      'DATA_DIR must name a folder that this process can write to (ENOTDIR).\n',
    );
  });

  it('[H3] starts once Slack is back', async () => {
    await begin();
    slack.fail('auth.test', { status: 503 }, 2);
    slack.fail('apps.connections.open', { error: 'internal_error' }, 2);
    const fortnight = startProcess(settings());
    await Promise.race([slack.connected(2), fortnight.ended]);
    expect((await slack.person(people.lead).command(teamChannel, 'help')).answered).toBe(true);
    fortnight.signal('SIGTERM');
    expect(await fortnight.ended).toBe(0);
  });

  it('[FW14] stops at a framework file that cannot be used, names it and what would be right, and touches nothing', async () => {
    await begin();
    const frameworks = join(folder, 'frameworks');
    mkdirSync(frameworks);
    const file = join(frameworks, 'ilacs-2026.json');
    const sound = readFileSync(join(import.meta.dirname, '../../data/frameworks/ilacs-2026.json'), 'utf8');
    writeFileSync(file, sound.replace('"kind": "key"', '"kind": "main"'));
    const data = join(folder, 'inspections');
    const fortnight = startProcess({ ...settings(), FRAMEWORKS_DIR: frameworks, DATA_DIR: data });
    expect(await fortnight.ended).toBe(1);
    expect(fortnight.errors().trim().split('\n')).toEqual([
      `The framework file ${file} cannot be used:`,
      '  areas[0].kind: is "main". Right would be: one of "key", "sub", "separate", "input".',
    ]);
    expect(existsSync(data)).toBe(false);
    expect(readdirSync(frameworks)).toEqual(['ilacs-2026.json']);
  });

  it('[H3] says in one line that the port is taken', async () => {
    await begin();
    const { SLACK_APP_TOKEN: _, ...others } = settings();
    const port = await listening();
    const said = await refusal({ ...others, SLACK_SIGNING_SECRET: slack.signingSecret, PORT: String(port) });
    expect(said.trim()).toBe(`PORT is ${port}, but something else listens there already.`);
  });
});

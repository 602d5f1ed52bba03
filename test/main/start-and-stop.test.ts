import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LocalSlack } from '../../src/local-slack/index.ts';
import { team, teamChannel } from '../support/workspace.ts';
import { openSlack, startNorthmoor } from './outside.ts';
import { startProcess } from './programs.ts';

let folder: string;
let slack: LocalSlack;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fortnight-'));
  slack = await openSlack();
});
afterEach(async () => {
  await slack.close();
  rmSync(folder, { recursive: true, force: true });
});

const settings = () => ({
  SLACK_BOT_TOKEN: slack.botToken,
  SLACK_APP_TOKEN: slack.appToken,
  SLACK_API_URL: slack.webApi,
  DATA_DIR: folder,
});

const started = async (start = startProcess) => {
  const fortnight = start(settings());
  await Promise.race([slack.connected(1), fortnight.ended]);
  return fortnight;
};

const begun = () => startNorthmoor(slack, {});

/** Holds up the next form that the app opens, and resolves when it has asked for it. Gives what lets it go. */
const heldUp = async (act: () => void): Promise<() => void> => {
  const opened = () => slack.calls.filter((call) => call.method === 'views.open').length;
  const before = opened();
  let letGo = () => {};
  slack.delay('views.open', new Promise<void>((resolve) => (letGo = resolve)));
  act();
  while (opened() === before) await new Promise(setImmediate);
  return letGo;
};

const history = () => readFileSync(join(folder, 'northmoor-2013-11-19.jsonl'), 'utf8');

describe('starting and stopping the process', () => {
  it('[OP1] says in its first line which version serves which workspace, how, where its records are, and what time it is there', async () => {
    const fortnight = startProcess({ ...settings(), TIME_ZONE: 'Asia/Kolkata' });
    await Promise.race([fortnight.says('Fortnight is connected to Slack'), fortnight.ended]);
    fortnight.signal('SIGTERM');
    expect(await fortnight.ended).toBe(0);
    const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));
    const first = JSON.parse(fortnight.output().split('\n')[0] ?? '');
    expect(first).toMatchObject({
      version,
      workspace: `${team.name} (${team.id})`,
      mode: 'Socket Mode',
      timeZone: 'Asia/Kolkata',
      dataDir: folder,
    });
    const there = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Asia/Kolkata' });
    const minutes = [0, 60_000].map((ago) => `It is ${there.format(Date.parse(first.time) - ago)} on `);
    expect(minutes.some((minute) => first.msg.startsWith(`Fortnight starts. ${minute}`))).toBe(true);
    expect(first.msg).toMatch(/ in Asia\/Kolkata$/);
  });

  it('[M10] finishes what is in hand when told to stop, then ends with 0', async () => {
    const fortnight = await started(startProcess);
    const lead = await begun();
    const typed = await lead.command(teamChannel, 'evidence help - Assessments are late in four of nine cases.');
    let opening: ReturnType<typeof lead.command> | undefined;
    const letGo = await heldUp(() => {
      opening = lead.command(teamChannel, 'evidence');
    });
    fortnight.signal('SIGTERM');
    await fortnight.says('finishing what is in hand');
    letGo();
    expect((await opening)?.answered).toBe(true);
    expect(await fortnight.ended).toBe(0);
    expect(typed.said?.text).toContain('Saved E-001');
    expect(history()).toContain('Assessments are late in four of nine cases.');
  });

  it('[M10] ends at once at the second signal', async () => {
    const fortnight = await started();
    const lead = await begun();
    await heldUp(() => void lead.command(teamChannel, 'evidence').catch(() => undefined));
    fortnight.signal('SIGTERM');
    await fortnight.says('finishing what is in hand');
    fortnight.signal('SIGTERM');
    expect(await fortnight.ended).toBe(1);
  });

  it('[S24] ends with 1 and a line in the log where it does not own its data folder any more', async () => {
    const fortnight = await started();
    const lead = await begun();
    rmSync(join(folder, 'owner.json'));
    void lead.command(teamChannel, 'evidence help - Assessments are late.').catch(() => undefined);
    expect(await fortnight.ended).toBe(1);
    expect(fortnight.output().match(/does not own the data folder/g)).toHaveLength(1);
    expect(history()).not.toContain('Assessments are late');
    const next = startProcess(settings());
    await Promise.race([next.says('is connected to Slack'), next.ended]);
    next.signal('SIGTERM');
    expect(await next.ended).toBe(0);
  });

  it('[C5] logs no word that anybody typed, and no token', async () => {
    const fortnight = await started();
    const lead = await begun();
    slack.fail('views.open', { error: 'internal_error' }, 1);
    await lead.command(teamChannel, 'evidence halp - a finding nobody may log');
    fortnight.signal('SIGTERM');
    await fortnight.ended;
    expect(fortnight.output()).toContain('Unexpected fault');
    expect(fortnight.output()).not.toMatch(/nobody may log|xoxb-|xapp-/);
  });

  it('[Z4] goes on where a library lets go of a promise, and logs it under a reference', async () => {
    const stray = 'process.on("SIGUSR2", () => void Promise.reject(new Error("let go")))';
    const fortnight = startProcess({
      ...settings(),
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(stray)}`,
    });
    await fortnight.says('connected to Slack');
    fortnight.signal('SIGUSR2');
    await fortnight.says('Unexpected fault');
    const lead = await begun();
    expect((await lead.command(teamChannel, 'evidence help + a finding')).said?.text).toContain('Saved E-001');
    fortnight.signal('SIGTERM');
    expect(await fortnight.ended).toBe(0);
  });

  it.each([
    ['SLACK_APP_TOKEN', { SLACK_BOT_TOKEN: 'xoxb-1' }],
    ['SLACK_BOT_TOKEN', { SLACK_APP_TOKEN: 'xapp-1' }],
    ['TIME_ZONE', { TIME_ZONE: 'Europe/Nowhere' }],
  ])('[Z1] refuses to start by name: %s', async (name, wrong) => {
    const fortnight = startProcess(wrong);
    expect(await fortnight.ended).toBe(1);
    expect(fortnight.output().trim().split('\n')).toHaveLength(1);
    expect(fortnight.output()).toContain(name);
  });

  it('[Z2] says in one line that Slack refused the token', async () => {
    const fortnight = startProcess({ ...settings(), SLACK_BOT_TOKEN: 'xoxb-not-a-real-one' });
    expect(await fortnight.ended).toBe(1);
    expect(fortnight.output()).toMatch(/Slack refused to connect \(invalid_auth\)/);
    expect(fortnight.output()).not.toMatch(/ at .*:\d+|xoxb-not/);
  });

  it('[Z3] tells a second process which one owns the data folder', async () => {
    const first = await started();
    const second = startProcess(settings());
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(folder);
    first.signal('SIGTERM');
    expect(await first.ended).toBe(0);
  });
});

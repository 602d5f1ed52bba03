import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { doctorWord } from '../../src/cli/doctor.ts';
import { tellVersions } from '../../src/cli/doctor-machine.ts';
import { runWord } from '../../src/cli/run.ts';
import { openLocalSlack } from '../../src/local-slack/index.ts';
import { realFiles } from '../../src/store/files.ts';
import { jsonLines } from '../../src/store/json-lines.ts';
import { northmoor, recordedIn } from '../reports/whole-record.ts';
import { aFolder } from '../store/opened.ts';
import { afterTheTest } from '../support/closing.ts';
import { openNorthmoor } from '../support/fortnight.ts';
import { frameworksFolder } from '../support/frameworks.ts';
import { botScopes, teamChannel, workspace } from '../support/workspace.ts';
import { asked } from './asked.ts';

/** A workspace by a clock that may be wrong, with a folder for records that nobody has used. */
const beside = async ({ scopes = botScopes, slackIsBehind = 0 } = {}) => {
  const now = () => new Date(Date.now() - slackIsBehind);
  const slack = await openLocalSlack({ ...workspace(), botScopes: scopes }, now);
  afterTheTest(() => slack.close());
  const tokens = { SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken, SLACK_API_URL: slack.webApi };
  return { slack, settings: { ...tokens, DATA_DIR: await aFolder() } };
};

/** What the doctor says, in a workspace in which no minute is waited for. */
const seen = async (settings: Record<string, string>, ...args: string[]) => {
  const printed: string[] = [];
  const code = await runWord([doctorWord(0)], ['doctor', '--json', ...args], {
    settings: { FRAMEWORKS_DIR: frameworksFolder, ...settings },
    print: (line) => printed.push(line),
    complain: (line) => printed.push(line),
  });
  const { checked }: { checked: { what: string; is: string; says: string }[] } = JSON.parse(printed.join('\n'));
  const of = (what: string) => checked.filter((each) => each.what === what).map(({ is, says }) => `${is}: ${says}`);
  return { code, checked, of, text: printed.join('\n') };
};

describe('looking at everything before the start', () => {
  it('[DR1] says yes to each where all is well, and ends with 0', async () => {
    const { slack, settings } = await beside();
    const { code, checked } = await seen(settings);
    expect(code).toBe(0);
    const said = new Map(checked.map(({ what, is }) => [what, is]));
    said.delete('Version');
    expect(Object.fromEntries(said)).toEqual({
      Settings: 'yes',
      Folder: 'yes',
      Space: 'yes',
      Owner: 'yes',
      Backup: 'look',
      Records: 'yes',
      Slack: 'yes',
      'Bot token': 'yes',
      Scopes: 'yes',
      'App token': 'yes',
      Clock: 'yes',
      Channels: 'yes',
      'Forms and messages': 'yes',
    });
    const methods = new Set(slack.calls.map(({ method }) => method));
    expect([...methods].sort()).toEqual(['apps.connections.open', 'auth.test', 'blocks.validate']);
  });

  it('[DR2] prints a line for each with yes, look or no, and never a token', async () => {
    const { settings } = await beside();
    const lines: string[] = [];
    const print = (line: string) => lines.push(line);
    await runWord([doctorWord(0)], ['doctor'], { settings, print, complain: print });
    expect(lines.filter((line) => /^(yes|look|no|skip) /.test(line)).length).toBeGreaterThan(12);
    expect(lines.join('\n')).not.toMatch(/xoxb-|xapp-/);
    expect((await seen(settings)).text).not.toMatch(/xoxb-|xapp-/);
  });

  it('[DR2] takes nothing after its name but --json', async () => {
    expect(await asked(['doctor', 'northmoor'])).toMatchObject({ code: 2 });
    expect(await asked(['doctor', '--all'])).toMatchObject({ code: 2 });
  });

  it('[DR3] looks at what it can without tokens, and says what practice and a workspace need', async () => {
    const { code, checked, of } = await seen({ DATA_DIR: await aFolder() });
    expect(code).toBe(0);
    expect(checked.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['Version', 'Settings', 'Folder', 'Space', 'Owner', 'Backup', 'Records']),
    );
    expect(of('Practice')).toEqual(['yes: Its packages are there.']);
    expect(of('Slack')).toEqual([expect.stringMatching(/^skip: .*set its tokens/)]);
  });

  it.each([
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_APP_TOKEN is not'],
    [{ TIME_ZONE: 'EST' }, 'TIME_ZONE is the name of a place'],
    [{ FRAMEWORKS_DIR: '/nowhere' }, '/nowhere'],
  ])('[DR3] names a setting that is wrong, and looks at the folder all the same: %j', async (wrong, words) => {
    const { code, of } = await seen({ ...wrong, DATA_DIR: await aFolder() });
    expect([code, of('Settings'), of('Records')]).toEqual([
      1,
      [expect.stringContaining(words)],
      ['yes: There are none yet.'],
    ]);
  });

  it.each([
    ['24.1.0', true],
    ['26.0.0', true],
    ['20.19.0', 'look'],
    ['25.2.0', 'look'],
  ])('[DR4] says whether Node %s is one to use', (node, well) => {
    const told: unknown[] = [];
    tellVersions(node, (_, is, says) => told.push([is, says]));
    expect(told).toEqual([[well, expect.stringMatching(/^Fortnight \d+\.\d+\.\d+ on Node /)]]);
  });
});

describe('the folder of records, before the start', () => {
  it('[DR5] need not be there yet', async () => {
    const folder = join(await aFolder(), 'records');
    expect((await seen({ DATA_DIR: folder })).of('Folder')).toEqual([expect.stringMatching(/^look: .*makes it when/)]);
  });

  it.runIf(process.platform === 'linux')('[DR5] is refused where nothing stays in it', async () => {
    const inMemory = mkdtempSync('/dev/shm/fortnight-');
    afterTheTest(() => rmSync(inMemory, { recursive: true }));
    expect((await seen({ DATA_DIR: inMemory })).of('Folder')).toEqual([expect.stringMatching(/^no: .* is in memory/)]);
    expect((await seen({ DATA_DIR: '/proc/self' })).of('Folder')).toEqual([
      expect.stringMatching(/^no: Nothing can be/),
    ]);
  });

  it('[DR5] is pointed out where other accounts can reach it', async () => {
    const folder = await aFolder();
    chmodSync(folder, 0o755);
    const { code, of } = await seen({ DATA_DIR: folder });
    expect([code, of('Folder')]).toEqual([0, [expect.stringMatching(/^look: .*chmod 700 /)]]);
  });

  it('[DR6] is asked who owns it, and taken from nobody', async () => {
    const folder = await aFolder();
    const before = (await seen({ DATA_DIR: folder })).of('Owner');
    const store = await jsonLines({ folder, files: realFiles, random: randomBytes, report: () => undefined });
    const meanwhile = (await seen({ DATA_DIR: folder })).of('Owner');
    await expect(store.list(() => 1)).resolves.toEqual([]);
    await store.close();
    writeFileSync(
      join(folder, 'owner.json'),
      JSON.stringify({ pid: 7, host: 'elsewhere', boot: 'x', claim: 'a'.repeat(16), socket: true }),
    );
    const after = (await seen({ DATA_DIR: folder })).of('Owner');
    expect([before, meanwhile, after]).toEqual([
      ['yes: None: the app does not run.'],
      [`yes: The app runs: process ${process.pid} on ${realFiles.self.host}.`],
      [expect.stringMatching(/^look: Perhaps process 7 on elsewhere/)],
    ]);
  });

  it('[DR7] names a backup that is missing or old', async () => {
    const [folder, to] = [await aFolder(), await aFolder()];
    await recordedIn(folder, { restricted: false });
    expect((await seen({ DATA_DIR: folder })).of('Backup')).toEqual([expect.stringMatching(/^look: None is known/)]);
    await asked(['backup', '--to', to], { DATA_DIR: folder });
    expect((await seen({ DATA_DIR: folder })).of('Backup')).toEqual([expect.stringMatching(/^yes: The newest is of /)]);
  });

  it('[DR8] names each record that is closed, and no restricted one', async () => {
    const folder = await aFolder();
    await recordedIn(folder, { restricted: true });
    expect((await seen({ DATA_DIR: folder })).of('Records')).toEqual(['yes: 1 record, none closed.']);
    writeFileSync(join(folder, `${northmoor}.jsonl`), 'not a record\n');
    const { code, of } = await seen({ DATA_DIR: folder });
    expect([code, of('Records')]).toEqual([1, [expect.stringMatching(`^no: ${northmoor} is closed: `)]]);
    rmSync(join(folder, `${northmoor}.jsonl`));
    mkdirSync(join(folder, `${northmoor}.jsonl`));
    expect((await seen({ DATA_DIR: folder })).code).toBe(1);
  });
});

describe('Slack, before the start', () => {
  it('[DR9] is said to be away within seconds, and the rest is looked at', async () => {
    const settings = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', DATA_DIR: await aFolder() };
    const { code, of } = await seen({ ...settings, SLACK_API_URL: 'http://127.0.0.1:1/api/' });
    expect([code, of('Slack'), of('Records')]).toEqual([
      1,
      [expect.stringMatching(/^no: Slack could not be reached/)],
      ['yes: There are none yet.'],
    ]);
    expect(of('All else at Slack')).toEqual([expect.stringMatching(/^skip: /)]);
  });

  it('[DR9] is said to be away where it does not answer', async () => {
    const { slack, settings } = await beside();
    slack.delay('auth.test', new Promise(() => undefined));
    expect((await seen(settings)).of('Slack')).toEqual([expect.stringMatching(/^no: Slack could not be reached/)]);
  });

  it('[DR10] refuses tokens by name', async () => {
    const { settings } = await beside();
    const wrongBot = await seen({ ...settings, SLACK_BOT_TOKEN: 'xoxb-of-another' });
    expect([wrongBot.code, wrongBot.of('Slack'), wrongBot.of('Bot token')]).toEqual([
      1,
      ['yes: It answers.'],
      [expect.stringMatching(/^no: Slack refused it \(invalid_auth\)\. Look at SLACK_BOT_TOKEN/)],
    ]);
    const wrongApp = await seen({ ...settings, SLACK_APP_TOKEN: 'xapp-of-another' });
    expect([wrongApp.code, wrongApp.of('App token')]).toEqual([
      1,
      [expect.stringMatching(/^no: Slack refused it \(invalid_auth\)\. Look at SLACK_APP_TOKEN/)],
    ]);
    expect(wrongApp.of('Forms and messages')).toEqual([expect.stringMatching(/^yes: /)]);
  });

  it('[DR10] says of the signing secret that Slack does not tell', async () => {
    const { slack, settings } = await beside();
    const { SLACK_APP_TOKEN: _, ...others } = settings;
    const { of } = await seen({ ...others, SLACK_SIGNING_SECRET: 'whatever', PORT: '3999' });
    expect(of('Signing secret')).toEqual([expect.stringMatching(/^skip: /)]);
    expect(slack.calls.map(({ method }) => method)).not.toContain('apps.connections.open');
  });

  it('[DR11] holds the scopes against those that the manifest asks for', async () => {
    const less = await beside({ scopes: botScopes.filter((scope) => scope !== 'pins:write') });
    expect((await seen(less.settings)).of('Scopes')).toEqual([
      expect.stringMatching(/^no: .*lacks the scope pins:write/),
    ]);
    const more = await beside({ scopes: [...botScopes, 'channels:history'] });
    const { code, of } = await seen(more.settings);
    expect([code, of('Scopes')]).toEqual([0, [expect.stringMatching(/^look: .*channels:history/)]]);
  });

  it('[DR12] holds the clock against Slack’s', async () => {
    const { settings } = await beside({ slackIsBehind: 10 * 60_000 });
    const { code, of } = await seen(settings);
    expect([code, of('Clock')]).toEqual([1, [expect.stringMatching(/^no: The clock .* ahead of Slack/)]]);
    const near = await beside({ slackIsBehind: 2 * 60_000 });
    expect((await seen(near.settings)).of('Clock')).toEqual([expect.stringMatching(/^yes: /)]);
  });

  it.each([
    ['archived', 'archived'],
    ['shared', 'shared with another organisation'],
    ['public', 'not private'],
    ['without the app', 'not in this channel'],
  ])('[DR13] names a running inspection whose channel is %s', async (how, words) => {
    const fortnight = await openNorthmoor();
    const { slack, folder } = fortnight;
    const settings = {
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.webApi,
      DATA_DIR: folder,
    };
    expect((await seen(settings)).of('Channels')).toEqual([
      'yes: Nothing keeps the app from posting: 1 inspection runs.',
    ]);
    if (how === 'archived') await slack.archive(teamChannel);
    if (how === 'shared') await slack.setShared(teamChannel, true);
    if (how === 'public') slack.setPrivate(teamChannel, false);
    if (how === 'without the app') await slack.kick(slack.appUser, teamChannel);
    expect((await seen(settings)).of('Channels')).toEqual([expect.stringMatching(`^no: ${northmoor}: .*${words}`)]);
  });

  it('[DR14] is asked about every form and message, and asked again where it wants a pause', async () => {
    const { slack, settings } = await beside();
    slack.fail('blocks.validate', { status: 429, retryAfter: 1 }, 1);
    const { of } = await seen(settings);
    const asks = slack.calls.filter(({ method }) => method === 'blocks.validate');
    expect(of('Forms and messages')).toEqual([
      `yes: Slack takes all ${asks.length - 1} that it was shown, with invented content.`,
    ]);
  });

  it('[DR14] is quoted on what it does not take, and goes on with the rest', async () => {
    const { slack, settings } = await beside();
    slack.fail('blocks.validate', { error: 'invalid_view' }, 2);
    const { code, of } = await seen(settings);
    expect([code, of('Forms and messages')]).toEqual([
      1,
      [expect.stringMatching(/^no: Slack does not take /), expect.stringMatching(/^no: Slack does not take /)],
    ]);
    slack.fail('blocks.validate', { error: 'internal_error' }, 1);
    expect(await seen(settings)).toMatchObject({ code: 0 });
  });
});

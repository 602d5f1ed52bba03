import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { settingsIn } from '../../src/config/files.ts';
import { readConfig, settings } from '../../src/config.ts';
import { openSlack } from './outside.ts';
import { startIn } from './process.ts';
import { program } from './programs.ts';

const root = join(import.meta.dirname, '../..');
const names = Object.keys(settings.shape);
const example = join(root, '.env.example');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fortnight-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const written = (name: string, text: string | Uint8Array): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};
const refusal = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    expect(error).toMatchObject({ name: 'SettingRefused' });
    return (error as Error).message;
  }
  throw new Error('it was not refused');
};

describe('the table of settings', () => {
  it('[OP6] has every setting with what it is by itself, and nothing else', () => {
    const listed = settingsIn(example, names);
    expect(Object.keys(listed).sort()).toEqual([...names].sort());
    const unset = Object.fromEntries(names.map((name) => [name, '']));
    const defaults = Object.entries(settings.parse({})).map(([name, value]) => [name, String(value)]);
    expect(listed).toEqual({ ...unset, ...Object.fromEntries(defaults) });
    expect(readConfig(listed)).toEqual(readConfig({}));
  });

  it('[OP6] says in plain words what each is for', () => {
    for (const part of readFileSync(example, 'utf8').trim().split('\n\n')) {
      expect(part).toMatch(/^# \S/);
      expect(part.split('\n').filter((line) => !line.startsWith('#') && !/^[A-Z_]+=\S*$/.test(line))).toEqual([]);
    }
  });

  it('[OP6] is the only one: README names no default', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    expect(readme).toContain('[.env.example](.env.example)');
    for (const name of names) expect(readme).not.toContain(`| \`${name}\``);
  });
});

describe('a file .env', () => {
  it('[OP7] is read by the app and by its command line, without a warning', async () => {
    const slack = await openSlack();
    symlinkSync(join(root, 'data'), join(folder, 'data'));
    mkdirSync(join(folder, 'kept'));
    const tokens = `export SLACK_BOT_TOKEN="${slack.botToken}"\r\nSLACK_APP_TOKEN='${slack.appToken}' # Basic Information\r\n`;
    written(
      '.env',
      `\uFEFF# ours\r\n${tokens}\r\nSLACK_API_URL = ${slack.webApi}\r\nDATA_DIR=kept\r\nLOG_LEVEL=error\r\n`,
    );
    const app = startIn(folder, [program('main')], { LOG_LEVEL: 'info' });
    await Promise.race([app.says('Fortnight is connected to Slack'), app.ended]);
    expect(app.output()).toContain(JSON.stringify(join(folder, 'kept')));
    app.signal('SIGTERM');
    expect(await app.ended).toBe(0);
    expect(app.errors()).toBe('');
    await slack.close();
    const listing = startIn(folder, [program('cli'), 'inspections'], {});
    expect(await listing.ended).toBe(0);
    expect(listing.output()).toBe('There are no inspections in kept.\n');
  });

  it('[OP7] changes nothing that the environment has, if only as empty', async () => {
    written('.env', 'DATA_DIR=nowhere\n');
    for (const [given, said] of [
      ['elsewhere', 'There is no folder elsewhere.'],
      ['', 'There is no folder data/inspections.'],
    ] as const) {
      const listing = startIn(folder, [program('cli'), 'inspections'], { DATA_DIR: given });
      expect(await listing.ended).toBe(2);
      expect(listing.errors()).toContain(said);
    }
  });

  it('[OP7] with a wrong line stops the start by the line, and keeps nobody from help', async () => {
    const file = written('.env', 'DATA_DIR=kept\n\nSLACK_BOT_TOKEN: xoxb-1\n');
    const words = `.env, line 3, is no setting. A line is NAME=value, with a name out of .env.example, or begins with #.\n`;
    const app = startIn(folder, [program('main')], {});
    expect(await app.ended).toBe(1);
    expect(app.output()).toBe(words);
    const listing = startIn(folder, [program('cli'), 'inspections', '--json'], {});
    expect(await listing.ended).toBe(1);
    expect(listing.errors()).toBe(words);
    const help = startIn(folder, [program('cli'), 'help', 'verify'], {});
    expect(await help.ended).toBe(0);
    rmSync(file);
    mkdirSync(file);
    const unread = startIn(folder, [program('main')], {});
    expect(await unread.ended).toBe(1);
    expect(unread.output()).toBe('.env cannot be read (EISDIR).\n');
  });

  it.each([
    ['DATA_DIR=/srv/fort night', '/srv/fort night'],
    ['DATA_DIR=/srv/a#b  ', '/srv/a#b'],
    ['DATA_DIR=/srv/a #b', '/srv/a'],
    ['DATA_DIR="/srv/a #b" # where', '/srv/a #b'],
    ['\tDATA_DIR\t= \'/srv/"a"\'', '/srv/"a"'],
    ['DATA_DIR=', ''],
    ['DATA_DIR= # not decided', ''],
    ['DATA_DIR=a=b', 'a=b'],
    ['DATA_DIR=first\nDATA_DIR=second', 'second'],
  ])('[OP7] is read as it is meant: %j', (text, value) => {
    expect(settingsIn(written('.env', text), names)).toEqual({ DATA_DIR: value });
  });

  it.each(['DATADIR=kept', 'data_dir=kept', 'DATA_DIR', '=kept', 'DATA_DIR="kept', "DATA_DIR='a' b", 'DATA DIR=kept'])(
    '[OP7] is refused where a line would be passed over in silence: %s',
    (text) => {
      const said = refusal(() => settingsIn(written('.env', `# ours\n${text}\n`), names));
      expect(said).toContain('.env, line 2, is no setting.');
      expect(said).not.toContain('kept');
    },
  );
});

describe('a secret in a file', () => {
  const app = { SLACK_APP_TOKEN: 'xapp-1' };

  it.each(['xoxb-1', 'xoxb-1\n', ' xoxb-1\r\n', '\uFEFFxoxb-1\n\n'])(
    '[OP8] is read, whatever an editor put around it: %j',
    (text) => {
      const given = { ...app, SLACK_BOT_TOKEN_FILE: written('bot-token', text) };
      expect(readConfig(given).slack?.botToken).toBe('xoxb-1');
    },
  );

  it('[OP8] can be each of the three, by a link as orchestrators make them', () => {
    const token = (name: string, text: string): string => {
      const link = join(folder, name);
      symlinkSync(written(`..${name}`, text), link);
      return link;
    };
    const bot = { SLACK_BOT_TOKEN_FILE: token('bot', 'xoxb-1\n') };
    expect(readConfig({ ...bot, SLACK_APP_TOKEN_FILE: token('app', 'xapp-1\n') }).slack?.transport).toEqual({
      over: 'sockets',
      appToken: 'xapp-1',
    });
    const secret = { SLACK_SIGNING_SECRET_FILE: token('secret', 'abc\n'), PORT: '3001' };
    expect(readConfig({ ...bot, ...secret }).slack?.transport).toMatchObject({ over: 'http', signingSecret: 'abc' });
  });

  it('[OP8] is refused by name where the setting itself is there too; an empty one is not there', () => {
    const bot = { ...app, SLACK_BOT_TOKEN_FILE: written('bot-token', 'xoxb-1') };
    expect(refusal(() => readConfig({ ...bot, SLACK_BOT_TOKEN: 'xoxb-2' }))).toBe(
      'SLACK_BOT_TOKEN and SLACK_BOT_TOKEN_FILE are both set. Remove one of them.',
    );
    expect(readConfig({ ...bot, SLACK_BOT_TOKEN: '' }).slack?.botToken).toBe('xoxb-1');
    expect(readConfig({ ...app, SLACK_BOT_TOKEN: 'xoxb-2', SLACK_BOT_TOKEN_FILE: '' }).slack?.botToken).toBe('xoxb-2');
  });

  it.each([
    ['nothing', '', 'The file that SLACK_BOT_TOKEN_FILE names is empty.'],
    ['a line end', '\r\n', 'The file that SLACK_BOT_TOKEN_FILE names is empty.'],
    [
      'two lines',
      'xoxb-1\nxoxb-2\n',
      'The file that SLACK_BOT_TOKEN_FILE names holds more than the secret, in plain text.',
    ],
    [
      'what Windows calls Unicode',
      Buffer.from('\uFEFFxoxb-1\n', 'utf16le'),
      'The file that SLACK_BOT_TOKEN_FILE names holds more than the secret, in plain text.',
    ],
    ['another token', 'xapp-secret', 'SLACK_BOT_TOKEN begins with xoxb-.'],
    ['the setting with its name', 'SLACK_BOT_TOKEN=xoxb-1', 'SLACK_BOT_TOKEN begins with xoxb-.'],
  ])('[OP8] is refused by name and without a word of it where the file holds %s', (_, content, words) => {
    const file = written('bot-token', content);
    expect(refusal(() => readConfig({ ...app, SLACK_BOT_TOKEN_FILE: file }))).toBe(words);
  });

  it('[OP8] is refused by name where the file is not there, is a folder, or may not be read', () => {
    const said = (file: string) => refusal(() => readConfig({ ...app, SLACK_BOT_TOKEN_FILE: file }));
    expect(said(join(folder, 'none'))).toBe('The file that SLACK_BOT_TOKEN_FILE names cannot be read (ENOENT).');
    expect(said(folder)).toBe('The file that SLACK_BOT_TOKEN_FILE names cannot be read (EISDIR).');
    if (process.getuid?.() === 0) return;
    const file = written('bot-token', 'xoxb-1');
    chmodSync(file, 0);
    expect(said(file)).toBe('The file that SLACK_BOT_TOKEN_FILE names cannot be read (EACCES).');
  });
});

import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { LocalSlack } from '../../src/local-slack/index.ts';
import { postgres } from '../../src/store/postgres.ts';
import { aDatabase, administering, aServer } from '../support/postgres.ts';
import { teamChannel } from '../support/workspace.ts';
import { freePort } from './free-port.ts';
import { openSlack, startNorthmoor } from './outside.ts';
import { startIn } from './process.ts';

const root = join(import.meta.dirname, '../..');
const operations = (name: string): string => readFileSync(join(root, 'ops', name), 'utf8');

/**
 * Nobody in particular, without a right of their own, in a file system where everything but some folders is read-only: the one with
 * Fortnight in it too, which stands at `installed` there.
 */
const confined = (folder: string, installed: string, writable: readonly string[]): string[] => [
  ...['unshare', '--mount', '--ipc', 'sh', '-c'],
  `${writable.map((each) => `mount --bind '${each}' '${each}'`).join(' && ')} && mkdir -p '${installed}' &&
  mount --bind '${folder}' '${installed}' && mount -o remount,bind,ro '${installed}' && mount -o remount,bind,ro / && cd '${installed}' &&
  exec setpriv --reuid=65534 --regid=65534 --clear-groups --no-new-privs --bounding-set=-all --inh-caps=-all "$@"`,
  'sh',
];
const confines =
  spawnSync('unshare', [
    '--mount',
    'sh',
    '-c',
    'mount -o remount,bind,ro / && setpriv --reuid=65534 --clear-groups true',
  ]).status === 0;

let place: string;
let slack: LocalSlack;
beforeEach(async () => {
  place = mkdtempSync(join(tmpdir(), 'fortnight-operated-'));
  chmodSync(place, 0o755);
  slack = await openSlack();
});
afterEach(async () => {
  await slack.close();
  rmSync(place, { recursive: true, force: true });
});

/** A folder that whoever is confined may write to. */
const theirs = (name: string): string => {
  const folder = join(place, name);
  mkdirSync(folder);
  lchownSync(folder, 65534, 65534);
  return folder;
};

/** A secret that only whoever is confined may read. */
const secret = (name: string, text: string): string => {
  const file = join(theirs(`secret-${name}`), name);
  writeFileSync(file, `${text}\n`, { mode: 0o400 });
  lchownSync(file, 65534, 65534);
  return file;
};

/** What a unit says, as systemd would have it for the first of its instances. */
const unitOf = (name: string, credentials: Record<string, string>) => {
  const unit = operations(name).replaceAll('%i', '1');
  const linesOf = (key: string): string[] =>
    [...unit.matchAll(new RegExp(`^${key}=(.*)$`, 'gm'))].map(([, value = '']) => value);
  const given = new Set(linesOf('LoadCredential').map((each) => each.split(':')[0] ?? ''));
  const settings = linesOf('Environment')
    .flatMap((each) => each.split(' '))
    .map((each) => each.split('='))
    .map(([key = '', value = '']) => {
      const credential = value.startsWith('%d/') ? value.slice(3) : null;
      if (credential === null) return [key, value];
      expect(given).toContain(credential);
      return [key, secret(credential, credentials[credential] ?? '')];
    });
  return { command: (linesOf('ExecStart')[0] ?? '').split(' '), settings: Object.fromEntries(settings) };
};

type Operated = { folder: string; command: string[]; settings: Record<string, string> };

/** Runs what is operated, confined, until something is kept by it; then ends it. Gives what it answered at its ports. */
const operate = async ({ folder, command, settings }: Operated, whileItRuns: (port: string) => Promise<void>) => {
  const port = String(await freePort());
  const data = theirs('data');
  const [words, env] = [
    command.slice(1),
    { ...settings, DATA_DIR: data, SLACK_API_URL: slack.webApi, HEALTH_PORT: port },
  ];
  const within = confined(folder, join(place, 'installed'), [data]);
  const app = startIn(folder, words, env, within);
  await Promise.race([app.says('Fortnight is connected to Slack'), app.ended]);
  const lead = await startNorthmoor(slack, {});
  const { answered } = await lead.command(teamChannel, 'evidence help - Assessments are late in four of nine cases.');
  expect(answered).toBe(true);
  await whileItRuns(port);
  app.signal('SIGTERM');
  expect(await app.ended).toBe(0);
  const [checker = '', ...check] = [...within, process.execPath, 'src/start/fortnight.mjs', 'verify'];
  const verified = spawnSync(checker, check, {
    cwd: folder,
    env: { PATH: process.env.PATH, DATA_DIR: data },
    encoding: 'utf8',
  });
  expect(verified.stdout).toContain('entries hold');
};

it('[CS8] is started by the image and by every unit with the words of npm start', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const image = operations('Dockerfile');
  const started = [
    JSON.parse(/^CMD (\[.*\])$/m.exec(image)?.[1] ?? '').join(' '),
    / (node .*app\.mjs) /.exec(image)?.[1],
    ...['fortnight.service', 'fortnight@.service'].map((unit) => /^ExecStart=\S*\/(.*)$/m.exec(operations(unit))?.[1]),
  ];
  expect(started).toEqual(started.map(() => scripts.start));
});

describe.skipIf(!confines)('operating Fortnight (unshare)', () => {
  it('[CS6] runs out of what the image holds, as nobody, on a read-only disk, until it is told to stop', async () => {
    const [first = '', second = ''] = operations('Dockerfile')
      .split(/^FROM (?=node:)/m)
      .slice(1);
    const image = join(place, 'image');
    const built = join(place, 'built');
    const copied = (stage: string) => [...stage.matchAll(/^COPY (--from=built )?(.*) (\S+)$/gm)];
    for (const [, , paths = ''] of copied(first))
      for (const path of paths.split(' ')) cpSync(join(root, path), join(built, path), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(built, 'node_modules'));
    expect(spawnSync('npm', ['run', '-s', 'build'], { cwd: built, encoding: 'utf8' })).toMatchObject({
      status: 0,
      stderr: '',
    });
    for (const [, from, paths = '', to = ''] of copied(second))
      for (const path of paths.split(' ')) {
        const source = from ? join(built, path.replace('/app/', '')) : join(root, path);
        const target = join(image, to === './' ? path : to);
        mkdirSync(dirname(target), { recursive: true });
        cpSync(source, target, { recursive: true });
      }
    expect(existsSync(join(image, 'node_modules'))).toBe(false);

    const command: string[] = JSON.parse(/^CMD (\[.*\])$/m.exec(second)?.[1] ?? '');
    const health: string[] = JSON.parse(/^HEALTHCHECK .*CMD (\[.*\])$/m.exec(second)?.[1] ?? '');
    const settings = Object.fromEntries(
      (/^ENV (.*)$/m.exec(second)?.[1] ?? '').split(' ').map((each) => each.split('=')),
    );
    const secrets = {
      SLACK_BOT_TOKEN_FILE: secret('bot-token', slack.botToken),
      SLACK_APP_TOKEN_FILE: secret('app-token', slack.appToken),
    };
    await operate({ folder: image, command, settings: { ...settings, ...secrets } }, async (port) => {
      const asked = startIn(
        image,
        health.slice(1).map((word) => word.replace('8080', port)),
        {},
      );
      expect(await asked.ended).toBe(0);
    });
  });

  it('[CS7] runs as the systemd unit starts it, and every alert is about something that it says', async () => {
    const tokens = { 'bot-token': slack.botToken, 'app-token': slack.appToken };
    const unit = unitOf('fortnight.service', tokens);
    const rules: { expr: string; annotations: { summary: string } }[] = parse(operations('alerts.yml')).groups[0].rules;
    await operate({ folder: root, ...unit }, async (port) => {
      const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
      for (const { expr } of rules)
        for (const [name] of expr.matchAll(/\b(?:fortnight|process)_\w+/g)) expect(metrics).toContain(name);
    });
    expect(rules.filter(({ annotations }) => !annotations.summary.endsWith('.'))).toEqual([]);
  });

  it('[RO1] runs as several replicas, as the systemd template starts each, without a folder to write to', async () => {
    const [address, ports] = [await aDatabase(), [String(await freePort()), String(await freePort())]];
    const secrets = { 'bot-token': slack.botToken, 'app-token': slack.appToken, 'database-url': address };
    const { command, settings } = unitOf('fortnight@.service', secrets);
    const within = confined(root, join(place, 'installed'), [theirs('nothing')]);
    const replicas = ports.map((port) =>
      startIn(root, command.slice(1), { ...settings, SLACK_API_URL: slack.webApi, HEALTH_PORT: port }, within),
    );
    for (const each of replicas) await Promise.race([each.says('Fortnight is connected to Slack'), each.ended]);
    const lead = await startNorthmoor(slack, {});
    const line = await lead.command(teamChannel, 'evidence help - Assessments are late in four of nine cases.');
    expect(line.answered).toBe(true);
    for (const port of ports) {
      const answer = await fetch(`http://127.0.0.1:${port}/readyz`);
      expect({ status: answer.status, words: await answer.text() }).toMatchObject({
        status: 200,
        words: expect.stringContaining('records: in the database'),
      });
    }
    for (const each of replicas) each.signal('SIGTERM');
    expect(await Promise.all(replicas.map((each) => each.ended))).toEqual([0, 0]);
  });
});

describe('operating PostgreSQL', () => {
  type Service = { ports?: unknown; networks?: string[]; secrets?: string[] };
  type Compose = {
    services: Record<string, Service>;
    networks: Record<string, unknown>;
    secrets: Record<string, unknown>;
  };
  const { services, networks, secrets }: Compose = parse(operations('compose.postgres.yml'), { merge: true });

  it('[RO2] has it in a network of its own in which no port leads, and every secret in a file', () => {
    expect(networks).toEqual({ records: { internal: true } });
    expect(services.database?.networks).toEqual(['records']);
    for (const { ports, secrets: used = [] } of Object.values(services)) {
      expect(ports).toBeUndefined();
      for (const each of used) expect(Object.keys(secrets)).toContain(each);
    }
    expect(operations('compose.postgres.yml')).not.toMatch(/PASSWORD: /);
  });

  it.skipIf(spawnSync('psql', ['--version']).status !== 0)(
    '[RO2] gives the app a role that owns its own database and nothing else (psql)',
    async () => {
      const server = await aServer();
      const { hostname, port, username, password } = new URL(server.address());
      const { status, stderr } = spawnSync('sh', [join(root, 'ops/database-role.sh')], {
        env: {
          PATH: process.env.PATH,
          PGHOST: hostname,
          PGPORT: port,
          PGPASSWORD: password,
          POSTGRES_USER: username,
          DATABASE_PASSWORD_FILE: secret('database-password', "a word's end"),
        },
        encoding: 'utf8',
      });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      const own = `postgresql://fortnight:${encodeURIComponent("a word's end")}@${hostname}:${port}/fortnight`;
      const store = await postgres({ address: own, random: randomBytes, report: () => {} });
      expect(await store.list(({ inspection }) => inspection)).toEqual([]);
      await store.close();
      await expect(administering(own)('create role another')).rejects.toThrow('permission denied');
      await expect(administering(server.address())('select 1')).rejects.toThrow('password authentication failed');
      await server.remove();
    },
  );
});

describe.skipIf(spawnSync('systemd-analyze', ['--version']).status !== 0)('the systemd units (systemd-analyze)', () => {
  const units = readdirSync(join(root, 'ops')).filter((name) => /\.(service|timer)$/.test(name));

  it.each(units)('[CS7] %s is one that systemd takes without a word', (unit) => {
    const own = join(place, unit.replace('@', '@1'));
    writeFileSync(own, operations(unit).replaceAll('/usr/bin/node', process.execPath));
    const { status, stdout, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', own], { encoding: 'utf8' });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
  });
});

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBackup } from '../../src/store/backups.ts';
import { realFiles } from '../../src/store/files.ts';
import { draft, inspection } from '../store/drafts.ts';
import { aFolder, opened } from '../store/opened.ts';
import { afterTheTest } from '../support/closing.ts';
import { teamChannel } from '../support/workspace.ts';
import { openSlack, startNorthmoor } from './outside.ts';
import { startNode } from './process.ts';
import { program, startProcess } from './programs.ts';

const cli = async (folder: string, ...words: string[]) => {
  const run = startNode([program('cli'), ...words], { DATA_DIR: folder });
  return { code: await run.ended, output: run.output(), errors: run.errors() };
};

describe('a restore drill', () => {
  it('[BR11] under load: backed up, lost, restored; each receipt up to the backup is there, and the app goes on', async () => {
    const [folder, to] = [join(await aFolder(), 'data'), join(await aFolder(), 'backup')];
    const slack = await openSlack();
    afterTheTest(() => slack.close());
    const settings = {
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.webApi,
      DATA_DIR: folder,
    };
    const fortnight = startProcess(settings);
    await fortnight.says('connected to Slack');
    const lead = await startNorthmoor(slack, {});

    const receipts: { item: string; hash: string; said: number }[] = [];
    let stop = false;
    const recording = (async () => {
      while (!stop) {
        const answer = await lead.command(teamChannel, `evidence help - Seen in case file ${receipts.length}`);
        const [, item, hash] = /Saved (E-\d+)[\s\S]*\n([0-9a-f]{6})$/.exec(answer.said?.text ?? '') ?? [];
        if (item && hash) receipts.push({ item, hash, said: receipts.length });
      }
    })();
    let before = 0;
    for (let backup = 0; backup < 3; backup += 1) {
      before = receipts.length;
      expect(await cli(folder, 'backup', '--to', to)).toMatchObject({ code: 0, errors: '' });
    }
    stop = true;
    await recording;
    fortnight.signal('SIGKILL');
    await fortnight.ended;
    rmSync(folder, { recursive: true });

    expect(await cli(folder, 'restore', to)).toMatchObject({ code: 0, errors: '' });
    const entries = readFileSync(join(folder, `${inspection}.jsonl`), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const there = new Map(
      entries.flatMap(({ hash, body }) => body.events.map(({ item }: { item?: string }) => [item, hash.slice(0, 6)])),
    );
    const head = (await readBackup(realFiles, to))?.records[0]?.copy?.head;
    expect(entries.at(-1)).toMatchObject({ hash: head?.hash, header: { version: head?.version } });
    expect(before).toBeGreaterThan(0);
    for (const { item, hash, said } of receipts)
      if (said < before || there.has(item)) expect(there.get(item), item).toBe(hash);

    expect((await cli(folder, 'verify')).code).toBe(0);
    const again = startProcess(settings);
    await again.says('connected to Slack');
    const saved = await lead.command(teamChannel, 'evidence help - Seen after all was restored');
    expect(saved.said?.text).toContain('Saved E-');
    again.signal('SIGTERM');
    expect(await again.ended).toBe(0);
    expect(await cli(folder, 'backup', '--to', to)).toMatchObject({ code: 0 });
  });
});

/** A data folder with that many records. */
const records = async (count: number): Promise<string> => {
  const folder = await aFolder();
  const { store } = await opened(folder);
  for (let n = 0; n < count; n += 1) {
    const id = `northmoor-${2000 + n}-11-19`;
    const { hash } = await store.append(id, 0, draft(0, 'x'.repeat(20_000)));
    await store.noteHeads([{ inspection: id, channel: null, first: hash, head: { version: 1, hash }, of: null }]);
  }
  await store.close();
  return folder;
};

/** Runs the command line, and kills it as kill -9 does as soon as so much is there in a folder. */
const killedWhen = async (
  settings: Record<string, string>,
  words: string[],
  isReached: () => boolean,
): Promise<void> => {
  const child = spawn(process.execPath, [program('cli'), ...words], {
    env: { PATH: process.env.PATH, ...settings },
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  while (child.exitCode === null && !isReached()) await new Promise(setImmediate);
  child.kill('SIGKILL');
  await ended;
};

const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

describe('a command line that is killed', () => {
  it('[BR3] in the midst of a backup leaves the one before, which is restored, and is made again', async () => {
    const folder = await records(20);
    const to = join(await aFolder(), 'backup');
    await cli(folder, 'backup', '--to', to);
    const { store } = await opened(folder);
    for (const name of await store.list(({ inspection }) => inspection)) await store.append(name, 1, draft(1));
    await store.close();
    const holding = (output: string, entries: string) =>
      output.split('\n').filter((line) => line.includes(entries)).length;
    for (const copies of [1, 10, 19]) {
      const place = await aFolder();
      cpSync(to, place, { recursive: true });
      const copiesIn = () => namesIn(place).filter((name) => name.endsWith('.jsonl')).length;
      await killedWhen({ DATA_DIR: folder }, ['backup', '--to', place], () => copiesIn() >= 20 + copies);
      const { code, output } = await cli(await aFolder(), 'restore', place);
      expect({ code, holding: holding(output, 'entry holds') + holding(output, '2 entries hold') }).toEqual({
        code: 0,
        holding: 20,
      });
      expect(await cli(folder, 'backup', '--to', place)).toMatchObject({ code: 0, errors: '' });
      expect(namesIn(place)).toHaveLength(22);
      expect(holding((await cli(await aFolder(), 'restore', place)).output, '2 entries hold')).toBe(20);
    }
  });

  it('[BR6] in the midst of a restore is finished by asking again, and nothing is half there in silence', async () => {
    const folder = await records(20);
    const to = join(await aFolder(), 'backup');
    await cli(folder, 'backup', '--to', to);
    for (const [place, names] of [
      ['restoring', 1],
      ['restoring', 15],
      ['restored', 0],
      ['', 3],
      ['', 10],
    ] as const) {
      const into = await aFolder();
      const reached = () =>
        (place === ''
          ? namesIn(into).filter((name) => name.endsWith('.jsonl')).length
          : namesIn(join(into, place)).length) > names;
      await killedWhen({ DATA_DIR: into }, ['restore', to], reached);
      const here = namesIn(into).filter((name) => name.endsWith('.jsonl')).length;
      if (here > 0 && here < 20) expect((await cli(into, 'verify')).output).toContain('its file is missing');
      // Where it had come to its end before it was killed, it is refused as done.
      const again = await cli(into, 'restore', to);
      expect(again.code === 0 || here === 20, again.output).toBe(true);
      expect(namesIn(into).filter((name) => name.endsWith('.jsonl'))).toHaveLength(20);
      expect((await cli(into, 'verify')).code).toBe(0);
    }
  });
});

const mounts = spawnSync('unshare', ['--mount', 'sh', '-c', 'mount -t tmpfs none /mnt']).status === 0;

describe.skipIf(!mounts)('a disk that is full, or takes nothing (unshare)', () => {
  it('[BR3] [BR6] is said in words, leaves the backup from before whole, and a restore to be asked for again', async () => {
    const [folder, grown, disk, small] = [await records(3), await aFolder(), await aFolder(), await aFolder()];
    cpSync(folder, grown, { recursive: true });
    const { store } = await opened(grown);
    for (const name of ['northmoor-2000-11-19', 'northmoor-2001-11-19']) await store.append(name, 1, draft(1));
    await store.close();
    const script = `mount -t tmpfs -o size=200k none "$3" && mount -t tmpfs -o size=60k none "$4" &&
      DATA_DIR="$1" "$NODE" "$CLI" backup --to "$3/backup"; dd if=/dev/zero of="$3/filling" bs=4k 2>/dev/null
      DATA_DIR="$2" "$NODE" "$CLI" backup --to "$3/backup" 2>&1; truncate -s -32k "$3/filling"
      DATA_DIR="$2" "$NODE" "$CLI" backup --to "$3/backup" 2>&1
      DATA_DIR="$4" "$NODE" "$CLI" restore "$3/backup" 2>&1; ls "$4"; mount -o remount,size=1m "$4"
      DATA_DIR="$4" "$NODE" "$CLI" restore "$3/backup" && ls "$4"; rm "$3/filling"
      DATA_DIR="$2" "$NODE" "$CLI" backup --to "$3/backup"`;
    const env = { PATH: process.env.PATH, NODE: process.execPath, CLI: program('cli') };
    const words = ['--mount', 'sh', '-c', script, 'sh', folder, grown, disk, small];
    const { stdout } = spawnSync('unshare', words, { encoding: 'utf8', env });
    const refused = 'The backup was not made. One from before is as it was. (ENOSPC: no space left on device, write)';
    const names = ['heads.log', ...[2000, 2001, 2002].map((year) => `northmoor-${year}-11-19.jsonl`), 'operations.log'];
    expect(stdout.split('\n').filter((line) => !/^northmoor.*: 1 entry holds/.test(line))).toEqual([
      `3 records are in ${disk}/backup: 3 copied.`,
      ...[refused, refused],
      'Not all is restored. Once this is put right, ask again. (ENOSPC: no space left on device, write)',
      'heads.log',
      expect.stringMatching(/^This is the backup of \d{4}-.*Z\. What was recorded after that is not in it\.$/),
      ...names,
      `3 records are in ${disk}/backup: 1 copied, the others as they were.`,
      '',
    ]);
  });

  it('[BR12] that can only be read is backed up all the same, and says that this is not noted', async () => {
    const [folder, to] = [await records(2), await aFolder()];
    // Also where an earlier one was noted.
    await cli(folder, 'backup', '--to', to);
    const { store } = await opened(folder);
    await store.append('northmoor-2000-11-19', 1, draft(1));
    await store.close();
    const script = 'mount --bind "$1" "$1" && mount -o remount,ro,bind "$1" && "$NODE" "$CLI" backup --to "$2"';
    const env = { PATH: process.env.PATH, NODE: process.execPath, CLI: program('cli'), DATA_DIR: folder };
    const ran = spawnSync('unshare', ['--mount', 'sh', '-c', script, 'sh', folder, to], { encoding: 'utf8', env });
    expect(ran).toMatchObject({ status: 0, stdout: expect.stringContaining('1 copied') });
    expect(ran.stderr).toBe(
      `The backup is not noted in ${folder}/operations.log and heads.log, which can't be written to from here.\n`,
    );
    expect((await cli(await aFolder(), 'restore', to)).code).toBe(0);
  });
});

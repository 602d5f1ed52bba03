import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inspection, recorded } from '../store/drafts.ts';
import { aFolder, opened } from '../store/opened.ts';
import { program } from './programs.ts';

/** A shell in which `$data` is a small disk with what was in `$from`, and so full that no file fits any more. */
const onFullDisk = (from: string, to: string, words: string) =>
  spawnSync(
    'unshare',
    [
      ...['--mount', 'sh', '-c'],
      `mkdir -p "$2" && mount -t tmpfs -o size=64k none "$2" && cp -a "$1"/*.jsonl "$2" &&
      { dd if=/dev/zero of="$2/filling" bs=4k 2>/dev/null; cd "$3"; ${words}; }`,
      ...['sh', from, to, process.cwd()],
    ],
    {
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        DATA_DIR: to,
        SLACK_BOT_TOKEN: 'xoxb-none',
        SLACK_APP_TOKEN: 'xapp-none',
        NODE: process.execPath,
        MAIN: program('main'),
        CLI: program('cli'),
      },
    },
  );

const mounts = spawnSync('unshare', ['--mount', 'sh', '-c', 'mount -t tmpfs none /mnt']).status === 0;

describe.skipIf(!mounts)('a start on a full disk (unshare)', () => {
  it('[S12] says that it is full, that nothing is lost, and what still reads', async () => {
    const folder = await aFolder();
    const { store } = await opened(folder);
    await recorded(store, inspection, 2);
    await store.close();
    const started = onFullDisk(folder, join(folder, 'data'), '"$NODE" "$MAIN"; echo "ended with $?"; ls "$DATA_DIR"');
    expect(started.stderr).toBe(
      'The disk that DATA_DIR is on is full, so nothing new can be kept and Fortnight does not start. Nothing that was recorded is lost. Make room and start it again; until then fortnight verify, export and inspections still read.\n',
    );
    expect(started.stdout.trim().split('\n')).toEqual(['ended with 1', 'filling', `${inspection}.jsonl`]);
    const verified = onFullDisk(folder, join(folder, 'data'), '"$NODE" "$CLI" verify');
    expect(verified.stdout).toContain(`${inspection}: 2 entries hold`);
  });
});

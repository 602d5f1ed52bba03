/**
 * `npm run try-node -- 24`: gets that Node as an npm package and has it start Fortnight, replay Northmoor and pass the tests of the
 * store and of starting and stopping. Ends with 1 where it does not.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const wanted = process.argv[2];
if (!/^\d+(\.\d+){0,2}$/.test(wanted ?? '')) {
  process.stderr.write('Usage: npm run try-node -- <version>, such as 24 or 20.19.0\n');
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'fortnight-node-'));
try {
  const got = spawnSync('npm', ['install', '--silent', '--prefix', folder, `node@${wanted}`], { stdio: 'inherit' });
  const node = join(folder, 'node_modules/node/bin/node');
  // Whatever a test starts finds this Node first.
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` };
  const tries = {
    'says its version': ['src/start/fortnight.mjs', 'version'],
    'replays Northmoor': ['src/start/fortnight.mjs', 'replay', 'data/practice/northmoor-2013.json'],
    'passes the tests': ['node_modules/vitest/vitest.mjs', 'run', 'test/store', 'test/main/start-and-stop.test.ts'],
  };
  const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? wanted;
  let wrong = got.status !== 0;
  for (const [what, words] of wrong ? [] : Object.entries(tries)) {
    const { status, stdout, stderr } = spawnSync(node, words, { cwd: root, env, encoding: 'utf8', maxBuffer: 1 << 28 });
    process.stdout.write(`${status === 0 ? 'yes' : 'NO '}  Node ${version} ${what}\n`);
    if (status === 0) continue;
    process.stderr.write(`${stdout.slice(-4000)}\n${stderr.slice(-4000)}\n`);
    wrong = true;
  }
  process.exitCode = wrong ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

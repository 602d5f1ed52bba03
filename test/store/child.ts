import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { program } from '../main/programs.ts';

export type Child = {
  pid: number;
  /** What it says, a line at a time, until it ends. */
  lines: AsyncIterator<string>;
  /** Kills it as kill -9 does, and resolves when it is gone. */
  kill: () => Promise<void>;
};

/** What starts a program in a process namespace and under a host name of its own, as a container does. */
export const namespaces = (host: string): string[] => [
  'unshare',
  ...['--pid', '--fork', '--kill-child', '--mount-proc', '--uts'],
  ...['sh', '-c', `hostname ${host} && exec "$@"`, 'sh'],
];

/** Starts the recording process (`child-recording.ts`), within what is given, and waits until it has opened the folder. */
export const startRecording = async (
  folder: string,
  inspection: string,
  most: number,
  within: readonly string[] = [],
): Promise<Child> => {
  const words = [...within, process.execPath, program('recording'), folder, inspection, String(most)];
  // Unshare itself says something of its own when what it started is killed.
  const errors = within.length > 0 ? 'ignore' : 'inherit';
  const child: ChildProcess = spawn(words[0] ?? '', words.slice(1), { stdio: ['ignore', 'pipe', errors] });
  if (child.stdout === null || child.pid === undefined) throw new Error('The child could not be started');
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const { value } = await lines.next();
  if (value !== 'opened') throw new Error(`The child said ${value} where it should have opened the folder`);
  const [inner] =
    within.length > 0 ? readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').split(' ') : [];
  const pid = Number(inner ?? child.pid);
  return {
    pid,
    lines,
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      process.kill(pid, 'SIGKILL');
      await gone;
    },
  };
};

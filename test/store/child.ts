import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { program } from '../main/programs.ts';

export type Child = {
  pid: number;
  /** What it says, a line at a time, until it ends. */
  lines: AsyncIterator<string>;
  /** Kills it as kill -9 does, and resolves when it is gone. */
  kill: () => Promise<void>;
};

/** Starts the recording process (`child-recording.ts`) and waits until it has opened the folder. */
export const startRecording = async (folder: string, inspection: string, most: number): Promise<Child> => {
  const child: ChildProcess = spawn(process.execPath, [program('recording'), folder, inspection, String(most)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.stdout === null || child.pid === undefined) throw new Error('The child could not be started');
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const { value } = await lines.next();
  if (value !== 'opened') throw new Error(`The child said ${value} where it should have opened the folder`);
  return {
    pid: child.pid,
    lines,
    kill: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
};

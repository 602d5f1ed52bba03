import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { settings as known } from '../../src/config.ts';

const root = join(import.meta.dirname, '../..');
const unset = Object.fromEntries(Object.keys(known.shape).map((name) => [name, '']));

/** Node with these arguments and settings, and no others, in the project's folder, within what is given: its output, and how it ended. */
export const startNode = (words: readonly string[], settings: Record<string, string>, within: readonly string[] = []) =>
  startIn(root, words, settings, within);

/** The same in another folder, from which everything it reads is found. */
export const startIn = (
  folder: string,
  words: readonly string[],
  settings: Record<string, string>,
  within: readonly string[] = [],
) => {
  const [command = '', ...rest] = [...within, process.execPath, ...words];
  const child = spawn(command, rest, {
    cwd: folder,
    // What stands in `.env`, for whoever works here with one, is not for tests.
    env: { PATH: process.env.PATH, ...(folder === root ? unset : {}), ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const waiting: { text: string; tell: () => void }[] = [];
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const hear = (chunk: Buffer) => {
    output += chunk.toString();
    for (const { text, tell } of waiting) if (output.includes(text)) tell();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)));
  return {
    output: () => output,
    /** What it said on standard error. */
    errors: () => errors,
    ended,
    says: (text: string): Promise<void> =>
      output.includes(text) ? Promise.resolve() : new Promise((tell) => waiting.push({ text, tell })),
    signal: (name: NodeJS.Signals) => child.kill(name),
  };
};

import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { program } from '../main/programs.ts';
import { temporaryFolder } from './replaying.ts';

const root = join(import.meta.dirname, '../..');

type Ended = { code: number; out: string; complaints: string };

/** Starts the app in a folder as somebody does who has set no tokens, and waits for its end. */
const started = (program: readonly string[], folder: string, ...words: string[]): Promise<Ended> => {
  const { PATH } = process.env;
  return new Promise((resolve) => {
    execFile(process.execPath, [...program, ...words], { cwd: folder, env: { PATH } }, (error, out, complaints) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1, out, complaints }),
    );
  });
};

/** A folder with what the app reads, and nothing that it has written. */
const place = (): string => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'data/practice'), { recursive: true });
  const written = ['inspections', 'practice'];
  const data = readdirSync(join(root, 'data')).filter((name) => !written.includes(name));
  for (const path of ['manifest.yml', 'data/practice/northmoor-2013.json', ...data.map((name) => `data/${name}`)])
    symlinkSync(join(root, path), join(folder, path));
  return folder;
};

describe('Replaying a fortnight on the command line', () => {
  it('[Q9] goes through it, says how to connect a workspace, and ends by itself', async () => {
    const folder = place();
    const sample = 'data/practice/northmoor-2013.json';
    const { code, out, complaints } = await started([program('cli')], folder, 'replay', sample);
    expect({ code, complaints }).toEqual({ code: 0, complaints: '' });
    const end = out.slice(out.indexOf('That was the fortnight.'));
    expect(end).toContain('SLACK_BOT_TOKEN and SLACK_APP_TOKEN');
    expect(readdirSync(join(folder, 'data/practice/inspections')).sort()).toEqual([
      'heads.log',
      'northmoor-2013-11-19.jsonl',
      'northmoor-2013-11-19.restricted.jsonl',
    ]);
  });

  it('[Q9] says what is wrong with the file, and ends with 1', async () => {
    const { code, complaints } = await started([program('cli')], place(), 'replay', 'nowhere.json');
    expect({ code, complaints }).toMatchObject({
      code: 1,
      complaints: expect.stringMatching(/^The scenario nowhere.json cannot be read: /),
    });
  });
});

describe('Starting the app without Slack tokens', () => {
  it('[Q10] says in a line what is missing where the development packages are not installed', async () => {
    const folder = place();
    for (const path of ['src', 'commands', 'package.json', 'package-lock.json'])
      cpSync(join(root, path), join(folder, path), { recursive: true });
    mkdirSync(join(folder, 'node_modules'));
    for (const name of readdirSync(join(root, 'node_modules')).filter((each) => !['emulate', 'yaml'].includes(each)))
      symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
    const { code, out, complaints } = await started([join(folder, 'src/start/app.mjs')], folder);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(complaints).toBe(
      'Practice needs the development packages: run npm ci. To connect to Slack instead, set SLACK_BOT_TOKEN and SLACK_APP_TOKEN.\n',
    );
  });
});

import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freePort } from '../main/free-port.ts';
import { startIn } from '../main/process.ts';
import { program } from '../main/programs.ts';
import { practiceFolder } from './opened-page.ts';

const root = join(import.meta.dirname, '../..');

/** A folder with what the app reads, the page as it was built, and nothing that anybody practised. */
const place = (): string => {
  const folder = practiceFolder();
  mkdirSync(join(folder, 'data/practice'), { recursive: true });
  const written = ['inspections', 'practice'];
  const data = readdirSync(join(root, 'data')).filter((name) => !written.includes(name));
  const practice = readdirSync(join(root, 'data/practice')).filter((name) => name.endsWith('.json') || name === 'page');
  for (const path of [
    'manifest.yml',
    ...data.map((name) => `data/${name}`),
    ...practice.map((name) => `data/practice/${name}`),
  ])
    symlinkSync(join(root, path), join(folder, path));
  return folder;
};

const started = async (folder: string) => {
  const port = await freePort();
  const app = startIn(folder, [program('main')], { PRACTICE_PORT: String(port) });
  await app.says('Practice is open');
  return { app, url: `http://localhost:${port}` };
};

describe('Starting the app without Slack tokens', () => {
  it('[PP21] [TM6] opens the practice page, says where, and keeps it open until it is told to end', async () => {
    const folder = place();
    const { app, url } = await started(folder);
    expect(app.output()).toContain(url);
    expect(app.output()).toContain('data/practice/workspace');
    expect(app.output()).toContain(
      'It is 09:00 on Monday 10 November 2025 in Europe/London, by a clock that you move.',
    );
    expect(await (await fetch(url)).text()).toContain('<title>PRACTICE');
    app.signal('SIGTERM');
    expect(await app.ended).toBe(0);
    expect(app.errors()).toBe('');
  });

  it('[PP21] says in a line that practice runs already in this folder', async () => {
    const folder = place();
    const { app } = await started(folder);
    const port = String(await freePort());
    const second = startIn(folder, [program('main')], { PRACTICE_PORT: port });
    expect(await second.ended).toBe(1);
    expect(second.errors().trim().split('\n')).toHaveLength(1);
    app.signal('SIGINT');
    expect(await app.ended).toBe(0);
  });
});

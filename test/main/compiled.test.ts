import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A copy of the sources that was never compiled, beside these packages. */
const sources = (packages = join(root, 'node_modules')): string => {
  const folder = mkdtempSync(join(tmpdir(), 'fortnight-sources-'));
  made.push(folder);
  for (const path of [
    'src',
    'commands',
    'package.json',
    'package-lock.json',
    'data/frameworks',
    'data/lists',
    'data/names',
  ])
    cpSync(join(root, path), join(folder, path), { recursive: true });
  symlinkSync(packages, join(folder, 'node_modules'));
  return folder;
};

/** A folder of packages without one of them. */
const packagesWithout = (name: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'fortnight-packages-'));
  made.push(folder);
  for (const each of readdirSync(join(root, 'node_modules')))
    if (each !== name) symlinkSync(join(root, 'node_modules', each), join(folder, each));
  return folder;
};

const node = (folder: string, file: string, words: readonly string[], settings = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join('src/start', file), ...words], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...settings },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};
const fortnight = (folder: string, ...words: string[]) => node(folder, 'fortnight.mjs', words);

const builds = (folder: string): string[] => readdirSync(join(folder, 'dist'));
const built = (folder: string): string => join(folder, 'dist', builds(folder)[0] ?? '');

describe('starting Fortnight', () => {
  it('[PA9] loads nothing that makes papers: that stands in a file of its own', () => {
    const folder = sources();
    fortnight(folder, 'version');
    // A string may go on in the next line.
    const text = (name: string): string => readFileSync(join(built(folder), name), 'utf8').replaceAll('\\\n', '');
    const ofWord = 'tblHeader';
    expect(text('papers.mjs')).toContain(ofWord);
    const others = readdirSync(built(folder)).filter((name) => /js$/.test(name) && name !== 'papers.mjs');
    expect(others.filter((name) => text(name).includes(ofWord))).toEqual([]);
  });

  it('[CS1] compiles it at the first start, quietly, and again only where a source has changed', () => {
    const folder = sources();
    const version = `${JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version}\n`;
    expect(fortnight(folder, 'version')).toEqual({ status: 0, stdout: version, stderr: '' });
    const first = statSync(built(folder)).ino;
    expect(fortnight(folder, 'version').stdout).toBe(version);
    expect(statSync(built(folder)).ino).toBe(first);

    const about = join(folder, 'src/cli/version.ts');
    writeFileSync(about, readFileSync(about, 'utf8').replace('Says which version', 'Tells which version'));
    expect(fortnight(folder, 'version', '--help').stdout).toContain('Tells which version');
    expect(builds(folder)).toHaveLength(1);
  });

  it('[CS1] reads its sources again where one was written as long and as old as before', () => {
    const folder = sources();
    fortnight(folder, 'version');
    // Only what was not written just now is taken for unchanged unread.
    while (!existsSync(join(built(folder), 'stood'))) fortnight(folder, 'version');
    const about = join(folder, 'src/cli/version.ts');
    const { atime, mtime } = statSync(about);
    writeFileSync(about, readFileSync(about, 'utf8').replace('Says which version', 'Puts which version'));
    utimesSync(about, atime, mtime);
    expect(fortnight(folder, 'version', '--help').stdout).toContain('Puts which version');
  });

  it('[CS1] says what is wrong in a source, and goes on to nothing', () => {
    const folder = sources();
    writeFileSync(join(folder, 'src/cli/version.ts'), 'export const = ;');
    const { status, stdout, stderr } = fortnight(folder, 'version');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('src/cli/version.ts:1:13');
    expect(stderr).toMatch(/Fortnight could not be compiled\.\n$/);
    expect(builds(folder)).toEqual([]);
  });

  it('[CS2] says in a line that it cannot be compiled where its folder takes nothing', () => {
    const folder = sources();
    writeFileSync(join(folder, 'dist'), '');
    const { status, stderr } = fortnight(folder, 'version');
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^Fortnight is not compiled as its sources stand, and \S+dist can't be written \(EEXIST\)\. .*\n$/,
    );
  });

  it('[CS2] runs where it stands compiled and its sources do not, as in an image', () => {
    const folder = sources();
    fortnight(folder, 'version');
    for (const path of ['src/main.ts', 'src/cli', 'commands', 'package-lock.json'])
      rmSync(join(folder, path), { recursive: true });
    expect(fortnight(folder, 'frameworks')).toMatchObject({ status: 0, stderr: '' });
    rmSync(join(folder, 'dist'), { recursive: true });
    const { status, stderr } = fortnight(folder, 'frameworks');
    expect({ status, lines: stderr.trim().split('\n').length }).toEqual({ status: 1, lines: 1 });
  });

  it('[CS3] never fails an install that cannot compile yet, and says at the start what is missing', () => {
    const folder = sources(packagesWithout('esbuild'));
    expect(node(folder, 'build.mjs', ['--if-possible']).status).toBe(0);
    expect(fortnight(folder, 'version')).toEqual({
      status: 1,
      stdout: '',
      stderr: 'Fortnight is not compiled yet, and what compiles it is not here. Run npm ci.\n',
    });
  });

  it('[CS4] has neither practice nor what compiles in the program that connects to Slack', () => {
    const folder = sources();
    fortnight(folder, 'version');
    const { sources: files } = JSON.parse(readFileSync(join(built(folder), 'main.cjs.map'), 'utf8'));
    const others = files.filter((file: string) => /\/src\/(?:practice|local-slack|page|cli)\b|\/esbuild\//.test(file));
    expect(others).toEqual([]);
    expect(files.some((file: string) => file.endsWith('/src/slack/app.ts'))).toBe(true);
  });

  it('[CS9] is compiled to letters of which each takes one byte', () => {
    const folder = sources();
    fortnight(folder, 'version');
    const code = readdirSync(built(folder)).filter((name) => /\.(?:mjs|cjs)$/.test(name));
    expect(code).toContain('main.cjs');
    for (const name of code) expect(readFileSync(join(built(folder), name)).every((byte) => byte < 0x80)).toBe(true);
  });

  it('[CS5] takes nothing that was kept of an earlier start for code where it is not whole', () => {
    const folder = sources();
    fortnight(folder, 'version');
    const kept = join(built(folder), `main.cjs.${process.version}-${process.arch}`);
    mkdirSync(join(folder, 'data/inspections'), { recursive: true });
    writeFileSync(kept, Buffer.alloc(100_000, 7));
    const { status, stderr } = node(folder, 'app.mjs', [], { SLACK_BOT_TOKEN: 'xoxb-none' });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^SLACK_BOT_TOKEN is set but SLACK_APP_TOKEN is not\. /);
  });
});

import { readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow } from './support/files.ts';

const root = join(import.meta.dirname, '..');

/** Which rooms a room may look into, and which packages it may use. `self` is its own folder. */
const house: Record<string, { rooms: string[]; packages: string[] }> = {
  domain: { rooms: [], packages: ['zod', 'date-fns', '@date-fns/tz'] },
  store: { rooms: [], packages: ['lowdb', 'pg', 'pg-connection-string', 'zod', 'node:*'] },
  frameworks: { rooms: ['domain'], packages: ['node:*', 'zod'] },
  inspections: { rooms: ['domain', 'store'], packages: ['zod'] },
  // Tables as people send them: read, and their columns found.
  tables: { rooms: [], packages: ['read-excel-file', 'csv-parse', 'fflate', 'node:crypto', 'node:buffer'] },
  // What is drawn from an authority's lists, and how that is written down.
  sampling: { rooms: ['domain', 'tables'], packages: ['zod', 'date-fns', 'node:crypto'] },
  words: { rooms: ['domain', 'sampling'], packages: ['ical-generator'] },
  commands: { rooms: ['domain', 'words', 'sampling', 'tables'], packages: ['zod'] },
  reports: {
    rooms: ['domain', 'words', 'package-folder'],
    packages: ['docx', 'fflate', 'write-excel-file', 'node:*'],
  },
  slack: {
    rooms: ['reports', 'commands', 'words', 'inspections', 'domain', 'config'],
    packages: ['@slack/*', 'node:crypto', 'zod'],
  },
  practice: {
    rooms: [
      'local-slack',
      'slack',
      'commands',
      'words',
      'inspections',
      'frameworks',
      'calendar',
      'store',
      'domain',
      'config',
      'ground',
      'program',
      'package-folder',
    ],
    packages: ['zod', 'date-fns', '@date-fns/tz', 'yaml', 'vite', 'node:*'],
  },
  // A Slack on this machine. It knows nothing of Fortnight.
  'local-slack': { rooms: [], packages: ['emulate', 'ws', 'node:*'] },
  // What runs in the browser: of practice it knows what travels between them, and that as types only.
  page: {
    rooms: ['practice', 'local-slack'],
    packages: ['react', 'react-dom', 'slack-blocks-to-jsx', 'date-fns', '@date-fns/tz'],
  },
  calendar: { rooms: ['domain'], packages: ['node:*'] },
  config: { rooms: ['package-folder'], packages: ['zod', 'node:*'] },
  'package-folder': { rooms: [], packages: ['node:*'] },
  log: { rooms: ['config'], packages: ['pino'] },
  ground: { rooms: ['calendar', 'config', 'frameworks', 'log', 'package-folder', 'slack'], packages: ['node:*'] },
  program: { rooms: ['domain'], packages: [] },
  health: { rooms: ['config'], packages: ['prom-client', 'node:*'] },
  garbage: { rooms: [], packages: ['node:*'] },
  main: {
    rooms: [
      'slack',
      'commands',
      'inspections',
      'frameworks',
      'calendar',
      'store',
      'config',
      'health',
      'ground',
      'program',
      'garbage',
    ],
    packages: ['node:*'],
  },
  cli: {
    rooms: [
      'practice',
      'slack',
      'reports',
      'inspections',
      'frameworks',
      'store',
      'calendar',
      'config',
      'domain',
      'words',
      'sampling',
      'tables',
      'package-folder',
      'program',
    ],
    packages: ['node:*'],
  },
};

const roomOf = (path: string): string => {
  const [top, next] = path.split('/');
  if (top === 'commands') return 'commands';
  return (next ?? '').replace(/\.ts$/, '');
};

const files = [...filesBelow(join(root, 'src')), ...filesBelow(join(root, 'commands'))]
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => relative(root, file));

const importsOf = (path: string): string[] =>
  [
    ...readFileSync(join(root, path), 'utf8').matchAll(
      /^(?:import|export)\b[^'"]*?from\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm,
    ),
  ].map((found) => found[1] ?? found[2] ?? '');

const fits = (name: string, pattern: string): boolean =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern || name.startsWith(`${pattern}/`);

describe('the house', () => {
  it.each(files)('%s looks only into the rooms it may', (path) => {
    const room = roomOf(path);
    const allowed = house[room];
    expect(allowed, `no row in the table for ${room}`).toBeDefined();
    for (const name of importsOf(path)) {
      if (name.startsWith('.')) {
        if (name.endsWith('.css')) continue;
        // What is data is compiled in, and looks nowhere.
        if (name.endsWith('.json') && normalize(join(dirname(path), name)).startsWith('data/')) continue;
        const target = roomOf(normalize(join(dirname(path), name)));
        if (target !== room) expect(allowed?.rooms, `${path} imports ${name}`).toContain(target);
      } else {
        expect(
          allowed?.packages.some((pattern) => fits(name, pattern)),
          `${path} imports ${name}`,
        ).toBe(true);
      }
    }
  });

  it.each(files.filter((path) => roomOf(path) === 'page'))('%s takes only types from outside the browser', (path) => {
    const text = readFileSync(join(root, path), 'utf8');
    const taken = [...text.matchAll(/^import\s+(type\s)?[^'"]*?from\s+['"](\.[^'"]+)['"]/gm)];
    for (const [, type, name = ''] of taken)
      if (roomOf(normalize(join(dirname(path), name))) !== 'page')
        expect(type, `${path} imports more than types from ${name}`).toBeDefined();
  });
});

describe('what runs', () => {
  /** The files that are loaded with a file: those it takes more than types from. */
  const loadedWith = (path: string): string[] =>
    [
      ...readFileSync(join(root, path), 'utf8').matchAll(
        /^(?:import|export)\s(?!type\s)[^'"]*?from\s+['"](\.[^'"]+)['"]/gm,
      ),
    ].map(([, name = '']) => normalize(join(dirname(path), name)));

  it('runs in no circle', () => {
    const done = new Set<string>();
    const walk = (path: string, way: readonly string[]): void => {
      const before = way.indexOf(path);
      if (before >= 0) expect.fail(`Nothing may run in a circle: ${[...way.slice(before), path].join(' -> ')}`);
      if (done.has(path)) return;
      for (const next of loadedWith(path)) if (files.includes(next)) walk(next, [...way, path]);
      done.add(path);
    };
    for (const path of files) walk(path, []);
  });
});

describe('the list of commands', () => {
  it('has every subcommand that stands in a file of commands/', () => {
    const text = (path: string): string => readFileSync(join(root, path), 'utf8');
    const listed = importsOf('commands/index.ts').map((name) => normalize(join('commands', name)));
    const written = files.filter((path) => /: (?:Inspection|Workspace)Subcommand = \{/.test(text(path)));
    expect(written.filter((path) => !listed.includes(path))).toEqual([]);
  });
});

describe('the Slack room', () => {
  const open = ['commands/index.ts', 'commands/contract.ts', 'commands/form.ts'];

  it.each(files.filter((path) => roomOf(path) === 'slack'))('%s knows no command but by the list', (path) => {
    const taken = importsOf(path).map((name) => normalize(join(dirname(path), name)));
    for (const name of taken) if (roomOf(name) === 'commands') expect(open, `${path} imports ${name}`).toContain(name);
  });
});

const tests = filesBelow(join(root, 'test'))
  .map((file) => relative(root, file))
  .filter((path) => path.endsWith('.ts'));

describe('what tests have in common', () => {
  const common = tests.filter((path) => !path.endsWith('.test.ts') && path !== 'test/support/each-file.ts');

  it.each(common)('%s says nothing to vitest as it is loaded: it is once a worker, for many files', (path) => {
    expect(readFileSync(join(root, path), 'utf8')).not.toMatch(/^(before|after|around)(Each|All)\(/m);
  });

  it('is all that looks beside the project: what lies there may be absent', () => {
    const looking = tests.filter((path) => /(\.\.\/)+shared\b/.test(readFileSync(join(root, path), 'utf8')));
    expect(looking).toEqual(['test/support/oracles.ts']);
  });
});

import { defineConfig } from 'vitest/config';
import { sayingAtTheEnd } from './test/support/said-at-the-end.ts';

/** The count goes to .ci/run, which closes with it in one plain line. */
const counted: ['json', { outputFile: string }][] = process.env.CI
  ? [['json', { outputFile: 'test-results.json' }]]
  : [];

/** What starts Fortnight, or a part of it, as a process of its own. */
const processes = [
  'test/main/**/*.test.ts',
  'test/practice/*-started.test.ts',
  'test/store/{killed,owner}.test.ts',
  'test/cli/run.test.ts',
  'test/crashlab{,-postgres}.test.ts',
];

/** What is about keeping: held over a folder as over a database. */
const keeping = [
  'test/slack/matters/{recording,restricted,start}.test.ts',
  'test/slack/ways/{said-once,sent-again,two-at-once}.test.ts',
];

export default defineConfig({
  test: {
    // A test waits for what it means and says nothing of how fast that comes: only what never comes is to end it.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000 } },
    // Tests of real processes mostly wait: more workers than cores, so that others run meanwhile.
    maxWorkers: 3,
    // Modules are read once a worker, which saves three quarters of the time.
    isolate: false,
    setupFiles: 'test/support/each-file.ts',
    tags: [
      {
        name: 'oracles',
        description: 'Held against what others published; skipped where that is not beside this folder',
      },
    ],
    reporters: ['default', sayingAtTheEnd(), ...counted],
    projects: [
      {
        extends: true,
        test: { name: 'processes', include: processes, globalSetup: 'test/main/build.ts' },
      },
      { extends: true, test: { name: 'slack', include: ['test/slack/**/*.test.ts'] } },
      { extends: true, test: { name: 'database', include: keeping, env: { KEEPER: 'database' } } },
      {
        extends: true,
        test: {
          name: 'house',
          include: ['test/**/*.test.ts'],
          exclude: ['test/slack/**', 'test/browser/**', ...processes],
        },
      },
      // After all others, and one after the other: each has a workspace and a browser of its own, which takes two cores.
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});

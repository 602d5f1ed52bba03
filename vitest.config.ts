import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Tests of real processes mostly wait: more workers than cores, so that others run meanwhile.
    maxWorkers: 3,
    // The count goes to .ci/run, which closes with it in one plain line.
    reporters: process.env.CI ? ['default', ['json', { outputFile: 'test-results.json' }]] : ['default'],
    projects: [
      // Each file's own modules are fresh here too; packages, Bolt above all, are read once a worker, which halves the time.
      { extends: true, test: { name: 'slack', include: ['test/slack/**/*.test.ts'], isolate: false } },
      {
        extends: true,
        test: { name: 'house', include: ['test/**/*.test.ts'], exclude: ['test/slack/**', 'test/browser/**'] },
      },
      // After all others, and one after the other: each has a workspace and a browser of its own, which takes two cores.
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: 'test/browser/support/timed.ts',
          isolate: false,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
        },
      },
    ],
  },
});

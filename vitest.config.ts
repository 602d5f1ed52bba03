import { defineConfig } from 'vitest/config';
import { sayingHowLong } from './test/browser/support/timed.ts';

/** The count goes to .ci/run, which closes with it in one plain line. */
const counted: ['json', { outputFile: string }][] = process.env.CI
  ? [['json', { outputFile: 'test-results.json' }]]
  : [];

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Tests of real processes mostly wait: more workers than cores, so that others run meanwhile.
    maxWorkers: 3,
    reporters: ['default', sayingHowLong(), ...counted],
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
          isolate: false,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});

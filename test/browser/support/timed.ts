import type { Reporter } from 'vitest/node';

/** Says how long the browser tests took, once all tests are through. */
export const sayingHowLong = (): Reporter => ({
  onTestRunEnd: (modules) => {
    const took = modules
      .filter(({ project }) => project.name === 'browser')
      .map((module) => module.diagnostic())
      .reduce(
        (sum, { duration, collectDuration, prepareDuration }) => sum + duration + collectDuration + prepareDuration,
        0,
      );
    if (took > 0) process.stdout.write(`\nThe browser tests took ${Math.round(took / 1000)} seconds.\n`);
  },
});

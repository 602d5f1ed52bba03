import type { Reporter, TestModule } from 'vitest/node';

const testsWere = (number: number): string => (number === 1 ? 'test was' : 'tests were');

const browserTook = (modules: readonly TestModule[]): number =>
  modules
    .filter(({ project }) => project.name === 'browser')
    .map((module) => module.diagnostic())
    .reduce(
      (sum, { duration, collectDuration, prepareDuration }) => sum + duration + collectDuration + prepareDuration,
      0,
    );

/** Says, once all tests are through, how long the browser tests took, and what could not be held against anything published. */
export const sayingAtTheEnd = (): Reporter => ({
  onTestRunEnd: (modules) => {
    const took = browserTook(modules);
    if (took > 0) process.stdout.write(`\nThe browser tests took ${Math.round(took / 1000)} seconds.\n`);
    const skipped = modules
      .flatMap(({ children }) => [...children.allTests('skipped')])
      .filter(({ tags }) => tags.includes('oracles')).length;
    if (skipped > 0)
      process.stdout.write(
        `\n${skipped} ${testsWere(skipped)} skipped, and nothing the app sent was held against Slack's limits: what others published is not beside this folder.\n`,
      );
  },
});

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder with the programs that tests start, each made into one file. */
    programs: string;
  }
}

const root = join(import.meta.dirname, '../..');

/**
 * Makes each program that tests start into one file of plain JavaScript, once for all of them: Node reads it several times as fast
 * as it reads the sources through tsx, and a file of tests starts up to a dozen. Packages stay where they are.
 */
export default async (project: TestProject): Promise<() => void> => {
  const within = join(root, 'dist');
  mkdirSync(within, { recursive: true });
  const programs = mkdtempSync(join(within, 'programs-'));
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      ssr: true,
      target: 'node20',
      outDir: programs,
      copyPublicDir: false,
      minify: false,
      rolldownOptions: {
        input: {
          main: join(root, 'src/main.ts'),
          cli: join(root, 'src/cli.ts'),
          recording: join(root, 'test/store/child-recording.ts'),
        },
      },
    },
  });
  project.provide('programs', programs);
  return () => rmSync(programs, { recursive: true, force: true });
};

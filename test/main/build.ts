import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A process that records into a folder until it is killed. */
    recording: string;
  }
}

const root = join(import.meta.dirname, '../..');

/** Compiles what tests start, once for all of them: Fortnight as a start would, and a process of the tests' own into one file. */
export default async (project: TestProject): Promise<() => void> => {
  spawnSync(process.execPath, [join(root, 'src/start/build.mjs')], { stdio: 'inherit' });
  const programs = mkdtempSync(join(root, 'dist/programs-'));
  const recording = join(programs, 'recording.mjs');
  await build({
    entryPoints: [join(root, 'test/store/child-recording.ts')],
    outfile: recording,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
  project.provide('recording', recording);
  return () => rmSync(programs, { recursive: true, force: true });
};

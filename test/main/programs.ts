import { join } from 'node:path';
import { inject } from 'vitest';
import { startNode } from './process.ts';

const start = join(import.meta.dirname, '../../src/start');
const programs = {
  main: () => join(start, 'app.mjs'),
  cli: () => join(start, 'fortnight.mjs'),
  recording: () => inject('recording'),
};

/** Where a program that tests start is: the app, its command line, or a process that records into a folder until it is killed. */
export const program = (name: keyof typeof programs): string => programs[name]();

/** Fortnight as its own process, with these settings and no others. */
export const startProcess = (settings: Record<string, string>) => startNode([program('main')], settings);

import { join } from 'node:path';
import { inject } from 'vitest';
import { startNode } from './process.ts';

/** Where a program that tests start is: the app, its command line, or a process that records into a folder until it is killed. */
export const program = (name: 'main' | 'cli' | 'recording'): string => join(inject('programs'), `${name}.js`);

/** Fortnight as its own process, with these settings and no others. */
export const startProcess = (settings: Record<string, string>) => startNode([program('main')], settings);

/** The same from its sources, as `npm start` starts it. */
export const startAsWritten = (settings: Record<string, string>) =>
  startNode(['--import', 'tsx', 'src/main.ts'], settings);

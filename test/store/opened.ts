import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { Copies } from '../../src/store/copy.ts';
import { type Files, realFiles } from '../../src/store/files.ts';
import { jsonLines } from '../../src/store/json-lines.ts';
import type { Store } from '../../src/store/port.ts';
import type { Happening } from '../../src/store/report.ts';
import { inspection } from './drafts.ts';

const folders: string[] = [];
const stores: Store[] = [];
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

/** A real folder, removed after the test. */
export const aFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'fortnight-'));
  folders.push(folder);
  return folder;
};

/** The store on that folder, and what it reported. It is closed after the test. */
export const opened = async (
  folder: string,
  files: Files = realFiles,
): Promise<{ store: Store & Copies; reported: Happening[] }> => {
  const reported: Happening[] = [];
  const report = (happening: Happening) => reported.push(happening);
  const store = await jsonLines({ folder, files, random: randomBytes, report });
  stores.push(store);
  return { store, reported };
};

export const fileOf = (folder: string, name = inspection): string => join(folder, `${name}.jsonl`);

export const bytesOf = (folder: string, name = inspection): Promise<Buffer> => readFile(fileOf(folder, name));

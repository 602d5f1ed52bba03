import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answering } from '../../src/store/asking.ts';
import type { Copies } from '../../src/store/copy.ts';
import { type Files, realFiles } from '../../src/store/files.ts';
import { jsonLines } from '../../src/store/json-lines.ts';
import type { Store } from '../../src/store/port.ts';
import type { Happening } from '../../src/store/report.ts';
import { afterTheTest } from '../support/closing.ts';
import { inspection } from './drafts.ts';

/** A real folder, removed after the test. */
export const aFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'fortnight-'));
  afterTheTest(() => rm(folder, { recursive: true }));
  return folder;
};

/** The store on that folder, and what it reported. It is closed after the test. */
export const opened = async (
  folder: string,
  files: Files = realFiles,
): Promise<{ store: Store & Copies & Answering; reported: Happening[] }> => {
  const reported: Happening[] = [];
  const report = (happening: Happening) => reported.push(happening);
  const store = await jsonLines({ folder, files, random: randomBytes, report });
  afterTheTest(() => store.close());
  return { store, reported };
};

export const fileOf = (folder: string, name = inspection): string => join(folder, `${name}.jsonl`);

export const bytesOf = (folder: string, name = inspection): Promise<Buffer> => readFile(fileOf(folder, name));

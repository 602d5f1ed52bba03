import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openPractice } from '../../src/practice/open.ts';
import { frameworks } from '../support/frameworks.ts';
import { holidays } from '../support/holidays.ts';

const root = join(import.meta.dirname, '../..');

/** A folder to practise in, gone after the file's tests. */
export const practiceFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'practice-page-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** The practice page, open over a folder, as `npm start` opens it; gone after the file's tests. */
export const openPage = async (folder: string, port: number) => {
  const complaints: string[] = [];
  const complain = (words: string) => void complaints.push(words);
  const opened = await openPractice(
    {
      frameworks,
      holidays,
      log: { info: () => undefined, warn: complain, error: complain },
      fault: (_, error) => complain(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    },
    {
      samples: join(root, 'data/practice'),
      manifest: join(root, 'manifest.yml'),
      folder: join(folder, 'workspace'),
      // Built once for every test and for npm start.
      cache: join(root, 'data/practice/page'),
    },
    port,
  );
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (!isOpen) return;
    isOpen = false;
    await opened.close();
  };
  afterAll(close);
  return {
    url: opened.url,
    /** Warnings, errors and faults so far: no test expects any. */
    complaints,
    close,
  };
};

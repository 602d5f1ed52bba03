import { constants } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import type { Files } from '../store/files.ts';
import { syncFolder, writeAll } from '../store/folder.ts';

/** What was done to a data folder from the command line, by whom and when: one line of JSON each, without anybody's words. */
type Operation = {
  did: 'export' | 'import' | 'erase' | 'delete';
  inspection: string;
} & Readonly<Record<string, string | boolean>>;

/** Beside the records. It is no record itself: its name does not end as theirs do. */
export const operationsFile = (folder: string): string => join(folder, 'operations.log');

/** The account of the machine that runs this, such as "ana@server". */
const account = (): string => {
  try {
    return `${userInfo().username}@${hostname()}`;
  } catch {
    // An account without a name, as in some containers.
    return `${process.getuid?.() ?? 'unknown'}@${hostname()}`;
  }
};

/** Notes an operation, on stable storage when it resolves. */
export const note = async (files: Files, folder: string, operation: Operation): Promise<void> => {
  const { O_WRONLY, O_APPEND, O_CREAT } = constants;
  const line = `${JSON.stringify({ at: new Date().toISOString(), by: account(), ...operation })}\n`;
  const descriptor = await files.open(operationsFile(folder), O_WRONLY | O_APPEND | O_CREAT, 0o600);
  try {
    await writeAll(files, descriptor, Buffer.from(line));
    await files.sync(descriptor);
  } finally {
    await files.close(descriptor);
  }
  await syncFolder(files, folder);
};

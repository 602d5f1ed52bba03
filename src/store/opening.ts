import { constants } from 'node:fs';
import type { Files } from './files.ts';
import { isCode, openIfThere, readerOf } from './folder.ts';
import type { Reading } from './records.ts';
import { Unsound } from './unsound.ts';

/** What the system says where something else than a file of ours stands at a record's name. */
const inWords: readonly (readonly [code: string, why: string])[] = [
  ['EISDIR', 'a folder stands in the place of its file'],
  ['ELOOP', 'a link stands in the place of its file'],
  ['ENOTFILE', 'what stands in the place of its file is none'],
  ['ENXIO', 'what stands in the place of its file is none'],
  ['ENODEV', 'what stands in the place of its file is none'],
  ['EACCES', 'this account may not open its file (EACCES)'],
  ['EPERM', 'this account may not open its file (EPERM)'],
];

/** The same fault as one of that record alone, where it is one; any other as it is. */
const refused = (error: unknown): unknown => {
  const found = inWords.find(([code]) => isCode(error, code));
  return found ? new Unsound(null, found[1], { cause: error }) : error;
};

/**
 * Opens a record's file and gives its length too, or null where there is none. It waits for nobody at the other end of a pipe and follows no link.
 * @throws Unsound where what stands there is no file that this account may open
 */
export const openRecord = async (
  files: Files,
  path: string,
  flags: number,
): Promise<{ descriptor: number; size: number } | null> => {
  try {
    const descriptor = await openIfThere(files, path, flags | constants.O_NOFOLLOW);
    if (descriptor === null) return null;
    try {
      return { descriptor, size: await files.size(descriptor) };
    } catch (error) {
      await files.close(descriptor);
      throw error;
    }
  } catch (error) {
    throw refused(error);
  }
};

/** Reads a record's file as it stands. Rejects with Unsound where what stands there is no file that this account may open. */
export const linesIn =
  (files: Files, path: string): Reading =>
  async (act) => {
    const opened = await openRecord(files, path, constants.O_RDONLY);
    if (opened === null) return null;
    try {
      return await act({ size: opened.size, read: readerOf(files, opened.descriptor) });
    } finally {
      await files.close(opened.descriptor);
    }
  };

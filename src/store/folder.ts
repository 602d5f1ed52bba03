import { constants } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Files } from './files.ts';
import type { Lines } from './records.ts';

const slug = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.restricted)?$/;
const ending = '.jsonl';
// File systems allow 255 bytes; the rest is for what a rewriting adds.
const longest = 200;

/** Whether a history may have that name. */
export const isName = (name: string): boolean => name.length <= longest && slug.test(name);

/** @throws RangeError on a name that isn't a slug */
export const refuseName = (inspection: string): void => {
  if (isName(inspection)) return;
  throw new RangeError(
    `That can't be the name of a record: use small letters, digits and single hyphens, ${longest} at most`,
  );
};

/** Where a history is kept. @throws RangeError on a name that isn't a slug, so that no name leads out of the folder. */
export const pathOf = (folder: string, inspection: string): string => {
  refuseName(inspection);
  return join(folder, inspection + ending);
};

/** Gives how many bytes stand at a history's name, null where nothing does. */
export const lengthIn =
  (files: Files, folder: string) =>
  (history: string): number | null =>
    files.stands(pathOf(folder, history))?.length ?? null;

/** The histories kept in a folder, by name. */
export const historiesIn = async (files: Files, folder: string): Promise<string[]> =>
  (await files.names(folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .filter(isName)
    .sort();

/** Where a history is written anew before it takes the old one's place. */
export const rewritingOf = (path: string): string => `${path}.rewriting`;
/** The name that a history which is taken in has until it is whole. */
export const placingOf = (path: string): string => `${path}.placing`;

/**
 * What a rewriting or a placing left behind that was cut short. It never had a record's own name, and may hold what was to be
 * erased, or be a whole copy.
 */
export const unfinishedIn = async (files: Files, folder: string): Promise<{ inspection: string; path: string }[]> =>
  (await files.names(folder)).flatMap((name) => {
    const end = [rewritingOf(ending), placingOf(ending)].find((each) => name.endsWith(each));
    return end ? [{ inspection: name.slice(0, -end.length), path: join(folder, name) }] : [];
  });

/** Puts a folder's names on stable storage. */
export const syncFolder = async (files: Files, folder: string): Promise<void> => {
  const descriptor = await files.open(folder, constants.O_RDONLY, 0);
  try {
    await files.sync(descriptor);
  } finally {
    await files.close(descriptor);
  }
};

/** Makes the folder if need be, for its owner's eyes only, and each one made is on stable storage in the one above it. */
export const makeFolder = async (files: Files, folder: string): Promise<void> => {
  const whole = resolve(folder);
  const first = await files.makeFolder(whole, 0o700);
  if (first === undefined) return;
  const above = dirname(resolve(first));
  for (let made = whole; made !== above; made = dirname(made)) await syncFolder(files, dirname(made));
};

/** Writes all of it, in as many turns as the system takes. */
export const writeAll = async (files: Files, descriptor: number, bytes: Uint8Array): Promise<void> => {
  let written = await files.write(descriptor, bytes);
  while (written < bytes.length) {
    const taken = await files.write(descriptor, bytes.subarray(written));
    if (taken === 0) throw new Error('The disk takes no more bytes');
    written += taken;
  }
};

/** Makes a file, whole and on stable storage, under a passing name: it is then given the name that matters. */
export const writeFile = async (files: Files, path: string, bytes: Uint8Array): Promise<void> => {
  const descriptor = await files.open(path, constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC, 0o600);
  try {
    await writeAll(files, descriptor, bytes);
    await files.sync(descriptor);
  } finally {
    await files.close(descriptor);
  }
};

export const readerOf =
  (files: Pick<Files, 'read'>, descriptor: number): Lines['read'] =>
  (into, position) =>
    files.read(descriptor, into, position);

/** Fills `into` from that place on, in as many turns as the system takes; gives what there was, less at the file's end. */
export const readFully = async (read: Lines['read'], into: Buffer, position: number): Promise<Buffer> => {
  let filled = 0;
  while (filled < into.length) {
    const count = await read(into.subarray(filled), position + filled);
    if (count === 0) break;
    filled += count;
  }
  return into.subarray(0, filled);
};

/** All bytes of a file, or null if there is none. */
export const readWhole = async (files: Files, path: string): Promise<Buffer | null> => {
  const descriptor = await openIfThere(files, path, constants.O_RDONLY);
  if (descriptor === null) return null;
  try {
    return await readFully(readerOf(files, descriptor), Buffer.alloc(await files.size(descriptor)), 0);
  } finally {
    await files.close(descriptor);
  }
};

/** Opens a file, or gives null where there is none. */
export const openIfThere = async (files: Files, path: string, flags: number): Promise<number | null> => {
  try {
    return await files.open(path, flags, 0);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
};

/** Removes a file, where there is one. */
export const removeIfThere = async (files: Files, path: string): Promise<void> => {
  try {
    await files.remove(path);
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error;
  }
};

/** Whether a system error carries that code. */
export const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

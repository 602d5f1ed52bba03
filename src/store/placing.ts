import type { Files } from './files.ts';
import { isCode, pathOf, removeIfThere, syncFolder, writeFile } from './folder.ts';

/** The name a history has until it is whole. What is left of one that was cut short is no record. */
const passingOf = (path: string): string => `${path}.placing`;

type Place = { files: Files; folder: string; inspection: string };

/**
 * Puts a whole history into a data folder that this process owns: on stable storage under another name first, then under
 * its own. Gives false, having changed nothing, where that name is taken.
 */
export const placeHistory = async ({ files, folder, inspection }: Place, bytes: Uint8Array): Promise<boolean> => {
  const path = pathOf(folder, inspection);
  const passing = passingOf(path);
  await writeFile(files, passing, bytes);
  try {
    // Unlike a rename, a link never takes the place of what is there.
    await files.link(passing, path);
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await removeIfThere(files, passing);
  }
  await syncFolder(files, folder);
  return true;
};

/** Removes a history from a data folder that this process owns, for good, and what a placing cut short left of it. Quiet where there is none. */
export const removeHistory = async ({ files, folder, inspection }: Place): Promise<void> => {
  const path = pathOf(folder, inspection);
  for (const each of [passingOf(path), path]) await removeIfThere(files, each);
  await syncFolder(files, folder);
};

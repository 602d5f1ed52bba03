import type { Files } from './files.ts';
import { pathOf, placingOf, removeIfThere, syncFolder, writeFile } from './folder.ts';

type Folder = { files: Files; folder: string };

/**
 * Puts whole histories into a data folder that this process owns: all on stable storage under other names first, then, once
 * `announced` is done, each under its own and in their order. Takes the place of none: the caller has looked that the names are free.
 */
export const placeHistories = async (
  { files, folder }: Folder,
  histories: readonly { inspection: string; bytes: Uint8Array }[],
  announced: () => Promise<void>,
): Promise<void> => {
  const paths = histories.map(({ inspection }) => pathOf(folder, inspection));
  try {
    for (const [at, { bytes }] of histories.entries()) await writeFile(files, placingOf(paths[at] ?? ''), bytes);
    await announced();
    // Unlike a rename, a link never takes the place of what is there.
    for (const path of paths) await files.link(placingOf(path), path);
  } finally {
    for (const path of paths) await removeIfThere(files, placingOf(path));
  }
  await syncFolder(files, folder);
};

/** Removes a history from a data folder that this process owns, for good. Quiet where there is none. */
export const removeHistory = async ({ files, folder }: Folder, inspection: string): Promise<void> => {
  await removeIfThere(files, pathOf(folder, inspection));
  await syncFolder(files, folder);
};

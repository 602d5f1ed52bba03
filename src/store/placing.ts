import type { Files } from './files.ts';
import { pathOf, placingOf, removeIfThere, syncFolder, writeFile } from './folder.ts';
import { appendHeads } from './heads.ts';
import { addNews } from './log-file.ts';
import { operationsFile } from './operations.ts';
import type { Brought } from './records.ts';

type Folder = { files: Files; folder: string };

/**
 * Puts whole histories into a data folder that this process owns: all on stable storage under other names first, then what is known and
 * noted of them, then each under its own name and in their order. Cut short, what has no place yet is missed.
 */
export const putHistories = async (
  { files, folder }: Folder,
  { histories, heads, operations }: Brought,
): Promise<void> => {
  const paths: string[] = [];
  try {
    for await (const { inspection, bytes } of histories) {
      const path = pathOf(folder, inspection);
      paths.push(path);
      await writeFile(files, placingOf(path), bytes);
    }
    await addNews(files, operationsFile(folder), operations);
    await appendHeads(files, folder, heads);
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

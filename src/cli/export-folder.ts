import { basename, dirname, join, resolve } from 'node:path';
import type { ReportFile } from '../reports/papers.ts';
import type { Files } from '../store/files.ts';
import { isCode, makeFolder, syncFolder, writeFile } from '../store/folder.ts';
import { NotDone } from './word.ts';

/** The names in a folder; none where there is no such folder. */
const namesIn = async (files: Files, folder: string): Promise<string[]> => {
  try {
    return await files.names(folder);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return [];
    if (isCode(error, 'ENOTDIR')) throw new NotDone(`${folder} is a file. Name a folder that is empty or not there.`);
    throw error;
  }
};

/**
 * Writes files into a folder that is empty or not there yet, all of them or none: they are written and synced beside it,
 * and get its name at the end. What an interruption leaves has another name, ending in `.unfinished`.
 * @throws NotDone when the folder is not empty, or another export into it was cut short
 */
export const writeExport = async (files: Files, to: string, reports: readonly ReportFile[]): Promise<void> => {
  const folder = resolve(to);
  const beside = join(dirname(folder), `${basename(folder)}.unfinished`);
  const there = await namesIn(files, folder);
  if (there.length > 0)
    throw new NotDone(
      `${to} is not empty: it holds ${there.slice(0, 3).join(', ')}${there.length > 3 ? ' and more' : ''}. Name a folder that is empty or not there.`,
    );
  await makeFolder(files, dirname(folder));
  if ((await files.makeFolder(beside, 0o700)) === undefined)
    throw new NotDone(
      `${beside} is there already: an export was cut short, or is under way. If none runs, remove it and export again.`,
    );
  const folders = new Set([beside]);
  for (const { name, content } of reports) {
    const path = join(beside, name);
    await files.makeFolder(dirname(path), 0o700);
    folders.add(dirname(path));
    await writeFile(files, path, typeof content === 'string' ? Buffer.from(content) : content);
  }
  for (const each of [...folders].reverse()) await syncFolder(files, each);
  try {
    await files.rename(beside, folder);
  } catch (error) {
    if (isCode(error, 'ENOTEMPTY') || isCode(error, 'EEXIST'))
      throw new NotDone(`${to} was filled by somebody else meanwhile. What was to be written there is in ${beside}.`);
    throw error;
  }
  await syncFolder(files, dirname(folder));
};

import { existsSync, statSync } from 'node:fs';
import { type Environment, WrongUsage } from './word.ts';

/**
 * Where the records are, by the same setting as the app's.
 * @throws WrongUsage when there is no such folder
 */
export const dataFolder = ({ settings }: Environment): string => {
  const folder = settings.DATA_DIR || 'data/inspections';
  if (existsSync(folder) && statSync(folder).isDirectory()) return folder;
  throw new WrongUsage(`There is no folder ${folder}. If records are kept elsewhere, set DATA_DIR to that folder.`);
};

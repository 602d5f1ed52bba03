import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Framework } from '../domain/framework.ts';
import { frameworkFilesIn, readFramework } from '../frameworks.ts';
import { type Environment, WrongUsage } from './word.ts';

/** Where framework files are: `FRAMEWORKS_DIR`, else the ones that come with Fortnight. */
export const frameworksFolder = ({ settings }: Environment): string =>
  settings.FRAMEWORKS_DIR || join('data', 'frameworks');

const knownIn = (folder: string): string =>
  existsSync(folder)
    ? frameworkFilesIn(folder)
        .map((file) => basename(file, '.json'))
        .join(', ')
    : 'none';

/**
 * The framework that a person names by its id, or by its file (a name with a slash or ending in .json).
 * @throws WrongUsage when there is no such file; FrameworkRefused when it cannot be used
 */
export const frameworkNamed = (name: string, environment: Environment): Framework => {
  const folder = frameworksFolder(environment);
  const isFile = name.endsWith('.json') || name.includes('/') || name.includes('\\');
  const file = isFile ? name : join(folder, `${name}.json`);
  if (!existsSync(file))
    throw new WrongUsage(
      isFile
        ? `There is no file ${file}.`
        : `There is no framework "${name}" in ${folder}. There are: ${knownIn(folder)}.`,
    );
  return readFramework(file);
};

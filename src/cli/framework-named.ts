import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Framework } from '../domain/framework.ts';
import { readFramework } from '../frameworks.ts';
import { type Environment, WrongUsage } from './word.ts';

/** Where framework files are: `FRAMEWORKS_DIR`, else the ones that come with Fortnight. */
export const frameworksFolder = ({ settings }: Environment): string =>
  settings.FRAMEWORKS_DIR || join('data', 'frameworks');

const knownIn = (folder: string): string =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .map((name) => name.slice(0, -'.json'.length))
        .sort()
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

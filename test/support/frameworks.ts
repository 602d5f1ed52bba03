import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Framework } from '../../src/domain/framework.ts';
import { readFrameworks } from '../../src/frameworks.ts';

const root = join(import.meta.dirname, '../..');
export const frameworksFolder = join(root, 'data/frameworks');

/** All there are, those that somebody added to the folder among them: what holds for any framework is held against these. */
export const frameworks = readFrameworks(frameworksFolder);

export const framework = (id: string): Framework => {
  const found = frameworks.get(id);
  if (!found) throw new Error(`There is no framework ${id} in data/frameworks`);
  return found;
};

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const table = readme.split('\n## Frameworks')[1]?.split('\n### ')[0] ?? '';
const listed = [...table.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, ids = '']) => ids.replaceAll('`', '').split(' · '));

/** Those that come with Fortnight, as README lists them: what is said of these frameworks is held against no other. */
export const shipped: readonly Framework[] = frameworks.all.filter(({ id }) => listed.includes(id));

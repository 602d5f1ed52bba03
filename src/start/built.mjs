/** Where Fortnight stands compiled, and of which sources that is. Plain JavaScript: this runs before anything is compiled. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');
export const builds = join(root, 'dist');
const sources = ['commands', 'src', 'data/frameworks/fields', 'data/lists', 'data/names'];

/** Changes with whatever is compiled: every source, how it is compiled, and the packages it is made of. */
export const fingerprint = () => {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  for (const folder of sources)
    for (const name of readdirSync(join(root, folder), { recursive: true }).sort())
      if (/\.m?tsx?$|\.mjs$|\.json$/.test(name))
        hash.update(`${name}\0`).update(readFileSync(join(root, folder, name)));
  return hash.digest('hex').slice(0, 16);
};

/** The folder with Fortnight as it was last compiled, where the sources are not there, as in an image. */
const only = () => {
  const name = existsSync(builds) && readdirSync(builds).find((each) => /^[0-9a-f]{16}$/.test(each));
  if (name) return join(builds, name);
  process.stderr.write(`Neither Fortnight's sources are here nor ${builds}, where it stands compiled.\n`);
  return process.exit(1);
};

/** The folder with Fortnight compiled: made where a source has changed, by a process of its own, so that this one never loads what compiles. */
export const built = () => {
  if (!existsSync(join(root, 'src/main.ts'))) return only();
  const folder = join(builds, fingerprint());
  if (existsSync(folder)) return folder;
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, 'build.mjs')], { stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(1);
  return folder;
};

/** Where Fortnight stands compiled, and of which sources that is. Plain JavaScript: this runs before anything is compiled. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

export const root = join(import.meta.dirname, '../..');
export const builds = join(root, 'dist');
const sources = ['commands', 'src', 'data/frameworks/fields', 'data/lists', 'data/names'];

/** Every file in a folder and those within it, by its path. */
const filesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((each) => {
    const path = `${folder}/${each.name}`;
    return each.isDirectory() ? filesIn(path) : [path];
  });

/** Whatever Fortnight is compiled from: every source, how it is compiled, and the packages it is made of. */
const sourceFiles = () => [
  join(root, 'package-lock.json'),
  ...sources.flatMap((folder) => filesIn(join(root, folder)).filter((path) => /\.m?tsx?$|\.mjs$|\.json$/.test(path))),
];

/** Changes with the content of any source. */
export const fingerprint = () => {
  const hash = createHash('sha256');
  for (const path of sourceFiles().sort()) hash.update(`${relative(root, path)}\0`).update(readFileSync(path));
  return hash.digest('hex').slice(0, 16);
};

/** For so many milliseconds after a file was written, another writing may leave it the same time. */
const soon = 2000;

/**
 * Changes whenever a source is written, moved or replaced, whatever times it is given; null where one was just now. To read them all would
 * take longer than all else that comes before the start.
 */
const standing = () => {
  const latest = Date.now() - soon;
  const all = sourceFiles().map((path) => {
    const { ino, size, ctimeMs } = statSync(path);
    return ctimeMs > latest ? null : `${path} ${ino} ${size} ${ctimeMs}`;
  });
  return all.includes(null) ? null : createHash('sha256').update(all.join('\n')).digest('hex');
};

const compiled = () => (existsSync(builds) ? readdirSync(builds).filter((each) => /^[0-9a-f]{16}$/.test(each)) : []);

/** How the sources stood when they were last found to be those that a folder was compiled from. */
const stoodOf = (name) => {
  try {
    return readFileSync(join(builds, name, 'stood'), 'utf8');
  } catch {
    return null;
  }
};

/** Where it can't be written the next start reads them all again. */
const keep = (name, stands) => {
  const file = join(builds, name, 'stood');
  try {
    writeFileSync(`${file}.${process.pid}`, stands);
    renameSync(`${file}.${process.pid}`, file);
  } catch {}
};

/** The folder with Fortnight as it was last compiled, where the sources are not there, as in an image. */
const only = () => {
  const [name] = compiled();
  if (name) return join(builds, name);
  process.stderr.write(`Neither Fortnight's sources are here nor ${builds}, where it stands compiled.\n`);
  return process.exit(1);
};

/** The folder with Fortnight compiled: made where a source has changed, by a process of its own, so that this one never loads what compiles. */
export const built = () => {
  if (!existsSync(join(root, 'src/main.ts'))) return only();
  const stands = standing();
  const asBefore = stands && compiled().find((name) => stoodOf(name) === stands);
  const name = asBefore || fingerprint();
  const folder = join(builds, name);
  if (!existsSync(folder)) {
    const { status } = spawnSync(process.execPath, [join(import.meta.dirname, 'build.mjs')], {
      stdio: ['ignore', 2, 2],
    });
    if (status !== 0) process.exit(1);
  }
  if (stands && !asBefore) keep(name, stands);
  return folder;
};

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { packageFolder } from '../../package-folder.ts';
import { PracticeStopped } from '../stopped.ts';
import { filesBelow } from './files.ts';

const sources = join(packageFolder, 'src/page');
const packages = join(packageFolder, 'package-lock.json');

/** Changes with the page's sources, with the packages that it is made of, and with how it is built. */
const fingerprint = (): string => {
  const hash = createHash('sha256')
    .update(readFileSync(packages))
    .update(readFileSync(join(packageFolder, 'src/practice/page-server/built.ts')));
  for (const file of filesBelow(sources)) hash.update(`${relative(sources, file)}\0`).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
};

/**
 * The folder with the page as browsers take it: built where its sources changed, else as it was built before.
 * @throws PracticeStopped where the sources are not there
 */
export const builtPage = async (cache: string): Promise<string> => {
  if (!existsSync(sources) || !existsSync(packages))
    throw new PracticeStopped('Practice runs from the sources, not from a build: run npm start where package.json is.');
  const folder = resolve(cache, fingerprint());
  if (existsSync(folder)) return folder;
  const { build } = await import('vite');
  await mkdir(cache, { recursive: true });
  const making = await mkdtemp(join(resolve(cache), 'making-'));
  await build({
    configFile: false,
    mode: 'production',
    // Whatever this process is run for: a test builds the same page as npm start.
    define: { 'process.env.NODE_ENV': '"production"' },
    oxc: { jsx: { runtime: 'automatic', development: false } },
    root: sources,
    logLevel: 'error',
    build: {
      outDir: making,
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: false,
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 2000,
    },
  });
  // Under its own name only once it is whole: a build that was cut short is never taken for the page.
  try {
    await rename(making, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    // Somebody else built the same page meanwhile.
    await rm(making, { recursive: true });
  }
  const earlier = readdirSync(cache).filter((name) => !name.startsWith('making-') && name !== basename(folder));
  for (const name of earlier) await rm(join(cache, name), { recursive: true, force: true });
  return folder;
};

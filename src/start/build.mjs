/** Compiles Fortnight: `npm run build`. With --if-possible nothing that goes wrong is a failure: a start tries again. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { builds, fingerprint, root } from './built.mjs';

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const own = /^node_modules\/((?:@[^/]+\/)?[^/]+)$/;
const forDevelopment = Object.keys(packages).flatMap((place) => (packages[place].dev && own.exec(place)?.[1]) || []);
/** Packages for development, of which practice is made, and those that a library looks for and does without: each is found when it is asked for, or is not there. */
const outside = [...forDevelopment, 'bufferutil', 'utf-8-validate', 'pg-native', 'pg-cloudflare'];

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  external: outside,
  // Half the text in memory, and still one statement a line or so, under the names it was written with.
  minifyWhitespace: true,
  lineLimit: 160,
  sourcemap: true,
  sourcesContent: false,
  logLevel: 'error',
};

/** The app in one file, of a form for which Node can keep what it compiled to. Nothing of practice is in it. */
const app = {
  ...common,
  entryPoints: { main: 'src/main.ts' },
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  define: { 'import.meta.dirname': '__dirname' },
  banner: { js: '(function (exports, require, module, __filename, __dirname) {' },
  footer: { js: '})' },
};

/** Practice, the command line and what makes papers, with what they have in common in files of their own. */
const beside = {
  ...common,
  entryPoints: { practice: 'src/practice.ts', cli: 'src/cli.ts', papers: 'src/reports/maker.ts' },
  format: 'esm',
  splitting: true,
  outExtension: { '.js': '.mjs' },
  banner: {
    js: "import { createRequire as requiredFrom } from 'node:module';const require = requiredFrom(import.meta.url);",
  },
};

/** One wide letter makes V8 keep every letter of a file in two bytes. Only those in patterns are left by now, where the escape means the same. */
const inNarrowLetters = (file) => {
  const text = readFileSync(file, 'utf8');
  const escaped = (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  writeFileSync(file, text.replace(/[\u0080-\uffff]/g, escaped));
};

const whyNot = (error) => {
  if (error.code === 'ERR_MODULE_NOT_FOUND')
    return 'Fortnight is not compiled yet, and what compiles it is not here. Run npm ci.';
  if (['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EEXIST', 'ENOTDIR'].includes(error.code))
    return `Fortnight is not compiled as its sources stand, and ${builds} can't be written (${error.code}). Run npm run build where it can.`;
  // What is wrong in a source was said by the compiler.
  return error.errors ? 'Fortnight could not be compiled.' : error.stack;
};

try {
  const { build } = await import('esbuild');
  mkdirSync(builds, { recursive: true });
  const making = mkdtempSync(join(builds, 'making-'));
  try {
    for (const part of [app, beside]) await build({ ...part, outdir: making });
    for (const name of readdirSync(making)) if (!name.endsWith('.map')) inNarrowLetters(join(making, name));
    // Whoever may read the sources may start them.
    chmodSync(making, 0o755);
    const name = fingerprint();
    rmSync(join(builds, name), { recursive: true, force: true });
    // Under its own name only once it is whole: what was cut short is never started.
    try {
      renameSync(making, join(builds, name));
    } catch (error) {
      // Another start compiled the same meanwhile.
      if (!existsSync(join(builds, name))) throw error;
    }
    for (const other of readdirSync(builds))
      if (/^[0-9a-f]{16}$/.test(other) && other !== name) rmSync(join(builds, other), { recursive: true, force: true });
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
} catch (error) {
  process.stderr.write(`${whyNot(error)}\n`);
  if (!process.argv.includes('--if-possible')) process.exitCode = 1;
}

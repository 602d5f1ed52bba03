import { hash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Framework } from '../domain/framework.ts';
import { type Frameworks, frameworksOf, readFrameworks } from './read.ts';

/** Changes with every file that frameworks are made of: their own, and those of their fields. */
const fingerprintOf = (folder: string): string => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort();
  return hash('sha256', files.map((name) => `${name} ${hash('sha256', readFileSync(join(folder, name)))}`).join('\n'));
};

const keptShape = z.object({ of: z.string(), all: z.array(z.custom<Framework>()) });

/** What was made of these very files at an earlier start; null where that is not there, or not whole. */
const keptFrom = (file: string, fingerprint: string): readonly Framework[] | null => {
  try {
    const { of, all } = keptShape.parse(JSON.parse(readFileSync(file, 'utf8')));
    return of === fingerprint ? all : null;
  } catch {
    return null;
  }
};

/** Where it can't be written the next start is slower. */
const keep = (file: string, kept: z.infer<typeof keptShape>): void => {
  try {
    const passing = `${file}.${process.pid}`;
    writeFileSync(passing, JSON.stringify(kept));
    renameSync(passing, file);
  } catch {}
};

/**
 * Reads a folder as `readFrameworks` does. Their rules are looked at in every combination of grades, which takes a tenth of a second: so
 * what came of it is kept in a file beside what is compiled, null where nothing is, and used as long as no framework file changed.
 * @throws FrameworkRefused
 */
export const frameworksAtStart = (folder: string, file: string | null): Frameworks => {
  if (file === null) return readFrameworks(folder);
  let fingerprint: string;
  try {
    fingerprint = fingerprintOf(folder);
  } catch {
    // It says why.
    return readFrameworks(folder);
  }
  const kept = keptFrom(file, fingerprint);
  if (kept) return frameworksOf(kept);
  const read = readFrameworks(folder);
  keep(file, { of: fingerprint, all: [...read.all] });
  return read;
};

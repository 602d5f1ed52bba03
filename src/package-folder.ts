import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What starts Fortnight, and compiles it: it stands in every package and in nothing else. */
const start = 'src/start/built.mjs';

const above = (folder: string): string => (existsSync(join(folder, start)) ? folder : above(dirname(folder)));

/** The folder of the package that this file is part of, wherever it was built to. */
export const packageFolder: string = above(import.meta.dirname);

/** Where what came of a start may be kept for the next one: beside this file where it is compiled; null where it runs as a source. */
export const compiledFolder: string | null =
  dirname(import.meta.dirname) === join(packageFolder, 'dist') ? import.meta.dirname : null;

/** What says where Fortnight stands compiled. */
export const starts: string = join(packageFolder, start);

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What starts Fortnight, and compiles it: it stands in every package and in nothing else. */
const start = 'src/start/built.mjs';

const above = (folder: string): string => (existsSync(join(folder, start)) ? folder : above(dirname(folder)));

/** The folder of the package that this file is part of, wherever it was built to. */
export const packageFolder: string = above(import.meta.dirname);

/** What says where Fortnight stands compiled. */
export const starts: string = join(packageFolder, start);

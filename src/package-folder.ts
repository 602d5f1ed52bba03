import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

const above = (folder: string): string => (existsSync(join(folder, 'package.json')) ? folder : above(dirname(folder)));

/** The folder of the package that this file is part of, wherever it was built to. */
export const packageFolder: string = above(import.meta.dirname);

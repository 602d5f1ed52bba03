import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The package that this file is part of, wherever it was built to. */
const packageFile = (folder: string): string => {
  const file = join(folder, 'package.json');
  return existsSync(file) ? file : packageFile(dirname(folder));
};

/** Which version of Fortnight this is. */
export const version = (): string => {
  const about: { version: string } = JSON.parse(readFileSync(packageFile(import.meta.dirname), 'utf8'));
  return about.version;
};

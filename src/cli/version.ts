import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Word } from './word.ts';

/** The package that this file is part of, wherever it was built to. */
const packageFile = (folder: string): string => {
  const file = join(folder, 'package.json');
  return existsSync(file) ? file : packageFile(dirname(folder));
};

export const version: Word = {
  name: 'version',
  usage: '',
  about: 'Says which version of Fortnight this is.',
  run: async (_args, { print }) => {
    const about: { version: string } = JSON.parse(readFileSync(packageFile(import.meta.dirname), 'utf8'));
    print(about.version);
    return 0;
  },
};

import { version } from '../config.ts';
import type { Word } from './word.ts';

export const versionWord: Word = {
  name: 'version',
  usage: '',
  about: 'Says which version of Fortnight this is.',
  run: async (_args, { print }) => {
    print(version());
    return 0;
  },
};

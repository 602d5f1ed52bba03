import { wrapped } from './text.ts';
import type { Word } from './word.ts';

/** The word that lists the other words. */
export const helpFor = (words: readonly Word[]): Word => ({
  name: 'help',
  usage: '',
  about: 'Lists what Fortnight can do on the command line.',
  run: async (_args, { print }) => {
    print('npm run -s fortnight -- <words>');
    for (const word of [...words, helpFor(words)]) {
      print('');
      print(`${word.name} ${word.usage}`.trimEnd());
      for (const line of wrapped(`  ${word.about}`, 2)) print(line);
    }
    print('');
    print('Exit codes: 0 all is well, 1 what was checked does not hold, 2 it was asked in a wrong way.');
    return 0;
  },
});

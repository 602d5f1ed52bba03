import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow } from '../support/files.ts';
import { literalsIn } from './literals.ts';

const root = join(import.meta.dirname, '../..');

/** Where somebody is told to type a word of /judge, by why nothing can be pressed instead. */
const meant: Readonly<Record<string, string>> = {
  'commands/help.ts': 'help is the list of what can be typed',
  'commands/status.ts': 'help says so of it',
  'commands/start.ts':
    'it is asked again in a channel that Fortnight cannot speak in yet, and the greeting teaches the one line',
  'commands/anything.ts': 'it says what was typed',
  'src/words/home.ts': 'an inspection begins in a channel, and Home stands in none',
  'src/words/which.ts': 'nothing of an inspection can be pressed by somebody who is in none',
  'src/domain/recording/mark.ts': 'it reads what was typed',
};

/** An example and what may follow a word stand in help alone. */
const isExample = (words: string): boolean => /^\/judge( |$)/.test(words);

const literals = ['src/words', 'src/domain', 'commands']
  .flatMap((folder) => filesBelow(join(root, folder)))
  .filter((file) => file.endsWith('.ts'))
  .flatMap(literalsIn)
  .filter(({ words }) => /\/judge\b/.test(words) && !/^\.\.?\//.test(words));

describe('what people are told', () => {
  it('[WD2] is pressed, and typed only where nothing can be', () => {
    const told = literals.filter(({ at, words }) => !isExample(words) && !meant[at.split(':')[0] ?? '']);
    expect(told.map(({ at, words }) => `${at} ${words}`)).toEqual([]);
  });

  it('[WD2] has no exception that nothing needs', () => {
    const files = new Set(literals.map(({ at }) => at.split(':')[0]));
    expect(Object.keys(meant).filter((file) => !files.has(relative('', file)))).toEqual([]);
  });
});

import type { CommandWord } from '../../practice/page-server/wire.ts';

/** The command's words that what was typed may become; none once a whole word and a space stand there. */
export const completions = (command: string, words: readonly CommandWord[], typed: string): CommandWord[] => {
  if (typed === '' || !typed.startsWith('/')) return [];
  if (command.startsWith(typed) && typed !== command) return [...words];
  const [first = '', ...rest] = typed.split(' ');
  if (first !== command || rest.length !== 1) return first === command && rest.length === 0 ? [...words] : [];
  const [begun = ''] = rest;
  return words.filter(({ word }) => word.startsWith(begun.toLowerCase()) && word !== begun.toLowerCase());
};

/** The word that stands there whole already: how it goes on is shown. */
export const wordTyped = (command: string, words: readonly CommandWord[], typed: string): CommandWord | null => {
  const [first, word] = typed.split(/\s+/);
  return first === command ? (words.find((each) => each.word === word) ?? null) : null;
};

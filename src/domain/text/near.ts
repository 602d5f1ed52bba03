import { apart } from './nearest.ts';

/*
 * Whether a text begins with a word that must not be missed. Held to generously: to take another word for it costs a press, to miss
 * it may put what was confided where everybody reads it.
 */

/** The letters of some words, in the order in which they stand, without accents, hyphens, capitals or spaces. */
const lettersOf = (words: string): string =>
  words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '')
    .slice(0, 60);

/** Whether these words, read as one, are most likely this name: mistyped, cut short, or run together with what follows. */
const isNear = (words: string, name: string): boolean => {
  const [typed, meant] = [lettersOf(words), lettersOf(name)];
  if (meant.length < 5 || typed.length < 4) return typed === meant;
  if (typed.startsWith(meant) || (!/\s/.test(name) && meant.startsWith(typed))) return true;
  // A long name is hardly another word's neighbour.
  return apart(typed, meant) <= (meant.length >= 10 ? 3 : 1);
};

/** How many words at the beginning of a text are this name; none where it does not begin so. */
export const wordsNear = (text: string, name: string): number => {
  const words = text.trim().split(/\s+/).slice(0, 3);
  return words.findIndex((_, place) => isNear(words.slice(0, place + 1).join(' '), name)) + 1;
};

/** Whether this name stands anywhere in a text. */
export const isNamedIn = (text: string, name: string): boolean => {
  const words = text.trim().split(/\s+/);
  return words.some(
    (_, place) => isNear(words[place] ?? '', name) || isNear(words.slice(place, place + 2).join(' '), name),
  );
};

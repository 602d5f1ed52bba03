import { itemNumber, numbered } from '../../src/domain/items.ts';

/** What may follow a command's word: one of its own words and an item, such as "close K-001"; or anything else. */
export type NamedItem = { word: string; item: string };

/**
 * Reads "close K-001" and "K-001" (word ""), where the word is one of these. Null where the words say something else: then
 * they are somebody's text.
 */
export const namedItem = (letter: string, words: readonly string[], typed: string): NamedItem | null => {
  const [, word = '', number] = typed.trim().match(new RegExp(`^(?:([a-z-]+) +)?${letter}-?(\\d{1,6})$`, 'i')) ?? [];
  if (number === undefined || (word !== '' && !words.includes(word.toLowerCase()))) return null;
  return { word: word.toLowerCase(), item: numbered(letter, itemNumber(number)) };
};

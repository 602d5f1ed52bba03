import { itemNumber, numbered } from '../../src/domain/items.ts';

/**
 * Words in which an item comes first, or after one word, with that item written in one way: people type "e14", "E 14", "#E-14"
 * and "E–014." for E-14. Only for words that name an item, never for somebody's text.
 */
export const spelt = (words: string): string =>
  words.trim().replace(/^((?:[a-z-]+ +)?)#?([a-z])[\s\p{Pd}−]*(\d{1,6})[.,;:]?(?=\s|$)/iu, '$1$2-$3');

/** What may follow a command's word: one of its own words and an item, such as "close K-001"; or anything else. */
type NamedItem = { word: string; item: string };

/**
 * Reads "close K-001" and "K-001" (word ""), where the word is one of these. Null where the words say something else: then
 * they are somebody's text.
 */
export const namedItem = (letter: string, words: readonly string[], typed: string): NamedItem | null => {
  const [, word = '', number] = spelt(typed).match(new RegExp(`^(?:([a-z-]+) +)?${letter}-?(\\d{1,6})$`, 'i')) ?? [];
  if (number === undefined || (word !== '' && !words.includes(word.toLowerCase()))) return null;
  return { word: word.toLowerCase(), item: numbered(letter, itemNumber(number)) };
};

/** The item that words begin with, however it was typed: "m-2 ..." is M-002; what names none is in capitals. Empty where nothing is. */
export const itemTyped = (words: string): string => {
  const item = spelt(words).split(/\s+/)[0]?.toUpperCase() ?? '';
  const [, letter, number] = item.match(/^([A-VX-Z])-?(\d{1,6})$/) ?? [];
  return letter && number ? numbered(letter, itemNumber(number)) : item;
};

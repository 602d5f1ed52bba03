import { type Area, areaWord, type Framework } from '../../src/domain/framework.ts';
import { shortened } from '../../src/words/fitting.ts';
import { saidLines } from '../fields.ts';
import type { About, Piece } from '../form.ts';

/** What is typed after a command's word: a text, or a word that names no area. */

/** What was typed after a word of /judge that takes a text. `new` alone asks for the empty form, as after every other word. */
export const textAfter = (words: string): string => (/^\s*new\s*$/i.test(words) ? '' : words.trim());

/** One word says too little to be kept at once, and may have been meant as a part of the command. */
export const isOneWord = (text: string): boolean => /^\S+$/.test(text);

/** `about` of a form that was asked for with these words, where they should have named an area. It opens all the same. */
export const unknownWord = (typed: string): About => (typed === '' ? {} : { unknown: shortened(typed, 60) });

/** That the word is none, and which words are; nothing once an area is chosen. */
export const unknownPieces = ({ short }: Framework, areas: readonly Area[], about: About, chosen: boolean): Piece[] => {
  if (!about.unknown || chosen) return [];
  const words = areas.map(areaWord).join(', ');
  return [saidLines([`${short} has no area called “${about.unknown}”. Choose one below; their words are ${words}.`])];
};

/** Whether a text has every word of what was typed into a search field. */
export const hasEveryWord = (query: string): ((text: string) => boolean) => {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return (text) => words.every((word) => text.toLowerCase().includes(word));
};

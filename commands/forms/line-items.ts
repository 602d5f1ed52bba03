import { itemNumber, numbered } from '../../src/domain/items.ts';
import type { EnquiryLine } from '../../src/domain/matters/line.ts';
import { shortened } from '../../src/words/fitting.ts';
import type { AskOfInspection, Reply } from '../contract.ts';
import type { Candidates, Choice } from '../form.ts';
import { tells } from '../reply.ts';
import { hasEveryWord } from './typed.ts';

/** Lines of enquiry as they are named and chosen. */

/** "L-002" out of "l-2"; null where a word names no line. */
export const lineName = (word: string): string | null =>
  /^l-?\d{1,5}$/i.test(word) ? numbered('L', itemNumber(word)) : null;

export const lineChoice = ({ item, content }: EnquiryLine): Choice => ({
  value: item,
  label: shortened(`${item} ${content.hypothesis}`, 75),
});

/** Lines that fit what was typed, by number or every word; open ones first, newest first. */
export const linesFitting = ({ inspection }: AskOfInspection, query: string): Candidates => {
  const fits = hasEveryWord(query);
  const all = [...inspection.lines.values()].reverse();
  const fitting = all.filter(({ item, content }) => fits(`${item} ${content.hypothesis}`));
  const isOpen = ({ standing }: EnquiryLine): boolean => standing === 'open';
  return [...fitting.filter(isOpen), ...fitting.filter((line) => !isOpen(line))].map(lineChoice);
};

/** Why there is no such line, in words that say what to do. */
export const noSuchLine = ({ inspection }: AskOfInspection, item: string): Reply => {
  const erased = inspection.erasedItems.get(item);
  const words = erased ? `${item} was erased: ${erased.reason}` : `There is no ${item} here.`;
  return tells(words);
};

import { itemNumber, numbered } from '../../src/domain/items.ts';
import type { EnquiryLine } from '../../src/domain/matters/line.ts';
import { shortened } from '../../src/words/message.ts';
import type { AskOfInspection, Reply } from '../contract.ts';
import type { Choice } from '../form.ts';

/** Lines of enquiry as they are named and chosen. */

/** "L-002" out of "l-2"; null where a word names no line. */
export const lineName = (word: string): string | null =>
  /^l-?\d{1,5}$/i.test(word) ? numbered('L', itemNumber(word)) : null;

export const lineChoice = ({ item, content }: EnquiryLine): Choice => ({
  value: item,
  label: shortened(`${item} ${content.hypothesis}`, 75),
});

/** Lines that fit what was typed, by number or every word; open ones first, newest first. */
export const linesFitting = ({ inspection }: AskOfInspection, query: string): Choice[] => {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const fitting = [...inspection.lines.values()].reverse().filter(({ item, content }) => {
    const text = `${item} ${content.hypothesis}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const isOpen = ({ standing }: EnquiryLine): boolean => standing === 'open';
  return [...fitting.filter(isOpen), ...fitting.filter((line) => !isOpen(line))].slice(0, 100).map(lineChoice);
};

/** Why there is no such line, in words that say what to do. */
export const noSuchLine = ({ inspection }: AskOfInspection, item: string): Reply => {
  const erased = inspection.erasedItems.get(item);
  const words = erased
    ? `${item} was erased: ${erased.reason}`
    : `There is no ${item} here. /judge line lists the lines of enquiry.`;
  return { say: { parts: [{ lines: [[words]] }] } };
};

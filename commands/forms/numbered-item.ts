import { itemNumber, numbered } from '../../src/domain/items.ts';

/** The item that words begin with, however it was typed: "m-2 ..." is M-002; a restricted one is in capitals. Empty where none. */
export const itemTyped = (words: string): string => {
  const item = words.trim().split(/\s+/)[0]?.toUpperCase() ?? '';
  const [, letter = '', number = ''] = item.match(/^([A-VX-Z])-?(\d{1,6})$/) ?? [];
  return letter === '' ? item : numbered(letter, itemNumber(number));
};

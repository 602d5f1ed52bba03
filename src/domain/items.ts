import type { Letter } from './kinds.ts';

/*
 * Items of a record have a letter for their kind and a number of their own, such as E-014. One place keeps which numbers
 * were given and which entries hold an item's words, so that every kind can be erased alike.
 */

export type Items = {
  /** The highest number given so far, by letter. */
  highest: Map<string, number>;
  /** The versions of the history that hold an item's words: what an erasure destroys. */
  versions: Map<string, number[]>;
};

export const noItems = (): Items => ({ highest: new Map(), versions: new Map() });

export const itemNumber = (item: string): number => Number(item.replace(/\D/g, ''));

/** `E-014` out of a letter and 14. */
export const numbered = (letter: string, number: number): string => `${letter}-${String(number).padStart(3, '0')}`;

/** The letter that an item's number begins with. */
const letterOf = (item: string): string => item.split('-', 1)[0] ?? '';

/** The item that comes next of its kind. A number is never given twice, not even an erased item's. */
export const nextItem = ({ highest }: Items, letter: Letter): string =>
  numbered(letter, highestOf(highest, letter) + 1);

const highestOf = (highest: Items['highest'], letter: string): number => highest.get(letter) ?? 0;

/** Takes note that an item's number is given. */
export const noteNumber = ({ highest }: Items, item: string): void => {
  const letter = letterOf(item);
  highest.set(letter, Math.max(highestOf(highest, letter), itemNumber(item)));
};

/** Takes note that an entry holds words of an item. */
export const noteWords = (items: Items, item: string, version: number): void => {
  const versions = items.versions.get(item);
  if (versions === undefined) items.versions.set(item, [version]);
  else if (versions.at(-1) !== version) versions.push(version);
};

import type { Letter } from './kinds.ts';
import type { Entered } from './people.ts';

/*
 * Items of a record have a letter for their kind and a number of their own, such as E-014. One place keeps which numbers
 * were given and which entries hold an item's words, so that every kind can be erased alike.
 */

export type Items = {
  /** The highest number given so far, by letter. */
  highest: Map<string, number>;
  /** The versions of the history that hold an item's words: what an erasure destroys. */
  versions: Map<string, number[]>;
  /** By the id of whoever recorded it first, the oldest first. */
  begun: Map<string, string[]>;
};

export const noItems = (): Items => ({ highest: new Map(), versions: new Map(), begun: new Map() });

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

/** Takes note that an entry of this person holds words of an item. */
export const noteWords = ({ versions, begun }: Items, item: string, { version, person: { user } }: Entered): void => {
  const before = versions.get(item);
  if (before && before.at(-1) !== version) before.push(version);
  if (before) return;
  versions.set(item, [version]);
  const own = begun.get(user);
  if (own) own.push(item);
  else begun.set(user, [item]);
};

/** Takes note of an item that no entry holds words of: it can be erased as any other, and takes no entry along. */
export const noteWordless = ({ versions }: Items, item: string): void => {
  if (!versions.has(item)) versions.set(item, []);
};

/** Leaves nothing of an item but that its number was given. */
export const forgetWords = ({ versions, begun }: Items, item: string): void => {
  versions.delete(item);
  for (const [user, own] of begun) {
    const left = own.filter((each) => each !== item);
    if (left.length > 0) begun.set(user, left);
    else begun.delete(user);
  }
};

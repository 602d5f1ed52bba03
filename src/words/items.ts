import type { Recorded } from '../domain/changing.ts';
import type { Inspection } from '../domain/inspection.ts';
import { type ItemOf, itemIn, type Letter, letterOf } from '../domain/kinds.ts';
import type { Rightly } from '../domain/matters/correction.ts';
import type { Person } from '../domain/people.ts';
import { type InWords, kindsInWords } from './kinds.ts';
import { followedBy, type Line, type Message, type Part, says } from './message.ts';

/** Items as people read them, whatever their kind. */

/** How an item of the ordinary record is put, whatever its kind; null where there is none of that number. */
const told = (inspection: Inspection, item: string): { words: InWords<never>; found: never } | null => {
  const letter = letterOf(item);
  const found = itemIn(inspection, item);
  return letter && found && { words: kindsInWords[letter], found: found as never };
};

/** An item in a line; null where there is none of that number. */
export const itemLine = (inspection: Inspection, item: string, at: string, most: number): Line | null => {
  const it = told(inspection, item);
  return it?.words.line(inspection, it.found, at, most) ?? null;
};

/** An item whole; nothing where there is none of that number. */
export const itemWhole = (inspection: Inspection, item: string, at: string): readonly Part[] => {
  const it = told(inspection, item);
  return it?.words.whole(inspection, it.found, at) ?? [];
};

/** How a wording of an item is put, nothing of it cut, as it stood then. What is restricted is put as evidence is. */
export const wordingWhole = (inspection: Inspection, was: Recorded, at: string): readonly Part[] =>
  (kindsInWords[letterOf(was.item) ?? 'E'] as InWords<never>).whole(inspection, was as never, at);

/** What an item says now; empty where there is none of that number. */
export const itemReads = (inspection: Inspection, item: string): string => {
  const it = told(inspection, item);
  return it?.words.reads(it.found) ?? '';
};

/** The same of one wording of an item that is put right as a whole: what it says stands in its event as in the item. */
export const wordingReads = (wording: Rightly): string => {
  const letter = letterOf(wording.item);
  return letter ? (kindsInWords[letter] as InWords<never>).reads(wording as never) : '';
};

/** What of each item of a kind is searched, as one text. */
export const itemsSearched = <Of extends Letter>(
  inspection: Inspection,
  letter: Of,
): ((item: ItemOf<Of> & { item: string; by: Person }) => string) => {
  const searched = kindsInWords[letter].searched(inspection);
  return (item) => [item.item, ...searched(item), inspection.names.get(item.by.user)].filter(Boolean).join('\n');
};

/** What is said to somebody who would change or withdraw an item, where that is not done with its kind; null where it is. */
export const insteadOf = (inspection: Inspection, item: string, what: 'Changing' | 'Withdrawing'): Message | null => {
  const it = told(inspection, item);
  const instead = it?.words[`insteadOf${what}`]?.(inspection, it.found);
  return instead ? followedBy(says(instead.words), { buttons: [instead.button] }) : null;
};

import type { Inspection } from '../domain/inspection.ts';
import { itemNumber, numbered } from '../domain/items.ts';
import { type ItemOf, kinds, type Letter, letters } from '../domain/kinds.ts';
import type { Evidence } from '../domain/matters/evidence.ts';
import type { RestrictedRecord } from '../domain/restricted.ts';
import type { Steps } from '../domain/steps.ts';
import { itemsSearched } from './items.ts';

/** Searching what somebody may read: words in any order, phrases in quotes, items by their number. */

/** Text as it is compared: quotes, apostrophes and dashes of every form are alike, and so are accents, case and white space. */
export const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[‘’‚‛′`´]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/[\p{Pd}−]/gu, '-')
    .replace(/[^\S ]\s*| \s+/g, ' ')
    .toLowerCase();

/** What must stand in a text, in one way or another: "e14" is also "e-014", which "e-0141" is not. */
type Term = readonly (string | RegExp)[];

const numberIn = (word: string): string | null => {
  const [, letter, number] = word.match(/^[#("']*([a-z])[-\s]*(\d{1,6})[)"'.,;:?!]*$/) ?? [];
  return letter && number ? numbered(letter.toUpperCase(), itemNumber(number)) : null;
};

/** The words and phrases that are looked for. A phrase stands in quotes of any form. */
export const termsIn = (typed: string): Term[] =>
  [...plain(typed).matchAll(/"([^"]+)"|(?<=^| )'([^']* [^']*)'(?= |$)|([^ "]+)/g)]
    .map(([, phrase, quoted, word]) => (phrase ?? quoted ?? word ?? '').trim())
    .filter(Boolean)
    .map((term): Term => {
      const item = numberIn(term);
      return item ? wordsFor(term, plain(item)) : [term];
    });

/** A number as it was typed, and as it is written: each where no digit follows. */
const wordsFor = (...ways: readonly string[]): RegExp[] =>
  ways.map((way) => new RegExp(`(?<![a-z0-9])${way.replace(/[^a-z0-9]/g, '\\$&')}(?!\\d)`));

/** The one item that is asked for by its number alone; null where anything else is. */
export const itemIn = (typed: string): string | null => numberIn(plain(typed).trim());

/** The same of a restricted one, whether or not there is such. Without a dash a digit tells its number from a word. */
export const restrictedIn = (typed: string): string | null => {
  const [, id] = plain(typed).match(/^\s*[#("']*w(?:\s*-+\s*|\s*(?=[a-z]*\d))([a-z\d]{1,8})[)"'.,;:?!]*\s*$/) ?? [];
  return id ? `W-${id.toUpperCase()}` : null;
};

const fits = (terms: readonly Term[], text: string): boolean => {
  const searched = plain(text);
  const has = (way: string | RegExp): boolean =>
    typeof way === 'string' ? searched.includes(way) : way.test(searched);
  return terms.every((ways) => ways.some(has));
};

function* ofKind<Of extends Letter>(inspection: Inspection, letter: Of, terms: readonly Term[]): Steps<string[]> {
  const textOf = itemsSearched(inspection, letter);
  const all: ReadonlyMap<string, unknown> = kinds[letter].all(inspection);
  const fitting: string[] = [];
  for (const each of (all as ReadonlyMap<string, ItemOf<Of>>).values()) {
    if (fits(terms, textOf(each))) fitting.push(each.item);
    yield;
  }
  return fitting;
}

/** The items of the ordinary record, of every kind, that have all of these; newest first. */
export function* found(inspection: Inspection, terms: readonly Term[]): Steps<string[]> {
  const begun = (item: string): number => inspection.items.versions.get(item)?.[0] ?? 0;
  const all: string[] = [];
  for (const letter of letters) for (const item of yield* ofKind(inspection, letter, terms)) all.push(item);
  return all.sort((one, other) => begun(other) - begun(one));
}

/** The same of what is restricted, for those who may read it. */
export const restrictedFound = (
  inspection: Inspection,
  record: RestrictedRecord,
  terms: readonly Term[],
): Evidence[] => {
  const textOf = itemsSearched(inspection, 'E');
  return [...record.evidence.values()].filter((each) => fits(terms, textOf(each))).reverse();
};

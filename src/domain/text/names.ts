import { givenNames, namesThatAreWords } from './given-names.ts';

const wordsOf = (name: string): string[] =>
  name
    .toLowerCase()
    .replace(/[’']s(?=\s|$)/g, '')
    .split(/\s+/);

const isGiven = (name: string): boolean => givenNames.has(name.toLowerCase());

/** Every place where a name may stand: what is pointed out, and the part of it that is the name. */
type Place = { shown: string; name: string };

const found = (text: string, pattern: RegExp, place: (parts: string[]) => Place | null): Place[] =>
  [...text.matchAll(pattern)].flatMap((match) => place(match.slice(1).map((part) => part ?? '')) ?? []);

/** A given name followed by another capitalised word. The second is only looked at, so that it may itself begin a name. */
const pairs = (text: string): Place[] =>
  found(
    text,
    /(?<![\p{L}-])((\p{Lu}\p{L}+)(?:-\p{L}+)?)(?=(\s+\p{Lu}[\p{L}’'-]*))/gu,
    ([first = '', given = '', second = '']) =>
      isGiven(given) ? { shown: `${first}${second}`, name: `${first}${second}` } : null,
  );

/** A given name alone, also in small letters, unless it is as likely a word or a place. */
const alone = (text: string): Place[] =>
  found(text, /(?<![\p{L}-])(\p{L}\p{Ll}+)(?![\p{L}-])(?!\s+\p{Lu})/gu, ([given = '']) =>
    isGiven(given) && !namesThatAreWords.has(given.toLowerCase()) ? { shown: given, name: given } : null,
  );

/** A given name after a word that says that one follows. */
const called = (text: string): Place[] =>
  found(text, /\b(?:named|called|child)\s+(\p{Lu}\p{L}+)(?![\p{L}-])/gu, ([given = '']) =>
    isGiven(given) ? { shown: given, name: given } : null,
  );

const kin =
  'mum dad mother father brother sister sibling twin son daughter baby boy girl aunt uncle nan gran grandmother grandfather cousin friend';
const before = [...kin.split(' '), 'known as', 'call him', 'call her', 'called him', 'called her']
  .map((word) => `[${word.charAt(0).toUpperCase()}${word.charAt(0)}]${word.slice(1)}`)
  .join('|');
const ofSomebodyPattern = new RegExp(String.raw`(?<!\p{L})(?:${before})\s+(\p{Lu}\p{Ll}{2,})(?![\p{L}-])`, 'gu');

/** Any capitalised word after one that stands before a person's name only. */
const ofSomebody = (text: string): Place[] => found(text, ofSomebodyPattern, ([name = '']) => ({ shown: name, name }));

/** A title and a surname. */
const titled = (text: string): Place[] =>
  found(
    text,
    /(?<!\p{L})((?:Mr|Mrs|Ms|Miss|Mx|Dr|PC)\.?\s+)(\p{Lu}\p{Ll}[\p{L}’'-]*)/gu,
    ([title = '', surname = '']) => ({
      shown: `${title}${surname}`,
      name: surname,
    }),
  );

/**
 * Words that may be a person's name. It only ever asks; it never certifies that a text has no name in it.
 * `known` are names that may stand: the authority's, and the team's own.
 */
export const likelyNames = (text: string, known: readonly string[]): string[] => {
  const allowed = known.map(wordsOf);
  const stands = (name: string) => allowed.some((words) => wordsOf(name).every((word) => words.includes(word)));
  const places = [pairs, alone, called, ofSomebody, titled].flatMap((look) => look(text));
  const shown = [
    ...new Set(places.filter(({ name }) => !stands(name)).map((place) => place.shown.replace(/[’']s$/, ''))),
  ];
  // A name that was pointed out with its second name is not pointed out again without it.
  return shown.filter((name) => !shown.some((other) => other !== name && other.split(/\s+/).includes(name)));
};

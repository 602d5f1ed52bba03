import given from '../../../data/names/given-names.json' with { type: 'json' };
import vocabulary from '../../../data/names/vocabulary.json' with { type: 'json' };

/** Words to look for. */
export type Words = { has: (word: string) => boolean };

/** Kept as the rows of words with the same two letters first that they come in: ready at once, and small. */
const listed = (rows: readonly string[]): Words => {
  const byStart = new Map<string, string>();
  for (const row of rows) byStart.set(row.slice(0, 2), `${byStart.get(row.slice(0, 2)) ?? ' '}${row} `);
  return { has: (word) => byStart.get(word.slice(0, 2))?.includes(` ${word} `) ?? false };
};

const anyOf = (...lists: readonly Words[]): Words => ({ has: (word) => lists.some((list) => list.has(word)) });

/** As the lists have it: in small letters, without accents, with the apostrophe of a typewriter and without the ’s. */
export const plainly = (word: string): string => {
  const small = word.toLowerCase();
  if (/^[a-z]+$/.test(small)) return small;
  return small
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łøđı’]/g, (sign) => ({ ł: 'l', ø: 'o', đ: 'd', ı: 'i' })[sign] ?? "'")
    .replace(/'s?$/, '');
};

/** What a word is likely to be, seen alone. A name that is also a word or a place says less than one that is nothing else. */
export type Kind = 'name' | 'also a word' | 'where called' | 'vocabulary' | 'unknown';

const made = () => {
  const of = (words: string): Words => listed(words.split(' '));
  const roles = of(vocabulary.roles);
  const surnames = of(vocabulary.institutionsAndSurnames);
  const institutions = of(vocabulary.institutions);
  const kin = of(vocabulary.kin);
  const saysAfter = of(vocabulary.saysAfter);
  /** What has a capital letter and goes with no person's name as its second word. */
  const terms = anyOf(listed(vocabulary.times), listed(vocabulary.field), roles, institutions);
  const ordinary = anyOf(surnames, listed(vocabulary.ordinary));
  const sets = {
    common: listed(given.common),
    others: listed(given.others),
    alsoWords: listed(given.alsoWords),
    onlyWhereCalled: of(given.onlyWhereCalled),
    roles,
    surnames,
    institutions,
    terms,
    capitalised: anyOf(terms, listed(vocabulary.places)),
    titles: of(vocabulary.titles),
    kin,
    called: anyOf(of(vocabulary.called), kin),
    saysAfter,
    doesAfter: anyOf(saysAfter, of(vocabulary.beginsAfter)),
    notAfter: of(vocabulary.notAfter),
    placesAfter: of(vocabulary.placesAfter),
    labels: of(vocabulary.labels),
    particles: of(vocabulary.particles),
  };
  const isGiven = (word: string): boolean => sets.common.has(word) || sets.others.has(word);
  const isVocabulary = (word: string): boolean => sets.capitalised.has(word) || ordinary.has(word);
  const kindOf = (word: string): Kind => {
    const [first = '', second, third] = word.split('-');
    if (third || (second && sets.capitalised.has(word))) return 'vocabulary';
    if (second) return kindOf(first) === 'name' ? 'name' : 'unknown';
    const isAlsoWord = sets.alsoWords.has(word);
    if (sets.onlyWhereCalled.has(word) || ((isGiven(word) || isAlsoWord) && sets.capitalised.has(word)))
      return 'where called';
    if (isGiven(word)) return 'name';
    if (isAlsoWord) return 'also a word';
    return isVocabulary(word) || isVocabulary(word.replace(/s$/, '')) ? 'vocabulary' : 'unknown';
  };
  return { ...sets, kindOf };
};

let lists: ReturnType<typeof made> | undefined;

/** The lists, made when a text is first looked at, so that a start does without them. */
export const namesAndWords = () => {
  lists ??= made();
  return lists;
};

import given from '../../../data/names/given-names.json' with { type: 'json' };
import vocabulary from '../../../data/names/vocabulary.json' with { type: 'json' };

/** Words to look for, kept as the rows of words with the same two letters first that they come in: ready at once, and small. */
const listed = (...rows: readonly (readonly string[])[]) => {
  const byStart = new Map<string, string>();
  for (const row of rows.flat()) byStart.set(row.slice(0, 2), `${byStart.get(row.slice(0, 2)) ?? ' '}${row} `);
  return { has: (word: string): boolean => byStart.get(word.slice(0, 2))?.includes(` ${word} `) ?? false };
};

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
  const { times, places, field } = vocabulary;
  const split = (words: string) => words.split(' ');
  const roles = split(vocabulary.roles);
  const institutions = split(vocabulary.institutions);
  const surnames = split(vocabulary.institutionsAndSurnames);
  const sets = {
    common: listed(given.common),
    others: listed(given.others),
    alsoWords: listed(given.alsoWords),
    onlyWhereCalled: listed(split(given.onlyWhereCalled)),
    roles: listed(roles),
    institutions: listed(institutions, surnames),
    surnames: listed(surnames),
    saysAfter: listed(split(vocabulary.saysAfter)),
    doesAfter: listed(split(vocabulary.saysAfter), split(vocabulary.beginsAfter)),
    notAfter: listed(split(vocabulary.notAfter)),
    placesAfter: listed(split(vocabulary.placesAfter)),
    titles: listed(split(vocabulary.titles)),
    kin: listed(split(vocabulary.kin)),
    called: listed(split(vocabulary.called), split(vocabulary.kin)),
    labels: listed(split(vocabulary.labels)),
    particles: listed(split(vocabulary.particles)),
    capitalised: listed(times, places, field, roles, institutions),
    terms: listed(times, field, roles, institutions),
    ordinary: listed(surnames, vocabulary.ordinary),
  };
  const isGiven = (word: string): boolean => sets.common.has(word) || sets.others.has(word);
  const kindOf = (word: string): Kind => {
    const [first = '', second, third] = word.split('-');
    if (third || (second && sets.capitalised.has(word))) return 'vocabulary';
    if (second) return kindOf(first) === 'name' ? 'name' : 'unknown';
    const isAlsoWord = sets.alsoWords.has(word);
    if (sets.onlyWhereCalled.has(word) || ((isGiven(word) || isAlsoWord) && sets.capitalised.has(word)))
      return 'where called';
    if (isGiven(word)) return 'name';
    if (isAlsoWord) return 'also a word';
    return [word, word.replace(/s$/, '')].some((each) => sets.capitalised.has(each) || sets.ordinary.has(each))
      ? 'vocabulary'
      : 'unknown';
  };
  return { ...sets, kindOf };
};

let lists: ReturnType<typeof made> | undefined;

/** The lists, made when a text is first looked at, so that a start does without them. */
export const namesAndWords = () => {
  lists ??= made();
  return lists;
};

import { namesAndWords, plainly, type Words } from './given-names.ts';
import { runsIn, type Word, wordsOf } from './words.ts';

/** Where a name may stand: part of a run of capitalised words, what follows its first word there, and what stands around it. */
type Place = {
  run: readonly Word[];
  part: readonly Word[];
  rest: readonly Word[];
  before: readonly Word[];
  after: Word | undefined;
};

/** Words of a run that may be one name: from a word that is no vocabulary as far as the next that is. A given name takes the word after it along. */
const placesIn = (words: readonly Word[]): Place[] => {
  const { terms, titles } = namesAndWords();
  return runsIn(words).flatMap(([from, to]) => {
    const run = words.slice(from, to + 1);
    const inNames = run.map(({ kind, plain }, at) => {
      if (kind !== 'vocabulary' || titles.has(words[from + at - 1]?.shown ?? '')) return true;
      const last = run[at - 1];
      return last !== undefined && (last.kind === 'name' || last.kind === null) && !terms.has(plain);
    });
    return run.flatMap((_, at): Place[] => {
      if (!inNames[at] || inNames[at - 1]) return [];
      const end = inNames.indexOf(false, at);
      const part = run.slice(at, end < 0 ? undefined : end);
      const next = words[from + at + part.length];
      return [
        {
          run,
          part,
          rest: run.slice(at + 1),
          before: words.slice(Math.max(0, from + at - 2), from + at),
          after: next?.gap.trim() ? undefined : next,
        },
      ];
    });
  });
};

/** Whether what stands before a word says that it is a person’s name, whatever else it may be. */
const isSaid = (phrases: Words, before: readonly Word[], { gap }: Word): boolean => {
  const [one, last] = before.length > 1 ? before : [undefined, before[0]];
  if (!last || gap.trim() !== '') return false;
  return phrases.has(last.plain) || (one !== undefined && phrases.has(`${one.plain}_${last.plain}`));
};

/** Houses, roads, inquiries, and what else is called after somebody. */
const isCalledAfter = ({ part, rest, before, after }: Place, isElsewhere: boolean): boolean => {
  const { institutions, surnames, notAfter } = namesAndWords();
  const [first] = part;
  const last = before.at(-1)?.plain ?? '';
  if (last === 'st' || last === 'saint') return true;
  // Where everything is in capitals, a school further on has nothing to do with the name.
  const near = rest.slice(0, first?.loud ? part.length : part.length + 1);
  if (near.some(({ plain }) => institutions.has(plain))) return true;
  // Sarah Ward is a person, unless somebody is in her; Willow Ward is none.
  if (near.some(({ plain }) => surnames.has(plain))) return first?.kind !== 'name' || isElsewhere;
  return notAfter.has(last) && (institutions.has(after?.plain ?? '') || surnames.has(after?.plain ?? ''));
};

/** Whether a given name stands in it, whatever else that may be. */
export const hasGivenName = (text: string): boolean =>
  wordsOf(text).some(({ kind }) => kind !== 'vocabulary' && kind !== 'unknown' && kind !== null);

/** Whether words of a run are likely to be a person. `isKnown` says of a word that it stands in a name that may stand. */
const isPerson = (place: Place, isKnown: (word: string) => boolean): boolean => {
  const { titles, kin, called, roles, saysAfter, doesAfter, notAfter, placesAfter, labels, common } = namesAndWords();
  const { run, part, before, after } = place;
  const [first, second] = part;
  if (!first) return false;
  const isAfter = (phrases: Words) => isSaid(phrases, before, first);
  const isElsewhere = isAfter(notAfter) || isAfter(placesAfter);
  if (titles.has(before.at(-1)?.shown ?? '') && /^\.? *$/.test(first.gap))
    return part.some(({ kind }) => kind !== 'initial');
  if (isAfter(kin) && !first.loud && first.shown.length > 2) return true;
  if (isCalledAfter(place, isElsewhere)) return false;
  if (part.some(({ kind }) => kind === 'name')) return part.length > 1 || !first.loud || common.has(first.plain);
  const isAmongRoles = run.every((word) => part.includes(word) || roles.has(word.plain));
  if (!isAmongRoles) return false;
  if (first.kind === 'initial') {
    const isWord = /^[AI]$/.test(first.shown) && !second?.gap.startsWith('.');
    return part.some(({ kind }) => kind !== 'initial') && !isWord && !isElsewhere && !isAfter(labels);
  }
  const isAlsoWord = first.kind === 'also a word';
  if (isAlsoWord || first.kind === 'where called') {
    const does = (isAlsoWord ? doesAfter : saysAfter).has(after?.plain ?? '');
    if (does || isAfter(called) || (isAlsoWord && first.owns)) return true;
    if (isElsewhere || first.loud || part.some(({ plain }) => isKnown(plain))) return false;
    if (part.length === 1) return isAlsoWord && !first.first;
    return second?.kind === 'unknown' || (isAlsoWord && second?.kind !== 'initial');
  }
  if (part.length === 1 || part.length > 4 || isElsewhere || second?.kind === 'initial') return false;
  return part.every(({ loud, plain }) => !isKnown(plain) && (!loud || plain.length > 3));
};

/**
 * Words that may be a person's name. It only ever asks; it never certifies that a text has no name in it.
 * `known` are names that may stand: the authority's, and the team's own.
 */
export const likelyNames = (text: string, known: readonly string[]): string[] => {
  const { common, titles } = namesAndWords();
  const allowed = known.map((name) => name.split(/\s+/).map(plainly));
  const isKnown = (word: string) => allowed.some((words) => words.includes(word));
  const words = wordsOf(text);
  const found = placesIn(words)
    .filter((place) => isPerson(place, isKnown))
    .map(({ part, before }) => {
      const title = before.at(-1);
      return title && titles.has(title.shown) ? { part, from: title } : { part, from: part[0] };
    });
  const small = words
    .filter(({ kind, plain }) => kind === null && common.has(plain))
    .map((word) => ({ part: [word], from: word }));
  const shown = [...found, ...small]
    .filter(({ part }) => !allowed.some((names) => part.every(({ plain }) => names.includes(plain))))
    .map(({ part, from }) => {
      const last = part.at(-1);
      return last ? text.slice(from?.at, last.at) + last.shown : '';
    });
  // A name that was pointed out with its second name is not pointed out again without it.
  return [...new Set(shown)].filter(
    (name) => !shown.some((other) => other !== name && other.split(/\s+/).includes(name)),
  );
};

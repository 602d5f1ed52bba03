/*
 * How far two short texts ask for the same. It only ever points something out: words are compared without their endings,
 * and two texts about different cases are never alike.
 */

/** Words that nearly every request has. */
const everyday = new Set(
  'all and any are ask asked asking can case could for from have her his how its last list may need needed new not off our out please provide send sent some that the their them there these they this those was were what when which who will with would you your'.split(
    ' ',
  ),
);

const casesIn = (text: string): Set<string> =>
  new Set([...text.matchAll(/\bc-?(\d{1,5})\b/gi)].map(([, number]) => String(Number(number))));

/** The words that say what a text is about, without plural and similar endings. Numbers count. */
const wordsOf = (text: string): Set<string> =>
  new Set(
    [
      ...text
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .matchAll(/\d+|\p{L}{3,}/gu),
    ]
      .map(([word]) => word)
      .filter((word) => !everyday.has(word))
      .map((word) => (/^\d/.test(word) ? String(Number(word)) : word))
      .map((word) => (word.length > 4 ? word.replace(/(?:ies|ing|es|ed|s|y)$/, '') : word)),
  );

const shared = (one: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  [...one].filter((each) => other.has(each)).length;

/** What a text is held against others by: worked out once, as an inspection may have hundreds of requests. */
type Gist = { cases: ReadonlySet<string>; words: ReadonlySet<string> };
export const gistOf = (text: string): Gist => ({ cases: casesIn(text), words: wordsOf(text) });

/** What part of the shorter text's words the other has too: from 0, nothing in common, to 1. */
export const likeness = (one: Gist, other: Gist): number => {
  if (one.cases.size > 0 && other.cases.size > 0 && shared(one.cases, other.cases) === 0) return 0;
  const fewest = Math.min(one.words.size, other.words.size);
  return fewest === 0 ? 0 : shared(one.words, other.words) / fewest;
};

import { givenNames } from './given-names.ts';

const wordsOf = (name: string): string[] =>
  name
    .toLowerCase()
    .replace(/[’']s(?=\s|$)/g, '')
    .split(/\s+/);

/**
 * Words that may be a person's name: a given name followed by another capitalised word, or a given name after "named",
 * "called", "mum" and their like. It only ever asks; it never certifies that a text has no name in it.
 * `known` are names that may stand: the authority's, and the team's own.
 */
export const likelyNames = (text: string, known: readonly string[]): string[] => {
  const allowed = known.map(wordsOf);
  const stands = (name: string) => allowed.some((words) => wordsOf(name).every((word) => words.includes(word)));
  // The second word is only looked at, so that it may itself begin a name: "Visited Ellie Brown".
  const pairs = [...text.matchAll(/(?<![\p{L}-])((\p{Lu}\p{L}+)(?:-\p{L}+)?)(?=(\s+\p{Lu}[\p{L}’'-]*))/gu)]
    .filter(([, , given]) => givenNames.has((given ?? '').toLowerCase()))
    .map(([, first, , second]) => `${first}${second}`);
  const called = [
    ...text.matchAll(
      /\b(?:named|called|brother|sister|mum|dad|child|boy|girl|baby|sibling)\s+(\p{Lu}\p{L}+)(?![\p{L}-])/gu,
    ),
  ]
    .map(([, name]) => name ?? '')
    .filter((name) => givenNames.has(name.toLowerCase()));
  return [...new Set([...pairs, ...called])].filter((name) => !stands(name));
};

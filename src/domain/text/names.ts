import { givenNames } from './given-names.ts';

/**
 * Words that may be a person's name: a given name followed by another capitalised word, or a capitalised word after
 * "named", "called" and their like. It only ever asks; it never certifies that a text has no name in it.
 * `known` are names that may stand: the authority's, and the team's own.
 */
export const likelyNames = (text: string, known: readonly string[]): string[] => {
  const allowed = new Set(known.flatMap((name) => name.toLowerCase().split(/\s+/)));
  const stands = (name: string) => name.split(/\s+/).every((word) => allowed.has(word.toLowerCase()));
  const pairs = [...text.matchAll(/(?<![\p{L}-])(\p{Lu}\p{Ll}+)\s+\p{Lu}[\p{L}'’-]+/gu)]
    .filter(([, first]) => givenNames.has((first ?? '').toLowerCase()))
    .map(([pair]) => pair);
  const called = [
    ...text.matchAll(
      /\b(?:named|called|brother|sister|mum|dad|child|boy|girl|baby|sibling)\s+(\p{Lu}\p{Ll}+)(?![\p{L}-])/gu,
    ),
  ]
    .map(([, name]) => name ?? '')
    .filter((name) => givenNames.has(name.toLowerCase()));
  return [...new Set([...pairs, ...called])].filter((name) => !stands(name));
};

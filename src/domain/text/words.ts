import { type Kind, namesAndWords, plainly } from './given-names.ts';

/** A word as it stands in a text. */
export type Word = {
  shown: string;
  plain: string;
  /** Of a word that begins with a capital letter; of any other it is not looked up. */
  kind: Kind | 'initial' | null;
  /** Nothing smaller than a capital in it, and more than one letter. */
  loud: boolean;
  /** It ends in ’s. */
  owns: boolean;
  /** A sentence, a line, a bracket, a quotation begins with it, or it follows a dash or a colon: a capital says little there. */
  first: boolean;
  /** What stands between the word before and this one. */
  gap: string;
  at: number;
};

const word = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|[’'-](?=[\p{L}\p{N}]))*/gu;

const kindOf = (shown: string, plain: string): Word['kind'] => {
  if (shown.charAt(0) === shown.charAt(0).toLowerCase()) return null;
  if (/\d/.test(shown)) return 'vocabulary';
  return plain.length === 1 ? 'initial' : namesAndWords().kindOf(plain);
};

export const wordsOf = (text: string): Word[] => {
  const words: Word[] = [];
  let end = 0;
  for (const { 0: found, index: at } of text.matchAll(word)) {
    const shown = found.replace(/[’']s$/i, '');
    const plain = plainly(found);
    const gap = text.slice(end, at);
    const last = words.at(-1);
    const goesOn = last !== undefined && /^[ \u00a0\t,’'&]*$/.test(gap);
    words.push({
      shown,
      plain,
      kind: kindOf(shown, plain),
      loud: shown.length > 1 && shown === shown.toUpperCase(),
      owns: shown !== found,
      first: !goesOn && !(last?.kind === 'initial' && /^\. ?$/.test(gap)),
      gap,
      at,
    });
    end = at + found.length;
  }
  return words;
};

const besides = /^[ \u00a0]+$/;

/** Whether a word goes on from the one before: a space apart, or after the point of an initial. Nothing goes on from a word that begins a sentence and is any word. */
const goesOn = (last: Word, next: Word): boolean => {
  if (last.owns || (last.first && last.kind === 'vocabulary' && !namesAndWords().capitalised.has(last.plain)))
    return false;
  return besides.test(next.gap) || (last.kind === 'initial' && /^\. ?$/.test(next.gap));
};

/** No name and no institution is longer: what goes on in capitals is looked at in pieces. */
const longest = 20;

/** Words with a capital letter that follow each other, as places in the list: `de` and its like may stand between. */
export const runsIn = (words: readonly Word[]): [from: number, to: number][] => {
  const { particles } = namesAndWords();
  const runs: [number, number][] = [];
  for (let at = 0; at < words.length; at += 1) {
    if (words[at]?.kind === null) continue;
    let to = at;
    for (let next = at + 1; next < at + longest; next += 1) {
      const [last, one] = [words[next - 1], words[next]];
      if (!last || !one || !goesOn(last, one)) break;
      if (one.kind !== null) to = next;
      else if (!particles.has(one.plain)) break;
    }
    runs.push([at, to]);
    at = to;
  }
  return runs;
};

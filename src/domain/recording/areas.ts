import type { Framework } from '../framework.ts';
import { nearest } from '../text/nearest.ts';
import { goesOn, taken } from './mark.ts';
import { signFollows } from './signs.ts';

/** The area that a line begins with, and whether it surely is one even where no mark follows. */
type AreaMark = { area: string; rest: string; isSure: boolean };

const apart = /[\s\p{Pd}_]+/u;

/** How long a text's beginning is that spells a word; 0 where it begins otherwise. "in care" spells `in-care`. */
const spells = (text: string, word: string): number => {
  const parts = word.split(apart);
  let at = 0;
  for (const [index, part] of parts.entries()) {
    if (index > 0) at += text.slice(at).match(/^(?:\s|[\p{Pd}_])/u)?.[0].length ?? 0;
    if (text.slice(at, at + part.length).toLowerCase() !== part) return 0;
    at += part.length;
  }
  return at;
};

/** The area by a word of the framework's, the longest that fits. Two words of areas at once are none. */
export const areaMark = ({ areas }: Framework, text: string): AreaMark | null => {
  const spelt = areas
    .flatMap(({ id, words }) => words.map((word) => ({ id, length: spells(text, word) })))
    .filter(({ length }) => length > 0 && ends(text.slice(length)))
    .sort((one, other) => other.length - one.length);
  const [found] = spelt;
  if (!found) return null;
  const word = text.slice(0, found.length);
  const after = text.slice(found.length);
  const [mark = ''] = after.match(/^\s*[:\uff1a]|^[,.;\uff0c]/u) ?? [];
  const rest = taken(after, mark);
  const isPlain = mark === '' && word === word.toLowerCase() && !/\s/.test(word) && !goesOn.test(rest);
  return { area: found.id, rest, isSure: isPlain || /[:\uff1a]$/u.test(mark) };
};

/** The area that the first word was most likely meant for, where it is mistyped: "hepl", "help-protection"; and the word that it has. */
export const nearArea = ({ areas }: Framework, text: string): { area: string; meant: string; rest: string } | null => {
  const [typed = ''] = text.match(/^\p{L}[\p{L}\p{Pd}_]*(?=\s)/u) ?? [];
  const words = areas.flatMap((each) => each.words);
  const meant = nearest(typed, words) ?? words.find((word) => typed.toLowerCase().startsWith(`${word}-`)) ?? null;
  const area = areas.find((each) => meant !== null && each.words.includes(meant));
  return area && meant !== null ? { area: area.id, meant, rest: taken(text, typed) } : null;
};

/** Whether a word ends here: "helpful", "help-protection" and "help—late" are other words. */
const ends = (after: string): boolean =>
  /^(?:$|\s|[:,;.\uff1a\uff0c](?!\S*\/\/))/u.test(after) || signFollows.test(after);

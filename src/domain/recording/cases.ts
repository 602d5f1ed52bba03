import { numbered } from '../items.ts';
import { begun, type Mark, taken } from './mark.ts';
import { dashes, signFollows } from './signs.ts';

/** Cases as people write them: C-017, c17, (C-017):, C–017, [c 017]. Always a team's own reference. */

const letter = '#?[cC\\uff23\\uff43]';
const digits = '([0-9\\uff10-\\uff19]{1,5})';
const bracketed = new RegExp(`^[([{]\\s*${letter}(?:[${dashes}]|\\s+)?${digits}\\s*[:.,;]?\\s*[)\\]}][:.,;]*`, 'u');
const bare = new RegExp(`^${letter}(?:[${dashes}]${digits}|\\s(0[0-9]{2,4})|${digits})([:.,;\\uff1a\\uff0c]*)`, 'u');
/** What may be meant for a case and is none surely: C-017b, C 17, C-017/018. */
const almost = new RegExp(`^[([{]?${letter}(?:[${dashes}]|\\s+|\\s*[${dashes}]\\s*)?[0-9]`, 'u');
const possessive = new RegExp(`^${letter}[${dashes}]?[0-9]{1,5}['\\u2019]`, 'u');
/** Another one after it, so that the first is not the only one. */
const another = new RegExp(
  `^(?:and|or|to|plus|&|/)\\s*(?:${letter}[${dashes}]?[0-9]|0[0-9])|^0[0-9]{1,4}(?![0-9])`,
  'iu',
);
const year = /^(?:19|20)\d\d$/;

const reference = (found: string): string => numbered('C', Number(found.normalize('NFKC')));

/** The case that a text begins with; said is null where it may be one, or is one of several. */
export const caseMark = (text: string): Mark<string | null> | null => {
  const held = text.match(bracketed);
  const free = held ? null : text.match(bare);
  const [mark = '', hyphened, spaced, plain, ended = ''] = held ? [held[0], held[1]] : (free ?? []);
  const found = hyphened ?? spaced ?? plain;
  const after = text.slice(mark.length);
  const ends =
    held !== null ||
    after === '' ||
    begun(after) !== after ||
    signFollows.test(after) ||
    (/[:;,\uff1a\uff0c]$/.test(ended) && !/^\d/.test(after));
  if (found === undefined || !ends || (plain && year.test(plain)))
    return almost.test(text) && !possessive.test(text)
      ? { said: null, mark: text.match(/^\S+/)?.[0] ?? '', rest: text }
      : null;
  const rest = taken(text, mark);
  return another.test(rest) ? { said: null, mark, rest: text } : { said: reference(found), mark, rest };
};

const named = new RegExp(
  `(?<![\\p{L}\\p{N}_.\\-]|(?<!\\p{N})/)${letter}(?:[${dashes}]${digits}|\\s(0[0-9]{2,4})|${digits})(?![\\p{L}\\p{N}])((?:\\s*(?:,|/|&|and|[${dashes}])\\s*0[0-9]{1,4}(?![0-9]))*)`,
  'gu',
);

/** The cases that are named anywhere in a text, each once, in their order. */
export const casesNamed = (text: string): string[] => {
  const found = [...text.matchAll(named)].flatMap(([, hyphened, spaced, plain, more = '']) =>
    plain && year.test(plain) ? [] : [hyphened ?? spaced ?? plain ?? '', ...(more.match(/\d+/g) ?? [])],
  );
  return [...new Set(found.map(reference))];
};

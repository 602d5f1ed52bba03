import type { Sign } from '../sources.ts';
import { bullets, type Mark, taken } from './mark.ts';

/** What an item is, by the signs that keyboards, phones and Word make: any dash or minus, any plus, any exclamation mark. */

export const dashes = '\\p{Pd}\\u2212\\u2796\\u02d7\\u207b\\ufe63';
const pluses = '+\\uff0b\\ufe62\\u207a\\u2795';
const bangs = '!\\uff01\\ufe57\\u203c\\u2755\\u2757';
/** What makes of a sign an arrow, a range, or "more or less". */
const others = '/>=~|\\u00b1';

const ofDashes = new RegExp(`^[${dashes}]+$`, 'u');
const ofPluses = new RegExp(`^[${pluses}]+$`, 'u');
const ofBangs = new RegExp(`^[${bangs}]+$`, 'u');
const run = new RegExp(
  `^[${dashes}${pluses}${bangs}${bullets}\\u00b1][${dashes}${pluses}${bangs}${bullets}${others}\\ufe0f]*`,
  'u',
);
const beforeNumber = /^\p{Sc}?[.,]?\p{Nd}/u;

/** One sign of one kind, or two of them; null for what is no sign surely: three, mixed ones, a bullet. */
const signOf = (mark: string): Sign | null => {
  const signs = mark.replaceAll('\ufe0f', '');
  if ([...signs].length > 2) return null;
  if (ofDashes.test(signs)) return 'concern';
  if (ofPluses.test(signs)) return 'strength';
  return ofBangs.test(signs) ? 'priority-concern' : null;
};

/** The sign that a text begins with; null where it begins with none, or with one that belongs to a number: "-3 places". */
export const signMark = (text: string): Mark<Sign | null> | null => {
  const mark = text.match(run)?.[0];
  if (mark === undefined || beforeNumber.test(text.slice(mark.length))) return null;
  return { said: signOf(mark), mark, rest: taken(text, mark) };
};

/** Whether a text goes on with a sign that stands by itself. */
export const signFollows = new RegExp(`^[${dashes}${pluses}${bangs}]{1,2}(?![${others}])(?:\\s|$)`, 'u');

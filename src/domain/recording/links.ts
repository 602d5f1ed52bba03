import { itemNumber, numbered } from '../items.ts';
import type { Bearing } from '../matters/line-content.ts';
import type { Mark } from './mark.ts';
import { begun, taken } from './mark.ts';
import { dashes } from './signs.ts';

/** The line of enquiry that an item bears on, and which way it speaks: null where that is not said in words. */
export type Link = { line: string; way: Bearing | null };

const named = new RegExp(
  `^[([]?(?:(for|against)\\s*:?\\s+)?(?:the\\s+)?(?:line\\s+)?[([]?l([${dashes}])?([0-9]{1,5})[:.,;]?[)\\]]{0,2}[:.,;]*(?=\\s|$)`,
  'iu',
);
const another = new RegExp(`^(?:(?:and|or|&)\\s+)?(?:(?:for|against)\\s+)?l[${dashes}]?[0-9]`, 'iu');

/**
 * The line of enquiry that a text begins with: `for L-002`, `against L-002`, or `L-002` alone. Said is null where it may be
 * meant for one: none of that number is there, or there are several, or "L2" may be a word.
 */
export const linkMark = (text: string, lines: { has(item: string): boolean }): Mark<Link | null> | null => {
  const [mark, word, hyphen, number] = text.match(named) ?? [];
  if (mark === undefined || number === undefined) return null;
  const line = numbered('L', itemNumber(number));
  const rest = taken(text, mark);
  const isThere = lines.has(line);
  if (!hyphen && !word && !isThere) return null;
  const isSure = isThere && (hyphen || word) && !another.test(begun(rest));
  const way = word ? (word.toLowerCase() as Bearing) : null;
  return isSure ? { said: { line, way }, mark, rest } : { said: null, mark, rest: text };
};

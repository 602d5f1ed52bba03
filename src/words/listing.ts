import type { Inspection } from '../domain/inspection.ts';
import type { Person } from '../domain/people.ts';
import { firstFitting } from './fitting.ts';
import { itemActs } from './item-acts.ts';
import { itemLine } from './items.ts';
import { type Message, message, type Part, paragraph } from './message.ts';

/** Who reads, and of which inspection. */
export type Reader = { inspection: Inspection; by: Person; at: string };

/** Items of whatever kind, each with what this person may do about it beside it. */
export const itemRows = ({ inspection, by, at }: Reader, items: readonly string[], most: number): Part[] =>
  items.flatMap((item) => {
    const row = itemLine(inspection, item, at, most);
    return row ? [{ row, acts: [{ label: 'Read', does: item }, ...itemActs(inspection, item, by)] }] : [];
  });

/** So many are on a page, each a block of its own. */
const perPage = 10;

/** "list", and 2 of "list 2": which page of a list is asked for, the first where none is. */
export const pageOf = (words: string): { words: string; page: number } => {
  const [, list = words, page = '1'] = words.match(/^(.*?) (\d{1,4})$/) ?? [];
  return { words: list, page: Math.max(1, Number(page)) };
};

/**
 * A page of a list of items: what it comes to, each with its acts, then whatever follows. `words` are those that ask for the
 * list: with a number after them they ask for another page.
 */
export const listing = (
  reader: Reader,
  opening: readonly Part[] | string,
  items: readonly string[],
  { words, page = 1 }: { words: string; page?: number },
  ...after: readonly Part[]
): Message => {
  const shown = items.slice((page - 1) * perPage, page * perPage);
  const left = items.length - page * perPage;
  const next = { label: `The next ${Math.min(left, perPage)} of ${items.length}`, does: `${words} ${page + 1}` };
  return firstFitting([160, 60, 20], (most) =>
    message(
      ...(typeof opening === 'string' ? [paragraph(opening)] : opening),
      ...itemRows(reader, shown, most),
      { buttons: left > 0 ? [next] : [] },
      ...after,
    ),
  );
};

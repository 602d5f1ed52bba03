import { type Line, plainLine } from '../words/message.ts';

/**
 * What a paper is made of, whatever it is rendered as. Words are words: ours and somebody's alike, no rendering takes a sign in
 * them for anything but itself. A block with nothing in it is not seen, so none is asked for first whether it has anything to say.
 */

/** Words on one line; where they were on several, they are joined. */
export type Words = string | Line;

/** The first has the paper's title over it; none is left out on the way down. */
export type Level = 1 | 2 | 3;

export type Item = Words | { line: Words; under: readonly Block[] };

/** A grade's square has its cell shaded, beside the word. */
export type Cell = Words | { words: Words; shade: string };

/** What a column holds. A day is `2013-11-19`, a moment `2013-11-19 10:45`: by them a spreadsheet sorts and counts. */
type Holds = 'words' | 'number' | 'day' | 'moment';
export type Column = { head: string; holds?: Holds; wide?: number };
export type Table = { columns: readonly Column[]; rows: readonly (readonly Cell[])[] };

export type Block =
  | { heading: Words; level: Level }
  /** One that is cited has its number. */
  | { paragraph: Words; number?: number }
  /** Somebody's own words, line by line. */
  | { quote: string }
  /** What was posted, to the letter. */
  | { verbatim: string }
  | { list: readonly Item[] }
  | { table: Table }
  /** Small print. */
  | { note: Words };

/** A paper whole. Whatever it says of a time is the record's: the same record gives the same paper. */
export type Paper = {
  title: string;
  /** What stands at the foot of each page: how it stands, and where the record stood. */
  foot: { standing: string; head: string };
  /** The last time in the record. */
  at: string;
  blocks: readonly Block[];
};

export type Sheet = { name: string; table: Table };
export type Workbook = { at: string; sheets: readonly Sheet[] };

/** Words as a plain text. */
export const plainWords = (words: Words): string => (typeof words === 'string' ? words : plainLine(words));

const isEmpty = (words: Words): boolean => plainWords(words) === '';

/** The items that say something. */
export const itemsSaid = (items: readonly Item[]): Item[] =>
  items.filter((item) => (typeof item === 'object' && 'line' in item) || !isEmpty(item));

/** Whether a block has anything to say. */
export const says = (block: Block): boolean => {
  if ('heading' in block) return true;
  if ('list' in block) return itemsSaid(block.list).length > 0;
  if ('table' in block) return block.table.rows.length > 0;
  if ('quote' in block) return block.quote !== '';
  if ('verbatim' in block) return true;
  return !isEmpty('note' in block ? block.note : block.paragraph);
};

/** Blocks under a heading, and under what is said of them all. Nothing where there is no block. */
export function* section(level: Level, title: Words, parts: Iterable<Block>, ofAll: Words = ''): Iterable<Block> {
  let told = false;
  for (const part of parts) {
    if (!told && says(part)) {
      yield* [{ heading: title, level }, { paragraph: ofAll }] satisfies Block[];
      told = true;
    }
    yield part;
  }
}

/** The square by which a cell is shaded; empty where it is not. */
export const cellShade = (cell: Cell): string => (typeof cell === 'object' && 'shade' in cell ? cell.shade : '');

export const cellWords = (cell: Cell): Words => (typeof cell === 'object' && 'shade' in cell ? cell.words : cell);

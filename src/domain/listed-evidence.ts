import { type Area, areaByWord } from './framework.ts';
import type { Inspection } from './inspection.ts';
import { itemNumber, numbered } from './items.ts';
import type { Evidence } from './matters/evidence.ts';
import { type Sign, signs } from './sources.ts';
import type { Steps } from './steps.ts';

/*
 * Evidence as it is listed whole: all of it or an area's, by sign, case, source and person. What is chosen is said in words, "help
 * concern C-017", so that whatever carries words carries it.
 */

/** By what a list is chosen: what an item answers to, the value that a word says, and what stands before a value to make it a word. */
type By = {
  valuesOf: (inspection: Inspection, each: Evidence) => readonly string[];
  read: (word: string) => string | null;
  before?: string;
};

const numberAfter =
  (letter: string): By['read'] =>
  (word) =>
    new RegExp(`^${letter}-?\\d{1,6}$`, 'i').test(word) ? numbered(letter, itemNumber(word)) : null;
const after = (before: string): Pick<By, 'read' | 'before'> => ({
  before,
  read: (word) => (word.toLowerCase().startsWith(before) ? word.slice(before.length) : null),
});

const choosing = {
  sign: {
    // A priority concern is a concern too.
    valuesOf: (_, { content: { sign } }) => (sign === 'priority-concern' ? ['concern', sign] : [sign]),
    read: (word) => signs.find((sign): sign is Sign => [sign, `${sign}s`].includes(word.toLowerCase())) ?? null,
  },
  case: { valuesOf: (_, { content }) => (content.case ? [content.case] : []), read: numberAfter('C') },
  source: { valuesOf: (_, { content }) => [content.source], ...after('from:') },
  person: { valuesOf: (_, { by }) => [by.user], ...after('by:') },
  line: {
    valuesOf: ({ lines }, { item }) => [...lines.values()].flatMap((line) => (line.links.has(item) ? [line.item] : [])),
    read: numberAfter('L'),
  },
} satisfies Record<string, By>;

export type ListedBy = keyof typeof choosing;
const rows: Record<ListedBy, By> = choosing;
const ways = Object.keys(rows) as readonly ListedBy[];

/** What is listed: an area's evidence, or all of it, and by what it is chosen. */
export type Listed = { area: Area | null } & { readonly [Way in ListedBy]?: string | undefined };

/** The word for evidence of every area. */
const everyArea = 'all';

/** The list that words ask for: an area's word or title alone, or with what it is chosen by. Null where they say anything else. */
export const listedIn = ({ framework }: Inspection, words: string): Listed | null => {
  const said = words.trim().toLowerCase();
  const titled = framework.areas.find((each) => [each.title, each.short].some((name) => name.toLowerCase() === said));
  if (titled) return { area: titled };
  const [first = '', ...rest] = words.trim().split(/\s+/);
  const area = areaByWord(framework, first) ?? null;
  if (!area && first.toLowerCase() !== everyArea) return null;
  const chosen: Partial<Record<ListedBy, string>> = {};
  for (const word of rest) {
    const way = ways.find((each) => rows[each].read(word) !== null);
    if (!way) return null;
    chosen[way] = rows[way].read(word) ?? '';
  }
  return { area, ...chosen };
};

/** The same in words. */
export const listedInWords = ({ area, ...chosen }: Listed): string =>
  [
    area ? (area.words[0] ?? area.id) : everyArea,
    ...ways.flatMap((way) => (chosen[way] === undefined ? [] : [`${rows[way].before ?? ''}${chosen[way]}`])),
  ].join(' ');

/** What is listed, newest first; and how many there would be of each, were nothing else chosen in its way. */
export type Listing = { items: Evidence[]; counts: Record<ListedBy, Map<string, number>> };

export function* listing(inspection: Inspection, { area, ...chosen }: Listed): Steps<Listing> {
  const items: Evidence[] = [];
  const counts = { sign: new Map(), case: new Map(), source: new Map(), person: new Map(), line: new Map() };
  for (const each of inspection.evidence.values()) {
    yield;
    if (each.withdrawn || (area && !each.content.areas.includes(area.id))) continue;
    const values = ways.map((way) => ({ way, of: rows[way].valuesOf(inspection, each) }));
    const other = values.filter(({ way, of }) => chosen[way] !== undefined && !of.includes(chosen[way]));
    if (other.length === 0) items.push(each);
    for (const { way, of } of values)
      if (other.every((one) => one.way === way))
        for (const value of of) counts[way].set(value, (counts[way].get(value) ?? 0) + 1);
  }
  return { items: items.reverse(), counts };
}

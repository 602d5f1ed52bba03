import { listed } from '../domain/framework.ts';
import { firstFitting } from './fitting.ts';
import { andMore, type Line, type Message, message, paragraph } from './message.ts';

/** The first of what is named, and how many more there are: "L-001, L-002 and 3 more". `where` says where the others are. */
export const firstOf = (named: readonly string[], most: number, where = ''): string => {
  const more = named.length > most ? [`${named.length - most} more${where}`] : [];
  return listed([...named.slice(0, most), ...more], 'and');
};

/** How many a list shows, and how much of somebody's words in each. */
type Size = { items: number; text: number };
const sizes: [Size, ...Size[]] = [
  { items: 15, text: 160 },
  { items: 15, text: 60 },
  { items: 6, text: 60 },
];

/** A list of answers that one message holds, whatever its length: as many as fit, and how many more there are. */
export const listing = <Item>(
  opening: string,
  all: readonly Item[],
  line: (item: Item, most: number) => Line,
  more: string,
): Message =>
  firstFitting(sizes, ({ items, text }) => {
    const left = all.length - items;
    return message(
      paragraph(opening),
      { list: all.slice(0, items).map((each) => line(each, text)) },
      andMore(left, `more. ${more}`),
    );
  });

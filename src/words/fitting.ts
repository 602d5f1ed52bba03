import { listed } from '../domain/framework.ts';
import { type Message, plainText, seenParts } from './message.ts';

/** How much of people's words a message, a line or a button holds. */

/** What a message's text holds for certain, with room for a note and buttons. What markup stands for counts fivefold. */
const mostText = 3600;
const weightOf = (said: Message): number => plainText(said).replace(/[&<>]/g, '*****').length;

/** What a message's blocks hold for certain, with room for parts that take several: so much text in so many parts. */
const mostInBlocks = { text: 9000, parts: 40 };

type Sizes<Size> = readonly [Size, ...Size[]];

const firstThat = <Size>(
  fits: (said: Message) => boolean,
  [longest, ...shorter]: Sizes<Size>,
  make: (size: Size) => Message,
) => {
  let so = { size: longest, said: make(longest) };
  for (const size of shorter) {
    if (fits(so.said)) return so;
    so = { size, said: make(size) };
  }
  return so;
};

const fitsText = (said: Message): boolean => weightOf(said) <= mostText;
const fitsBlocks = (said: Message): boolean =>
  seenParts(said) <= mostInBlocks.parts && weightOf(said) <= mostInBlocks.text;

/** The first of several ways to say something, the longest first, whose text one message holds; else the last, the shortest. */
export const firstFitting = <Size>(sizes: Sizes<Size>, make: (size: Size) => Message): Message =>
  firstThat(fitsText, sizes, make).said;

/**
 * The same where people's words matter most: blocks hold more of them than a text does, so the text says what the blocks say
 * with less of them. `shape` tells ways apart that say other things: text and blocks are of one shape.
 */
export const fullerInBlocks = <Size>(
  sizes: Sizes<Size>,
  shape: (size: Size) => unknown,
  make: (size: Size) => Message,
): Message => {
  const text = firstThat(fitsText, sizes, make);
  const [longest = text.size, ...shorter] = sizes.filter((size) => shape(size) === shape(text.size));
  const blocks = firstThat(fitsBlocks, [longest, ...shorter], make);
  return { parts: blocks.said.parts, inText: text.said.parts };
};

/** A text as it is, or shortened where it is longer than that. */
export const within = (text: string, most: number): string => ([...text].length <= most ? text : shortened(text, most));

/** A word that the cut falls into goes whole, unless it is longer than this. */
const longestWordLost = 15;

/** A text cut to a number of characters (counted as a person counts them) between two words, with an ellipsis where something is gone. */
export const shortened = (text: string, most: number): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  const points = [...line];
  if (points.length <= most) return line;
  const kept = points.slice(0, most - 1);
  const end = points[most - 1] === ' ' ? kept.length : kept.lastIndexOf(' ');
  const whole = end > 0 && kept.length - end <= longestWordLost ? kept.slice(0, end) : kept;
  return `${whole.join('').replace(/[\s,;:(–-]+$/, '')}…`;
};

/** The first of what is named, and how many more there are: "L-001, L-002 and 3 more". `where` says where the others are. */
export const firstOf = (named: readonly string[], most: number, where = ''): string => {
  const more = named.length > most ? [`${named.length - most} more${where}`] : [];
  return listed([...named.slice(0, most), ...more], 'and');
};

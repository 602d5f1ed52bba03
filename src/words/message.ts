/**
 * What a person reads, free of Slack: parts in reading order. Its plain text is made from the same parts, so that a
 * screen reader, a notification and a terminal say what the blocks say.
 */

/** A link says what it leads to; in plain text its address follows. */
export type Span = string | { strong: string } | { link: string; to: string };
export type Line = readonly Span[];

/** A button does what its words would do after /judge. */
export type Button = { label: string; does: string; main?: boolean };

/** A part with nothing in it is not seen, so none is asked for first whether it has anything to say. */
export type Part =
  | { heading: string }
  | { lines: readonly Line[] }
  | { list: readonly Line[] }
  /** What belongs to the last line of the list before it. */
  | { sublist: readonly Line[] }
  /** Somebody's own words, to the letter. */
  | { quote: string }
  /** Small print: where it comes from, where it stands in the record. */
  | { note: string }
  | { buttons: readonly Button[] }
  | { divider: true };

export type Message = {
  parts: readonly Part[];
  /** The same with less of people's words, where a text alone cannot hold the whole. */
  inText?: readonly Part[];
};

/** A message with each part put otherwise. */
export const eachPart = ({ parts, inText }: Message, put: (part: Part) => Part): Message => ({
  parts: parts.map(put),
  ...(inText ? { inText: inText.map(put) } : {}),
});

/** A message with more after it. */
export const followedBy = ({ parts, inText }: Message, ...after: readonly Part[]): Message => ({
  parts: [...parts, ...after],
  ...(inText ? { inText: [...inText, ...after] } : {}),
});

export const message = (...parts: readonly Part[]): Message => ({ parts });

/** A message that is one sentence or a few. */
export const says = (...lines: readonly string[]): Message => ({ parts: [{ lines: lines.map((line) => [line]) }] });

/** Words, and what somebody typed given back whole under them. */
export const givingBack = (words: string, typed: string): Message =>
  message({ lines: [[words]] }, ...(typed === '' ? [] : [{ quote: typed }]));

/** One line, where this is so. */
export const lineIf = (so: unknown, ...line: Line): Line[] => (so ? [line] : []);

/** A list under its title; nothing where the list is empty. */
export const titled = (title: Line, list: readonly Line[]): Part[] =>
  list.length === 0 ? [] : [{ lines: [title] }, { list }];

/** Small print that says how many more there are, "And 3 more: /judge line."; nothing where there are none. */
export const andMore = (count: number, more = 'more.'): Part => ({ note: count > 0 ? `And ${count} ${more}` : '' });

const plainSpan = (span: Span): string => {
  if (typeof span === 'string') return span;
  return 'strong' in span ? span.strong : `${span.link}: ${span.to}`;
};

export const plainLine = (line: Line): string => line.map(plainSpan).join('');

const plainPart = (part: Part): string[] => {
  if ('heading' in part) return [part.heading];
  if ('lines' in part) return part.lines.map(plainLine);
  if ('list' in part) return part.list.map((line) => `- ${plainLine(line)}`);
  if ('sublist' in part) return part.sublist.map((line) => `  - ${plainLine(line)}`);
  if ('quote' in part) return part.quote.split('\n').map((line) => `> ${line}`);
  if ('note' in part) return part.note === '' ? [] : [part.note];
  if ('buttons' in part)
    return part.buttons.length === 0 ? [] : [part.buttons.map((button) => `[${button.label}]`).join(' ')];
  return [''];
};

/** The same facts as text, a line for each. Buttons stand in square brackets. */
export const plainText = (said: Message): string => said.parts.flatMap(plainPart).join('\n');

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
  said.parts.filter((part) => plainPart(part).length > 0).length <= mostInBlocks.parts &&
  weightOf(said) <= mostInBlocks.text;

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

/** "1 item", "3 items". */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/**
 * What a person reads, free of Slack: parts in reading order. Its plain text is made from the same parts, so that a
 * screen reader, a notification and a terminal say what the blocks say.
 */

/** A link says what it leads to; in plain text its address follows. */
type Span = string | { strong: string } | { link: string; to: string };
export type Line = readonly Span[];

/** A button does what its words would do after /judge. */
export type Button = { label: string; does: string; main?: boolean };

/** What may be pressed or chosen: what it says, and what its words would do after /judge. */
export type Pressed = Pick<Button, 'label' | 'does'>;

/** A menu, each choice of which does what its words would do after /judge. */
export type Menu = { label: string; choices: readonly Pressed[] };

/**
 * What is compared, in columns. Each row is also a sentence, for a text and for wherever no table can stand; no cell is
 * empty ("–").
 */
export type Table = {
  columns: readonly { head: string; is: 'words' | 'number' }[];
  rows: readonly { cells: readonly Line[]; sentence: Line }[];
};

/** A part with nothing in it is not seen, so none is asked for first whether it has anything to say. */
export type Part =
  | { heading: string }
  | { lines: readonly Line[] }
  | { list: readonly Line[] }
  /** What belongs to the last line of the list before it. */
  | { sublist: readonly Line[] }
  /** One thing, and what may be done about it beside it: one button, or a menu of up to five. */
  | { row: Line; acts: readonly Pressed[] }
  /** A table where a message is posted or updated, the first of it; the sentences of its rows everywhere else. */
  | { table: Table }
  /** What must be seen before a form is sent, in at most 200 characters. */
  | { alert: string }
  /** Somebody's own words, to the letter. */
  | { quote: string }
  /** Small print: where it comes from, where it stands in the record. */
  | { note: string }
  | { buttons: readonly Button[]; menus?: readonly Menu[] }
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

/** A part with what is pressed in it put otherwise. */
export const eachPressed = (part: Part, put: <Any extends Pressed>(pressed: Any) => Any): Part => {
  if ('row' in part) return { ...part, acts: part.acts.map(put) };
  if (!('buttons' in part)) return part;
  const menus = (part.menus ?? []).map((menu) => ({ ...menu, choices: menu.choices.map(put) }));
  return { buttons: part.buttons.map(put), menus };
};

/** A message with more after it. */
export const followedBy = ({ parts, inText }: Message, ...after: readonly Part[]): Message => ({
  parts: [...parts, ...after],
  ...(inText ? { inText: [...inText, ...after] } : {}),
});

export const message = (...parts: readonly Part[]): Message => ({ parts });

/** Characters that an alert holds. */
export const mostInAlert = 200;

/** A message that is one sentence or a few. */
export const says = (...lines: readonly string[]): Message => ({ parts: [{ lines: lines.map((line) => [line]) }] });

/** Words, and what somebody typed given back whole under them. */
export const givingBack = (words: string, typed: string): Message =>
  message(paragraph(words), ...(typed === '' ? [] : [{ quote: typed }]));

/** One line as a part of its own. */
export const paragraph = (...line: Line): Part => ({ lines: [line] });

/** One line, where this is so. */
export const lineIf = (so: unknown, ...line: Line): Line[] => (so ? [line] : []);

/** Something shortened, with the item whole one press away. */
export const readRow = (item: string, row: Line): Part => ({ row, acts: [{ label: 'Read', does: item }] });

/** A list under its title; nothing where the list is empty. */
export const titled = (title: Line, list: readonly Line[]): Part[] =>
  list.length === 0 ? [] : [paragraph(...title), { list }];

/** Small print that says how many more there are, "And 3 more: /judge line."; nothing where there are none. */
export const andMore = (count: number, more = 'more.'): Part => ({ note: count > 0 ? `And ${count} ${more}` : '' });

const plainSpan = (span: Span): string => {
  if (typeof span === 'string') return span;
  return 'strong' in span ? span.strong : `${span.link}: ${span.to}`;
};

export const plainLine = (line: Line): string => line.map(plainSpan).join('');

const inBrackets = (labels: readonly string[]): string => labels.map((label) => `[${label}]`).join(' ');

const plainPart = (part: Part): string[] => {
  if ('heading' in part) return [part.heading];
  if ('lines' in part) return part.lines.map(plainLine);
  if ('list' in part) return part.list.map((line) => `- ${plainLine(line)}`);
  if ('sublist' in part) return part.sublist.map((line) => `  - ${plainLine(line)}`);
  if ('quote' in part) return part.quote.split('\n').map((line) => `> ${line}`);
  if ('note' in part) return part.note === '' ? [] : [part.note];
  if ('buttons' in part) {
    const pressed = [...(part.menus ?? []).map(({ label }) => `${label} …`), ...part.buttons.map(({ label }) => label)];
    return pressed.length === 0 ? [] : [inBrackets(pressed)];
  }
  if ('row' in part) return [`${plainLine(part.row)} ${inBrackets(part.acts.map(({ label }) => label))}`.trim()];
  if ('table' in part) return part.table.rows.map(({ sentence }) => plainLine(sentence));
  if ('alert' in part) return [part.alert];
  return [''];
};

/** Whether there is a table in it, to be drawn where it is posted. */
export const hasTable = (said: Message): boolean => said.parts.some((part) => 'table' in part);

/** The same facts as text, a line for each. Buttons stand in square brackets. */
export const plainText = (said: Message): string => said.parts.flatMap(plainPart).join('\n');

/** "1 item", "3 items". */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

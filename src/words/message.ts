/**
 * What a person reads, free of Slack: parts in reading order. Its plain text is made from the same parts, so that a
 * screen reader, a notification and a terminal say what the blocks say.
 */

/** A link says what it leads to; in plain text its address follows. */
export type Span = string | { strong: string } | { link: string; to: string };
export type Line = readonly Span[];

/** A button does what its words would do after /judge. */
export type Button = { label: string; does: string; main?: boolean };

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

export type Message = { parts: readonly Part[] };

export const message = (...parts: readonly Part[]): Message => ({ parts });

/** A message that is one sentence or a few. */
export const says = (...lines: readonly string[]): Message => ({ parts: [{ lines: lines.map((line) => [line]) }] });

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
  if ('note' in part) return [part.note];
  if ('buttons' in part) return [part.buttons.map((button) => `[${button.label}]`).join(' ')];
  return [''];
};

/** The same facts as text, a line for each. Buttons stand in square brackets. */
export const plainText = (said: Message): string => said.parts.flatMap(plainPart).join('\n');

/** What a message's text holds for certain, with room for a note and buttons. What markup stands for counts fivefold. */
const mostText = 3600;
const weightOf = (said: Message): number => plainText(said).replace(/[&<>]/g, '*****').length;

/** The first of several ways to say something, the longest first, whose text one message holds; else the last, the shortest. */
export const firstFitting = <Size>(sizes: readonly [Size, ...Size[]], make: (size: Size) => Message): Message => {
  const [longest, ...shorter] = sizes;
  let said = make(longest);
  for (const size of shorter) {
    if (weightOf(said) <= mostText) return said;
    said = make(size);
  }
  return said;
};

/** A text as it is, or shortened where it is longer than that. */
export const within = (text: string, most: number): string => ([...text].length <= most ? text : shortened(text, most));

/** A text cut to a number of characters (counted as a person counts them), with an ellipsis where something is gone. */
export const shortened = (text: string, most: number): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  const points = [...line];
  return points.length <= most
    ? line
    : `${points
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
};

/** "1 item", "3 items". */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

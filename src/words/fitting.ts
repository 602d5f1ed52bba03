import { listed } from '../domain/framework.ts';
import { type Message, paragraph, plainText } from './message.ts';

/** How much of people's words a message, a line or a button holds. */

/** What a message's text holds for certain, with room for a note and buttons. What markup stands for counts fivefold. */
const mostText = 3600;
const weightIn = (text: string): number => text.replace(/[&<>]/g, '*****').length;
/** How long a message's text is, as Slack counts it. */
export const weightOf = (said: Message): number => weightIn(plainText(said));

type Sizes<Size> = readonly [Size, ...Size[]];

const fitsText = (said: Message): boolean => weightOf(said) <= mostText;

/** The first of several ways to say something, the longest first, whose text one message holds; else the last, the shortest. */
export const firstFitting = <Size>([longest, ...shorter]: Sizes<Size>, make: (size: Size) => Message): Message => {
  let said = make(longest);
  for (const size of shorter) {
    if (fitsText(said)) return said;
    said = make(size);
  }
  return said;
};

/** A message whose blocks hold all that it says, where its text may not: the text then says so. */
export const sayingSoInText = (said: Message): Message => {
  if (fitsText(said)) return said;
  let [kept, weight] = ['', 0];
  for (const point of plainText(said)) {
    weight += weightIn(point);
    if (weight > mostText) break;
    kept += point;
  }
  return { ...said, inText: [paragraph(`${kept}…`), { note: 'This text holds no more. The message shows the rest.' }] };
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

import { sayingSoInText, weightOf } from '../fitting.ts';
import { type Line, type Message, message, type Part, paragraph } from '../message.ts';

/** One subject of a summary's thread under its title: parts that are read together stay in one message. */
export type Chapter = { name: string; title: Line; together: readonly (readonly Part[])[] };

/** A message of the thread, and the name under which the record keeps it: that of its chapter, with its place where there are several. */
export type ThreadReply = { name: string; says: Message };

/** So much stands in one message; what is longer goes on in another. A quotation takes several of the blocks that Slack allows. */
const most = { text: 8000, parts: 40 };

const fits = (parts: readonly Part[]): boolean =>
  parts.length <= most.parts && weightOf(message(...parts)) <= most.text;

/** Parts in as few messages as hold all of them in their order. */
export const pagesOf = (together: Chapter['together']): Part[][] => {
  const pages: Part[][] = [];
  for (const parts of together) {
    const last = pages.at(-1);
    if (last && fits([...last, ...parts])) last.push(...parts);
    else pages.push([...parts]);
  }
  return pages;
};

/** A chapter as messages, "(2 of 2)" where it goes on; none where it has nothing to say. */
export const repliesOf = ({ name, title, together }: Chapter): ThreadReply[] => {
  const pages = pagesOf(together.filter((parts) => parts.length > 0));
  return pages.map((parts, place) => {
    const which = pages.length > 1 ? ` (${place + 1} of ${pages.length})` : '';
    return {
      name: place === 0 ? name : `${name} ${place + 1}`,
      says: sayingSoInText(message(paragraph(...title, which), ...parts)),
    };
  });
};

/** Somebody's words whole, under a line that says whose or what they are. */
export const wordsUnder = (line: Line, words: string): Part[] => [paragraph(...line), { quote: words }];

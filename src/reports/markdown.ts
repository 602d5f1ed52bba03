import { harmless } from '../domain/text/signs.ts';
import { type Part, plainLine } from '../words/message.ts';

/** Markdown that also reads well as it stands. Somebody's words never become markup. */

/** Somebody's words with a backslash before whatever Markdown would take for a sign of its own. */
const letters = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>|~]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/(?<=\b(?:https?|ftp))(?=:\/\/)|(?<=\bwww)(?=\.)|(?=@)/gi, '\\')
    .replace(/^(?: {4}|[^\S\n]*\t)/gm, '&#32;$&')
    .replace(/^([^\S\n]*)([-+=#])/gm, '$1\\$2')
    .replace(/^([^\S\n]*\d+)([.)])/gm, '$1\\$2');

/** An address that this app made, to be followed. */
export const address = (link: string): string => `<${link}>`;

/** Somebody's words on one line. */
export const inline = (text: string): string =>
  letters(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
      .join(' '),
  );

/** Somebody's words as a block of their own, line by line. Two spaces keep a line from running into the next. */
export const quoted = (text: string): string[] => {
  const lines = letters(text).split('\n');
  return lines.map((line, index) => (line === '' ? '>' : `> ${line}${index < lines.length - 1 ? '  ' : ''}`));
};

/** A text to the letter, its lines as they were. The fence is longer than any in the text. */
export const verbatim = (text: string): string[] => {
  const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  return [`${fence}text`, ...text.split('\n'), fence];
};

/** Each as it is asked for, so that a long text is made piece by piece. */
export function* mapped<From, To>(all: Iterable<From>, of: (each: From) => To): Iterable<To> {
  for (const each of all) yield of(each);
}

/** Blocks with an empty line between them. */
export const blocks = (...all: readonly (readonly string[])[]): string[] =>
  all.filter((block) => block.length > 0).flatMap((block, index) => (index === 0 ? block : ['', ...block]));

/** A whole text of such blocks, line by line, in which no sign does anything but be read. */
export function* textOf(all: Iterable<Iterable<string>>): Iterable<string> {
  let begun = false;
  for (const block of all) {
    let between = begun ? '\n' : '';
    for (const line of block) {
      yield harmless(`${between}${line}\n`);
      between = '';
      begun = true;
    }
  }
}

/** Blocks under a title, and under what is said of them all, one by one as they are made. Nothing where there is no block. */
export function* section(title: string, parts: Iterable<readonly string[]>, ofAll = ''): Iterable<readonly string[]> {
  let told = false;
  for (const part of parts) {
    if (part.length > 0 && !told) yield* [[title], ofAll === '' ? [] : [ofAll]];
    told ||= part.length > 0;
    yield part;
  }
}

/** What a person reads in parts, as blocks. Buttons and dividers are of a screen. */
export const ofParts = (parts: readonly Part[]): string[] =>
  blocks(
    ...parts.map((part) => {
      if ('heading' in part) return [`### ${inline(part.heading)}`];
      if ('lines' in part) return part.lines.map((line) => inline(plainLine(line)));
      if ('list' in part) return list(part.list.map((line) => inline(plainLine(line))));
      if ('row' in part) return [inline(plainLine(part.row))];
      if ('table' in part) return list(part.table.rows.map(({ sentence }) => inline(plainLine(sentence))));
      return 'quote' in part ? quoted(part.quote) : [];
    }),
  );

/** An item of a list, with lines as a part of it. */
export const listItem = (title: string, under: readonly string[] = []): string[] => [
  `- ${title}`,
  ...under.map((line) => (line === '' ? '' : `  ${line}`)),
];

export const list = (items: readonly string[]): string[] => items.filter(Boolean).flatMap((item) => listItem(item));

import type { Block, JsonObject } from '../../src/local-slack/index.ts';

/** What in a message is somebody's or some print's, rather than the app's own: titles, names, and what people wrote. */
export type Borrowed = { names: readonly string[]; texts: readonly string[] };

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null;

/** All that a person reads of a block but quotes, tables, buttons, menus and fields: a line for each piece. */
const linesOf = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(linesOf);
  if (!isObject(value)) return [];
  const { type, text, accessory: _, ...rest } = value;
  if (type === 'rich_text_quote' || type === 'table' || type === 'actions' || type === 'input') return [];
  if (type === 'rich_text_section') return [linesOf(rest.elements).join('')];
  return [...(typeof text === 'string' ? [text] : linesOf(text)), ...Object.values(rest).flatMap(linesOf)];
};

/** So much of a text is needed to be sure that it is that text which stands there, cut or whole. */
const surely = 14;

const without = (words: string, text: string): string => {
  const at = words.indexOf(text.slice(0, surely));
  if (at < 0) return words;
  let end = surely;
  while (end < text.length && words[at + end] === text[end]) end += 1;
  return without(`${words.slice(0, at)} ${words.slice(at + end)}`, text);
};

/** The words of these blocks that are the app's own. */
export const ownWords = (blocks: readonly Block[], { names, texts }: Borrowed): string[] => {
  const quoted = texts.filter((text) => text.length >= surely);
  const printed = [...names].filter(Boolean).sort((one, other) => other.length - one.length);
  return linesOf(blocks)
    .map((line) => quoted.reduce(without, line))
    .map((line) => printed.reduce((said, name) => said.replaceAll(name, ' '), line))
    .flatMap((line) => line.split(/\s+/))
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
};

/** The blocks above a form's first field. */
export const aboveFields = (blocks: readonly Block[]): Block[] => {
  const first = blocks.findIndex(({ type }) => type === 'input');
  return blocks.slice(0, first < 0 ? blocks.length : first);
};

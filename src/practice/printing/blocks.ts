import type { Block } from '../../local-slack/index.ts';
import { type JsonObject, listIn, objectIn, objectsIn, textIn, wordsIn } from '../../local-slack/json.ts';
import { cut, wrapped } from './wrapping.ts';

/** Block Kit as text for a terminal: the same words in the same order. Blocks carry words to the letter, without entities. */

/** How much of it is wanted. */
type Reading = {
  width: number;
  /** Each line of a list cut to one line of the terminal. */
  briefLists: boolean;
  /** What was read just before: quoted again, it is cut to one line. */
  justRead: readonly string[];
};

const spansOf = (element: JsonObject): string =>
  objectsIn(element.elements)
    .map((span) => textIn(span.text))
    .join('');

const listLines = (list: JsonObject, { width, briefLists }: Reading): string[] => {
  const before = '  '.repeat(Number(list.indent ?? 0));
  return objectsIn(list.elements).flatMap((item) => {
    const line = `${before}- ${spansOf(item)}`;
    return briefLists ? [cut(line, width)] : wrapped(line, width, `${before}  `);
  });
};

const quoteLines = (text: string, { width, justRead }: Reading): string[] =>
  justRead.some((read) => read.includes(text))
    ? [cut(`> ${text.replace(/\s+/g, ' ')}`, width)]
    : wrapped(text, width - 2).map((line) => `> ${line}`);

const richText = (block: Block, reading: Reading): string[] =>
  objectsIn(block.elements).flatMap((element) => {
    if (element.type === 'rich_text_list') return listLines(element, reading);
    if (element.type === 'rich_text_quote') return quoteLines(spansOf(element), reading);
    return wrapped(spansOf(element), reading.width);
  });

const buttonsOf = (elements: readonly JsonObject[]): string[] =>
  elements.map(({ text, placeholder }) => `[${text ? wordsIn(text) : `${wordsIn(placeholder)} …`}]`);

/** What can be pressed beside a section: a button, or each choice of a menu. */
const besideOf = ({ accessory }: Block): JsonObject[] => {
  const beside = objectIn(accessory);
  return beside.type === 'overflow' ? objectsIn(beside.options) : beside.type === undefined ? [] : [beside];
};

const sectionLines = (block: Block, { width }: Reading): string[] => {
  const said = [...(block.text ? [wordsIn(block.text)] : []), ...objectsIn(block.fields).map(wordsIn)];
  const [last = '', ...before] = said.reverse();
  return [...before.reverse(), [last, ...buttonsOf(besideOf(block))].join(' ')].flatMap((line) => wrapped(line, width));
};

const cellOf = (cell: JsonObject): string => textIn(cell.text) || objectsIn(cell.elements).map(spansOf).join(' ');

/** A row a line, its cells apart; columns would be too many for a narrow terminal. */
const tableLines = ({ rows }: Block, { width }: Reading): string[] =>
  listIn(rows).flatMap((row) => wrapped(objectsIn(row).map(cellOf).join(' | '), width, '  '));

const blockLines = (block: Block, reading: Reading): string[] => {
  switch (block.type) {
    case 'rich_text':
      return richText(block, reading);
    case 'section':
      return sectionLines(block, reading);
    case 'table':
      return tableLines(block, reading);
    case 'alert':
    case 'header':
      return wrapped(wordsIn(block.text), reading.width);
    case 'context':
      return objectsIn(block.elements).flatMap((element) => wrapped(wordsIn(element), reading.width));
    case 'actions':
      return wrapped(buttonsOf(objectsIn(block.elements)).join(' '), reading.width);
    case 'divider':
      return ['-'.repeat(Math.min(reading.width, 40))];
    default:
      return [];
  }
};

/** Rows of buttons that follow one another, as one. */
const together = (blocks: readonly Block[]): Block[] => {
  const all: Block[] = [];
  for (const block of blocks) {
    const before = all.at(-1);
    if (before?.type === 'actions' && block.type === 'actions') {
      const elements = [...objectsIn(before.elements), ...objectsIn(block.elements)];
      all[all.length - 1] = { ...before, elements };
    } else {
      all.push(block);
    }
  }
  return all;
};

/** What blocks say, line by line. Inputs say nothing here: a form shows them. */
export const linesOf = (blocks: readonly Block[], reading: Reading): string[] =>
  together(blocks).flatMap((block) => blockLines(block, reading));

/** What blocks say, whole and unbroken, to look for words in. */
export const textOf = (blocks: readonly Block[]): string =>
  linesOf(blocks, { width: Number.POSITIVE_INFINITY, briefLists: false, justRead: [] }).join('\n');

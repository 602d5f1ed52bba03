import type { Block } from '../local-slack/index.ts';
import { type JsonObject, objectsIn, textIn, wordsIn } from '../local-slack/json.ts';
import { wrapped } from './wrapping.ts';

/** Block Kit as text for a terminal: the same words in the same order. Blocks carry words to the letter, without entities. */

const spansOf = (element: JsonObject): string =>
  objectsIn(element.elements)
    .map((span) => textIn(span.text))
    .join('');

const richText = (block: Block, width: number): string[] =>
  objectsIn(block.elements).flatMap((element) => {
    switch (element.type) {
      case 'rich_text_list': {
        const before = '  '.repeat(Number(element.indent ?? 0));
        return objectsIn(element.elements).flatMap((item) =>
          wrapped(`${before}- ${spansOf(item)}`, width, `${before}  `),
        );
      }
      case 'rich_text_quote':
        return wrapped(spansOf(element), width - 2).map((line) => `> ${line}`);
      default:
        return wrapped(spansOf(element), width);
    }
  });

const blockLines = (block: Block, width: number): string[] => {
  switch (block.type) {
    case 'rich_text':
      return richText(block, width);
    case 'header':
    case 'section':
      return wrapped(wordsIn(block.text), width);
    case 'context':
      return objectsIn(block.elements).flatMap((element) => wrapped(wordsIn(element), width));
    case 'actions':
      return wrapped(
        objectsIn(block.elements)
          .map((element) => `[${wordsIn(element.text)}]`)
          .join(' '),
        width,
      );
    case 'divider':
      return ['-'.repeat(Math.min(width, 40))];
    default:
      return [];
  }
};

/** What blocks say, line by line. Inputs say nothing here: a form shows them. */
export const linesOf = (blocks: readonly Block[], width: number): string[] =>
  blocks.flatMap((block) => blockLines(block, width));

/** What blocks say, unbroken, to look for words in. */
export const textOf = (blocks: readonly Block[]): string => linesOf(blocks, Number.POSITIVE_INFINITY).join('\n');

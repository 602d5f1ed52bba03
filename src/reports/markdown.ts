import { harmless } from '../domain/text/signs.ts';
import type { Line } from '../words/message.ts';
import { type Block, cellWords, type Item, itemsSaid, type Paper, says, type Table, type Words } from './tree.ts';

/**
 * A paper as Markdown that also reads well as it stands. Somebody's words never become markup. It is written here because
 * mdast-util-to-markdown lets an address in capitals become a link, and takes twenty times as long.
 */

/** Words with a backslash before whatever Markdown would take for a sign of its own. */
const letters = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>|~]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/(?<=\b(?:https?|ftp))(?=:\/\/)|(?<=\bwww)(?=\.)|(?=@)/gi, '\\');

/** The same of what stands at the beginning of a line. */
const atStart = (text: string): string =>
  text
    .replace(/^(?: {4}|[^\S\n]*\t)/gm, '&#32;$&')
    .replace(/^([^\S\n]*)([-+=#])/gm, '$1\\$2')
    .replace(/^([^\S\n]*\d+)([.)])/gm, '$1\\$2');

const spansOf = (words: Words): Line => (typeof words === 'string' ? [words] : words);

/** Words on one line. */
const inline = (words: Words): string => {
  const spans = spansOf(words).map((span) => {
    if (typeof span === 'string') return letters(span);
    return 'strong' in span ? `**${letters(span.strong)}**` : `${letters(span.link)}: <${span.to}>`;
  });
  const line = spans
    .join('')
    .replace(/\s*\n\s*/g, ' ')
    .trim();
  return typeof spansOf(words)[0] === 'string' ? atStart(line) : line;
};

/** Line by line. Two spaces keep a line from running into the next. */
const quoted = (text: string): string[] => {
  const lines = atStart(letters(text)).split('\n');
  return lines.map((line, index) => (line === '' ? '>' : `> ${line}${index < lines.length - 1 ? '  ' : ''}`));
};

/** To the letter, its lines as they were. The fence is longer than any in the text. */
const verbatim = (text: string): string[] => {
  const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  return [`${fence}text`, ...text.split('\n'), fence];
};

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const tabled = ({ columns, rows }: Table): string[] => [
  row(columns.map(({ head }) => inline(head))),
  row(columns.map(({ holds }) => (holds === 'number' ? '---:' : '---'))),
  ...rows.map((cells) => row(cells.map((cell) => inline(cellWords(cell))))),
];

function* itemLines(item: Item): Iterable<string> {
  if (typeof item === 'string' || !('line' in item)) return yield `- ${inline(item)}`;
  yield `- ${inline(item.line)}`;
  const [first] = item.under;
  if (first && !('list' in first)) yield '';
  for (const line of linesOf(item.under)) yield line === '' ? '' : `  ${line}`;
}

function* blockLines(block: Block): Iterable<string> {
  if ('heading' in block) yield `${'#'.repeat(block.level + 1)} ${inline(block.heading).replace(/#+$/, '\\$&')}`;
  else if ('list' in block) for (const item of itemsSaid(block.list)) yield* itemLines(item);
  else if ('table' in block) yield* tabled(block.table);
  else if ('quote' in block) yield* quoted(block.quote);
  else if ('verbatim' in block) yield* verbatim(block.verbatim);
  else if ('note' in block) yield inline(block.note);
  else yield block.number === undefined ? inline(block.paragraph) : `${block.number}. ${inline(block.paragraph)}`;
}

/** Blocks line by line, with an empty line between them. */
function* linesOf(blocks: Iterable<Block>): Iterable<string> {
  let begun = false;
  for (const block of blocks) {
    if (!says(block)) continue;
    if (begun) yield '';
    begun = true;
    yield* blockLines(block);
  }
}

/** A paper as Markdown, line by line, in which no sign does anything but be read. */
export function* markdown({ title, blocks }: Pick<Paper, 'title' | 'blocks'>): Iterable<string> {
  yield harmless(`# ${inline(title)}\n\n`);
  for (const line of linesOf(blocks)) yield harmless(`${line}\n`);
}

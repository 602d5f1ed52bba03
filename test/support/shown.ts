import type { Block, JsonObject, LocalSlack } from '../../src/local-slack/index.ts';
import { wordsOf } from './acts.ts';

/** Looking at what stands in Slack: every message's text beside its blocks. */

/** Text as a person reads it: Slack's three entities are what people typed as &, < and >. */
export const readable = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** A line of a text that is cut, as what it was cut from. */
const uncut = (line: string): RegExp =>
  new RegExp(
    `^${line
      .split('…')
      .map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').trim())
      .join('.*')}`,
  );

/** A block without what its menus offer: that is no fact, and their label stands in the text. */
const withoutOffers = (block: Block): Block =>
  block.type === 'actions'
    ? { ...block, elements: (block.elements as JsonObject[]).map(({ options: _, ...element }) => element) }
    : block;

/** Words and numbers of a line, without what only tells them apart. */
const wordsIn = (line: string): string[] => line.match(/[\p{L}\p{N}’]+/gu) ?? [];

/** The rows of tables of which no line of a text says as a sentence what stands in the cells. */
const rowsNotIn = (text: string, blocks: readonly Block[]): string[] => {
  const said = text.split('\n').map((line) => new Set(wordsIn(line)));
  const rows = blocks.flatMap(({ type, rows: all }) => (type === 'table' ? (all as JsonObject[][]).slice(1) : []));
  return rows
    .map((cells) => wordsOf(cells as unknown as Block[]).replaceAll('\n', ' | '))
    .filter((row) => !said.some((line) => wordsIn(row).every((word) => line.has(word))));
};

/** The lines of a message's blocks that its text does not carry, whole or cut, and the rows of its tables. */
export const notInText = ({ text, blocks }: { text: string; blocks: readonly Block[] }): string[] => {
  const carried = readable(text)
    .split('\n')
    .map((line) => line.replace(/^( *- |> )/, ''))
    .join('\n');
  // What a menu offers is no fact: its label stands in the text.
  const lines = wordsOf(blocks.filter(({ type }) => type !== 'table').map(withoutOffers))
    .split('\n')
    .filter((line) => line.trim() !== '');
  const cut = carried
    .split('\n')
    .filter((line) => /\S{3}.*…/.test(line))
    .map(uncut);
  const lost = lines.filter((line) => !carried.includes(line) && !cut.some((shown) => shown.test(line)));
  return [...lost, ...rowsNotIn(carried, blocks)];
};

type Said = { text: string; blocks: Block[] };

const saidIn = (value: JsonObject): Said[] =>
  typeof value.text === 'string' ? [{ text: value.text, blocks: (value.blocks ?? []) as Block[] }] : [];

/** Every message that the app gave Slack so far, by call or by answer. */
export const everythingSaid = ({ calls, answers }: Pick<LocalSlack, 'calls' | 'answers'>): Said[] => [
  ...calls.flatMap((call) => saidIn(call.arguments)),
  ...answers.flatMap((answer) => saidIn(answer.payload)),
];

/** Every form and page that the app gave Slack so far, by call or by answer. */
const everyView = ({ calls, answers }: Pick<LocalSlack, 'calls' | 'answers'>): JsonObject[] =>
  [...calls.map((call) => call.arguments), ...answers.map(({ payload }) => payload)].flatMap(({ view }) =>
    typeof view === 'object' && view !== null ? [view as JsonObject] : [],
  );

/** Labels that Slack ends with "(optional)" though the words below them say that something is needed there. */
export const neededAndOptional = (slack: Pick<LocalSlack, 'calls' | 'answers'>): string[] =>
  everyView(slack)
    .flatMap(({ blocks }) => (Array.isArray(blocks) ? (blocks as JsonObject[]) : []))
    .filter(
      ({ optional, hint }) => optional === true && /^needed\b/i.test(wordsOf([{ type: 'hint', block_id: '', hint }])),
    )
    .map(({ label, hint }) => wordsOf([{ type: 'input', block_id: '', label, hint }]));

/** Lines in which a bare count stands between two colons, as in "Open: 1: L-003": nobody says it so. */
export const clumsyCounts = (slack: Pick<LocalSlack, 'calls' | 'answers'>): string[] =>
  [
    ...everythingSaid(slack).map(({ text }) => text),
    ...everyView(slack).map(({ blocks }) => wordsOf(Array.isArray(blocks) ? (blocks as Block[]) : [])),
  ]
    .flatMap((text) => text.split('\n'))
    .filter((line) => /: \d+: /.test(line));

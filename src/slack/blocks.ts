import type {
  KnownBlock,
  Overflow,
  RichTextBlock,
  RichTextSection,
  Button as SlackButton,
  StaticSelect,
  TableBlock,
} from '@slack/types';
import {
  type Button,
  type Line,
  type Menu,
  type Message,
  mostInAlert,
  type Part,
  type Pressed,
  plainLine,
  plainText,
  type Table,
} from '../words/message.ts';
import { escapedAndTruncated, truncated } from './text.ts';

/*
 * Messages as Block Kit. Words stand in rich text, which carries them to the letter: nobody's text becomes a mention, a
 * link or bold by accident. Limits are Slack's (Block Kit reference).
 */

const limit = {
  blocks: 50,
  homeBlocks: 100,
  heading: 150,
  note: 2000,
  label: 75,
  richText: 2900,
  text: 4000,
  elements: 5,
  section: 3000,
  alert: mostInAlert,
  table: { rows: 100, columns: 20, text: 10_000 },
} as const;

/** What can be drawn at a place beside what Slack takes everywhere. */
export type Drawn = { tables?: boolean; alerts?: boolean };

/** Slack refuses an empty text element. */
const spans = (line: Line): RichTextSection['elements'] =>
  line.flatMap((span): RichTextSection['elements'] => {
    if (typeof span !== 'string' && 'link' in span) return [{ type: 'link', url: span.to, text: span.link }];
    const [text, style] = typeof span === 'string' ? [span, {}] : [span.strong, { style: { bold: true } }];
    return text === '' ? [] : [{ type: 'text', text, ...style }];
  });

const section = (elements: RichTextSection['elements']): RichTextSection => ({ type: 'rich_text_section', elements });

const lengthOf = (lines: readonly Line[]): number => JSON.stringify(lines).length;

/** Lines in packets that each stay well within one block. */
const packets = (lines: readonly Line[]): Line[][] => {
  const all: Line[][] = [];
  for (const line of lines) {
    const last = all.at(-1);
    if (last && lengthOf([...last, line]) <= limit.richText) last.push(line);
    else all.push([line]);
  }
  return all;
};

const richText = (...elements: RichTextBlock['elements']): KnownBlock => ({ type: 'rich_text', elements });

const paragraphs = (lines: readonly Line[]): KnownBlock[] =>
  packets(lines.filter((line) => spans(line).length > 0)).map((packet) =>
    richText(
      section(
        packet.flatMap((line, index) => (index === 0 ? spans(line) : [{ type: 'text', text: '\n' }, ...spans(line)])),
      ),
    ),
  );

const bullets = (lines: readonly Line[], indent: number): KnownBlock[] =>
  packets(lines.filter((line) => spans(line).length > 0)).map((packet) =>
    richText({ type: 'rich_text_list', style: 'bullet', indent, elements: packet.map((line) => section(spans(line))) }),
  );

/** A long quotation goes over several blocks, whole. */
const quotation = (text: string): KnownBlock[] => {
  const points = [...text];
  const pieces: string[] = [];
  for (let from = 0; from < points.length; from += limit.richText)
    pieces.push(points.slice(from, from + limit.richText).join(''));
  return pieces.map((piece) => richText({ type: 'rich_text_quote', elements: [{ type: 'text', text: piece }] }));
};

const wordsButton = ({ label, does, main }: Button): SlackButton => ({
  type: 'button',
  action_id: truncated(`judge:${does}`, 255),
  text: plain(label, limit.label),
  value: does,
  ...(main ? { style: 'primary' } : {}),
});

const plain = (text: string, most: number) => ({
  type: 'plain_text' as const,
  text: truncated(text, most),
  emoji: false,
});

const options = (choices: readonly Pressed[]) =>
  choices.map(({ label, does }) => ({ text: plain(label, limit.label), value: does }));

/** A menu acts as a button does: what is chosen in it carries the words. */
const wordsMenu = ({ label, choices }: Menu): StaticSelect => ({
  type: 'static_select',
  action_id: truncated(`judge:${label}`, 255),
  placeholder: plain(label, limit.label),
  options: options(choices),
});

/** A section's text is plain, so that it carries words to the letter beside what can be pressed. */
const rowBlocks = (row: Line, acts: readonly Pressed[]): KnownBlock[] => {
  const [first, ...others] = acts.slice(0, limit.elements);
  if (!first) return paragraphs([row]);
  const menu = (): Overflow => ({
    type: 'overflow',
    action_id: truncated(`judge:${first.does}`, 255),
    options: options([first, ...others]),
  });
  const accessory = others.length === 0 ? wordsButton(first) : menu();
  return [{ type: 'section', text: plain(plainLine(row), limit.section), accessory }];
};

const cell = (line: Line): TableBlock['rows'][number][number] =>
  line.every((span) => typeof span === 'string')
    ? { type: 'raw_text', text: plainLine(line) }
    : { type: 'rich_text', elements: [section(spans(line))] };

/** A table as Slack takes it; null where it is larger than that. */
const tableBlock = ({ columns, rows }: Table): TableBlock | null => {
  const heads = columns.map(({ head }): Line => [{ strong: head }]);
  const lines = [heads, ...rows.map(({ cells }) => cells)];
  const text = lines.flat().reduce((sum, line) => sum + plainLine(line).length, 0);
  const { rows: mostRows, columns: mostColumns, text: mostText } = limit.table;
  if (lines.length > mostRows || columns.length > mostColumns || text > mostText) return null;
  return {
    type: 'table',
    column_settings: columns.map(({ is }) => (is === 'number' ? { align: 'right' } : { is_wrapped: true })),
    rows: lines.map((cells) => cells.map(cell)),
  };
};

const tableBlocks = (table: Table, { tables }: Drawn): KnownBlock[] => {
  const drawn = tables ? tableBlock(table) : null;
  return drawn
    ? [drawn]
    : bullets(
        table.rows.map(({ sentence }) => sentence),
        0,
      );
};

export const blocksOf = (part: Part, drawn: Drawn = {}): KnownBlock[] => {
  if ('heading' in part) return [{ type: 'header', text: plain(part.heading, limit.heading) }];
  if ('lines' in part) return paragraphs(part.lines);
  if ('list' in part) return bullets(part.list, 0);
  if ('sublist' in part) return bullets(part.sublist, 1);
  if ('quote' in part) return quotation(part.quote);
  if ('note' in part) {
    return part.note === '' ? [] : [{ type: 'context', elements: [plain(part.note, limit.note)] }];
  }
  if ('row' in part) return rowBlocks(part.row, part.acts);
  if ('table' in part) return tableBlocks(part.table, drawn);
  if ('alert' in part) {
    if (drawn.alerts) return [{ type: 'alert', text: plain(part.alert, limit.alert), level: 'warning' }];
    return [{ type: 'section', text: plain(part.alert, limit.section) }];
  }
  if ('buttons' in part) {
    const elements = [...(part.menus ?? []).map(wordsMenu), ...part.buttons.map(wordsButton)].slice(0, limit.elements);
    return elements.length > 0 ? [{ type: 'actions', elements }] : [];
  }
  return [{ type: 'divider' }];
};

/** One table a message is all that Slack takes: of several the first is drawn. */
const drawnIn = (parts: readonly Part[], drawn: Drawn): KnownBlock[] => {
  const first = parts.findIndex((part) => 'table' in part);
  return parts.flatMap((part, place) => blocksOf(part, { ...drawn, tables: drawn.tables === true && place === first }));
};

/** The same for the Home, which holds a hundred blocks. */
export const homeBlocks = (message: Message): KnownBlock[] =>
  message.parts.flatMap((part) => blocksOf(part)).slice(0, limit.homeBlocks);

/**
 * A message as Slack takes it: blocks, and the same facts as text for notifications and screen readers. Tables are drawn only
 * where it is posted or updated: nothing comes back where Slack refuses an answer.
 */
export const slackMessage = (message: Message, drawn: Drawn = {}): { blocks: KnownBlock[]; text: string } => {
  const { parts, inText = parts } = message;
  const blocks = drawnIn(parts, drawn);
  const over = blocks.length - limit.blocks;
  const cut: KnownBlock = {
    type: 'context',
    elements: [plain('There is more than one message holds. The whole is in the record.', limit.note)],
  };
  return {
    blocks: over > 0 ? [...blocks.slice(0, limit.blocks - 1), cut] : blocks,
    text: escapedAndTruncated(plainText({ parts: inText }), limit.text),
  };
};

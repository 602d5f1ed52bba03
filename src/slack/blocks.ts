import type { KnownBlock, RichTextBlock, RichTextSection, Button as SlackButton, StaticSelect } from '@slack/types';
import { type Button, type Line, type Menu, type Message, type Part, plainText } from '../words/message.ts';
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
} as const;

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
  text: { type: 'plain_text', text: truncated(label, limit.label), emoji: false },
  value: does,
  ...(main ? { style: 'primary' } : {}),
});

/** A menu acts as a button does: what is chosen in it carries the words. */
const wordsMenu = ({ label, choices }: Menu): StaticSelect => ({
  type: 'static_select',
  action_id: truncated(`judge:${label}`, 255),
  placeholder: { type: 'plain_text', text: truncated(label, limit.label), emoji: false },
  options: choices.map(({ label, does }) => ({
    text: { type: 'plain_text', text: truncated(label, limit.label), emoji: false },
    value: does,
  })),
});

export const blocksOf = (part: Part): KnownBlock[] => {
  if ('heading' in part) {
    return [
      { type: 'header', text: { type: 'plain_text', text: truncated(part.heading, limit.heading), emoji: false } },
    ];
  }
  if ('lines' in part) return paragraphs(part.lines);
  if ('list' in part) return bullets(part.list, 0);
  if ('sublist' in part) return bullets(part.sublist, 1);
  if ('quote' in part) return quotation(part.quote);
  if ('note' in part) {
    if (part.note === '') return [];
    return [
      { type: 'context', elements: [{ type: 'plain_text', text: truncated(part.note, limit.note), emoji: false }] },
    ];
  }
  if ('buttons' in part) {
    const elements = [...(part.menus ?? []).map(wordsMenu), ...part.buttons.map(wordsButton)].slice(0, limit.elements);
    return elements.length > 0 ? [{ type: 'actions', elements }] : [];
  }
  return [{ type: 'divider' }];
};

/** The same for the Home, which holds a hundred blocks. */
export const homeBlocks = (message: Message): KnownBlock[] =>
  message.parts.flatMap(blocksOf).slice(0, limit.homeBlocks);

/** A message as Slack takes it: blocks, and the same facts as text for notifications and screen readers. */
export const slackMessage = (message: Message): { blocks: KnownBlock[]; text: string } => {
  const { parts, inText = parts } = message;
  const blocks = parts.flatMap(blocksOf);
  const over = blocks.length - limit.blocks;
  const cut: KnownBlock = {
    type: 'context',
    elements: [
      { type: 'plain_text', text: 'There is more than one message holds. The whole is in the record.', emoji: false },
    ],
  };
  return {
    blocks: over > 0 ? [...blocks.slice(0, limit.blocks - 1), cut] : blocks,
    text: escapedAndTruncated(plainText({ parts: inText }), limit.text),
  };
};

import type { Zoned } from '../domain/moments.ts';
import { momentOf } from '../words/times.ts';
import { escaped, linkInWords, unescaped } from './text.ts';

/*
 * The words of a message, in whichever of Slack's shapes they stand: what its readers see of it, in their order. People stay
 * references, `<@U123>`, until somebody knows their names. Of a forwarded message author and time are taken, never its channel.
 */

/** Something that Slack sent: nothing of it is sure to be there. */
export type Shape = Readonly<Record<string, unknown>>;

export type MessageWords = {
  /** In Slack's markup: the message's own words, then each forwarded message with who wrote it and when, and names of files. */
  parts: string[];
  /** Who wrote what was forwarded. */
  writers: string[];
  /** What could not be taken, as "its pictures". */
  left: string[];
};

export const shapesIn = (value: unknown): Shape[] =>
  [value].flat().filter((each): each is Shape => typeof each === 'object' && each !== null);
export const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');
/** Words that are no markup. Slack sends some of them with entities and some without. */
const literal = (value: unknown): string => escaped(unescaped(textIn(value)));
const lines = (...all: readonly string[]): string =>
  all
    .map((line) => line.replace(/\n$/, ''))
    .filter((line) => line.trim() !== '')
    .join('\n');

/** A moment as Slack writes it: seconds, with a count after the point. Null where it is none. */
export const momentOfTs = (ts: unknown): string | null => {
  const date = new Date(Number(ts || Number.NaN) * 1000);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
};

const emoji = ({ unicode, name }: Shape): string =>
  /^[\da-f]{2,5}(-[\da-f]{2,5})*$/.test(textIn(unicode))
    ? String.fromCodePoint(
        ...textIn(unicode)
          .split('-')
          .map((code) => Number.parseInt(code, 16)),
      )
    : `:${textIn(name)}:`;

const inline = (element: Shape): string => {
  switch (element.type) {
    case 'link':
      return literal(linkInWords(textIn(element.url), textIn(element.text)));
    case 'user':
      return `<@${textIn(element.user_id)}>`;
    case 'usergroup':
      return 'a group';
    case 'channel':
      return 'a channel';
    case 'broadcast':
      return `@${textIn(element.range)}`;
    case 'emoji':
      return emoji(element);
    default:
      return literal(element.text ?? element.fallback ?? element.value);
  }
};

const richLines = (element: Shape): string => {
  const parts = shapesIn(element.elements);
  if (element.type === 'rich_text_list') {
    const first = Number(element.offset ?? 0) + 1;
    const mark = (place: number) => (element.style === 'ordered' ? `${first + place}.` : '•');
    return lines(...parts.map((part, place) => `${mark(place)} ${richLines(part)}`));
  }
  const words = parts.map(inline).join('');
  return element.type === 'rich_text_quote' ? words.replace(/^/gm, '&gt; ') : words;
};

/** What people press or fill in is no part of the words. */
const pressed = ['actions', 'context_actions', 'input'];
const wordless = [...pressed, 'divider', 'context'];
const seenNotRead = ['image', 'video'];
/** Where words stand in a block of whichever kind, in the order in which they are read. */
const worded =
  'title rich_text_title subtitle caption text description body details output fields elements child_blocks tasks';

const blockWords = (block: Shape): string => {
  if (pressed.includes(textIn(block.type))) return '';
  if (block.type === 'rich_text') return lines(...shapesIn(block.elements).map(richLines));
  if (block.type === 'mrkdwn') return textIn(block.text);
  if (block.type === 'context') return shapesIn(block.elements).map(blockWords).filter(Boolean).join(' ');
  const words = worded
    .split(' ')
    .flatMap((name) =>
      typeof block[name] === 'string' ? literal(block[name]) : shapesIn(block[name]).map(blockWords),
    );
  const rows = Array.isArray(block.rows) ? block.rows : [];
  return lines(...words, ...rows.map((row) => shapesIn(row).map(blockWords).join(' | ')));
};

/** Where Slack gives a forwarded message without its words, it says so in their place. */
const spoken = (words: unknown): string => textIn(words).replace(/^\[no preview available\]$/, '');

export const wordsOfMessage = (message: Shape, isOurs: (said: Shape) => boolean, zoned: Zoned): MessageWords => {
  const writers: string[] = [];
  const left = new Set<string>();

  /** What people read: blocks where they hold words, for then the text is only a summary of them. */
  const wordsIn = (blocks: readonly unknown[], text: string): string => {
    const shown = shapesIn(blocks.flat());
    for (const block of shown) {
      if (seenNotRead.includes(textIn(block.type))) left.add('its pictures');
      else if (!wordless.includes(textIn(block.type)) && blockWords(block) === '') left.add('a part without words');
    }
    return lines(...shown.map(blockWords)) || text;
  };

  const filesOf = ({ files }: Shape): string[] => {
    const names = shapesIn(files).map(({ name, title }) => literal(name ?? title) || 'one without a name');
    if (names.length > 0) left.add('what is in its files');
    return names.length > 0 ? [`${names.length === 1 ? 'File' : 'Files'}: ${names.join(', ')}`] : [];
  };

  const forwarded = (share: Shape): string[] => {
    const within = shapesIn(share.message_blocks).flatMap(({ message }) => shapesIn(message));
    const words = wordsIn(
      [...within, share].flatMap(({ blocks }) => blocks),
      spoken(share.text),
    );
    const rest = [...within, share].flatMap((said) => [...attachedTo(said), ...filesOf(said)]);
    const at = momentOfTs(share.ts);
    const writer = literal(share.author_name || share.author_subname) || `<@${textIn(share.author_id)}>`;
    if (words || rest.length > 0) writers.push(writer);
    else left.add('a forwarded message that came without its words');
    const head = `${writer} wrote${at ? ` on ${momentOf(zoned, at)}` : ''}`;
    return [...(words || rest.length > 0 ? [`${head}: ${words}`] : []), ...rest];
  };

  const attached = (attachment: Shape): string[] => {
    const { is_share, is_msg_unfurl, is_reply_unfurl, is_thread_root_unfurl, from_url, original_url } = attachment;
    if (isOurs(attachment)) {
      left.add('what Fortnight itself wrote');
      return [];
    }
    if (is_share || is_msg_unfurl || is_reply_unfurl || is_thread_root_unfurl) return forwarded(attachment);
    // The preview of a link that stands in the words.
    if (from_url || original_url || attachment.is_app_unfurl) return [];
    if (attachment.image_url) left.add('its pictures');
    const { pretext, title, text, fields, blocks, fallback } = attachment;
    const words = lines(
      textIn(pretext),
      literal(title),
      wordsIn([blocks], textIn(text)),
      ...shapesIn(fields).map((field) => [literal(field.title), textIn(field.value)].filter(Boolean).join(': ')),
    );
    return [words || literal(fallback), ...filesOf(attachment)];
  };

  const attachedTo = ({ attachments }: Shape): string[] => shapesIn(attachments).flatMap(attached);

  const own = wordsIn([message.blocks], textIn(message.text));
  return { parts: [own, ...attachedTo(message), ...filesOf(message)], writers, left: [...left] };
};

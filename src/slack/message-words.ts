import type { Zoned } from '../domain/moments.ts';
import { momentOf } from '../words/times.ts';
import { escaped, linkInWords, unescaped } from './text.ts';

/*
 * The words of a message, in whichever of Slack's shapes they stand: what its readers see of it, in their order. People stay
 * references, `<@U123>`, until somebody knows their names. Of a forwarded message author and time are taken, never its channel.
 */

/** Something that Slack sent: nothing of it is sure to be there. */
export type Shape = Readonly<Record<string, unknown>>;

export const shapesIn = (value: unknown): Shape[] =>
  [value].flat().filter((each): each is Shape => typeof each === 'object' && each !== null);
export const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');
/** Words that are no markup. Slack sends some of them with entities and some without. */
const literal = (value: unknown): string => escaped(unescaped(textIn(value)));
const lines = (all: readonly string[]): string =>
  all
    .map((line) => line.replace(/\n$/, ''))
    .filter((line) => line.trim() !== '')
    .join('\n');

/** A moment as Slack writes it: seconds, with a count after the point. Null where it is none. */
export const momentOfTs = (ts: unknown): string | null => {
  const date = new Date(Number(ts || Number.NaN) * 1000);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
};

const codesOf = (unicode: unknown): number[] =>
  (textIn(unicode).match(/[\da-f]{2,5}/g) ?? []).map((code) => Number.parseInt(code, 16));

/** What stands within a line of rich text; anything else is plain words. */
const inline: Record<string, (element: Shape) => string> = {
  link: ({ url, text }) => literal(linkInWords(textIn(url), textIn(text))),
  user: ({ user_id: user }) => `<@${textIn(user)}>`,
  usergroup: () => 'a group',
  channel: () => 'a channel',
  broadcast: ({ range }) => `@${textIn(range)}`,
  emoji: ({ unicode, name }) => String.fromCodePoint(...codesOf(unicode)) || `:${textIn(name)}:`,
};
const inWords = (element: Shape): string =>
  inline[textIn(element.type)]?.(element) ?? literal(element.text ?? element.fallback ?? element.value);

const richWords = ({ type, elements, style, offset }: Shape): string => {
  const parts = shapesIn(elements);
  const mark = (place: number) => (style === 'ordered' ? `${Number(offset ?? 0) + place + 1}.` : '•');
  if (type === 'rich_text_list') return lines(parts.map((part, place) => `${mark(place)} ${richWords(part)}`));
  const words = parts.map(inWords).join('');
  return type === 'rich_text_quote' ? words.replace(/^/gm, '&gt; ') : words;
};

/** What people press or fill in is no part of the words. */
const pressed = ['actions', 'context_actions', 'input'];
const wordless = [...pressed, 'divider', 'context'];
/** Where words stand in a block of whichever kind, in the order in which they are read. */
const worded =
  'title rich_text_title subtitle caption text description body details output fields elements child_blocks tasks';

const blockWords = (block: Shape): string => {
  const within = (value: unknown): string[] => shapesIn(value).map(blockWords).filter(Boolean);
  if (pressed.includes(textIn(block.type))) return '';
  if (block.type === 'rich_text') return lines(shapesIn(block.elements).map(richWords));
  if (block.type === 'mrkdwn') return textIn(block.text);
  if (block.type === 'context') return within(block.elements).join(' ');
  const words = worded.split(' ').flatMap((name) => [literal(block[name]), ...within(block[name])]);
  return lines([...words, ...[block.rows ?? []].flat().map((row) => shapesIn(row).map(blockWords).join(' | '))]);
};

/**
 * `parts` are in Slack's markup: the message's own words, then each forwarded message with who wrote it and when, and names of
 * files. `writers` wrote what was forwarded. `left` is what could not be taken, as "its pictures".
 */
export const wordsOfMessage = (message: Shape, isOurs: (said: Shape) => boolean, zoned: Zoned) => {
  const writers: string[] = [];
  const left = new Set<string>();

  /** What people read: blocks where they hold words, for then the text is only a summary of them. */
  const wordsIn = (blocks: unknown, text: string): string => {
    const shown = shapesIn(blocks).map((block) => ({ type: textIn(block.type), words: blockWords(block) }));
    for (const { type, words } of shown) {
      if (['image', 'video'].includes(type)) left.add('its pictures');
      else if (words === '' && !wordless.includes(type)) left.add('a part without words');
    }
    return lines(shown.map(({ words }) => words)) || text;
  };

  const filesOf = ({ files }: Shape): string[] => {
    // Read with spaces, so that what is looked for in a text is found in a name too.
    const names = shapesIn(files).map(
      ({ name, title }) => literal(name ?? title).replace(/_+/g, ' ') || 'one without a name',
    );
    if (names.length === 0) return [];
    left.add('what is in its files');
    return [`${names.length === 1 ? 'File' : 'Files'}: ${names.join(', ')}`];
  };

  const forwarded = (share: Shape): string[] => {
    const said = [...shapesIn(share.message_blocks).flatMap(({ message: within }) => shapesIn(within)), share];
    // Where Slack gives none of its words, it says so in their place.
    const text = textIn(share.text).replace(/^\[no preview available\]$/, '');
    const words = wordsIn(
      said.flatMap(({ blocks }) => blocks),
      text,
    );
    const [first, ...rest] = [words, ...said.flatMap((each) => [...attachedTo(each), ...filesOf(each)])].filter(
      Boolean,
    );
    if (first === undefined) left.add('a forwarded message that came without its words');
    if (first === undefined) return [];
    const writer = literal(share.author_name || share.author_subname) || `<@${textIn(share.author_id)}>`;
    writers.push(writer);
    const at = momentOfTs(share.ts);
    return [`${writer} wrote${at ? ` on ${momentOf(zoned, at)}` : ''}: ${first}`, ...rest];
  };

  const attached = (attachment: Shape): string[] => {
    const { pretext, title, text, fields, blocks, fallback } = attachment;
    if (isOurs(attachment)) left.add('what Fortnight itself wrote');
    if (isOurs(attachment)) return [];
    if (['is_share', 'is_msg_unfurl', 'is_reply_unfurl', 'is_thread_root_unfurl'].some((kind) => attachment[kind]))
      return forwarded(attachment);
    // The preview of a link that stands in the words.
    if (attachment.from_url || attachment.original_url || attachment.is_app_unfurl) return [];
    if (attachment.image_url) left.add('its pictures');
    const facts = shapesIn(fields).map((field) =>
      [literal(field.title), textIn(field.value)].filter(Boolean).join(': '),
    );
    const words = lines([textIn(pretext), literal(title), wordsIn(blocks, textIn(text)), ...facts]);
    return [words || literal(fallback), ...filesOf(attachment)];
  };

  const attachedTo = ({ attachments }: Shape): string[] => shapesIn(attachments).flatMap(attached);

  const own = wordsIn(message.blocks, textIn(message.text));
  return { parts: [own, ...attachedTo(message), ...filesOf(message)], writers, left: [...left] };
};

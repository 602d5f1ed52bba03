/** Text as Slack sends it and as Slack wants it. Rich text and plain text carry words to the letter; only `text` is marked up. */

/** The three characters that Slack sends as entities. */
export const unescaped = (text: string): string =>
  text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');

/** So that nobody's words become a mention, a link or a command in a message's text. */
export const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Cut by characters to what a limit allows, with an ellipsis. Limits count UTF-16 units, a character is never halved. */
export const truncated = (text: string, most: number): string => {
  if (text.length <= most) return text;
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length > most - 1) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
};

/** Cut after escaping, never within an entity. */
export const escapedAndTruncated = (text: string, most: number): string => {
  let kept = '';
  for (const character of text) {
    const next = escaped(character);
    if (kept.length + next.length > most - 1) return `${kept}…`;
    kept += next;
  }
  return kept;
};

/** A link as it is read: its words, and where it leads where they do not say so themselves. */
export const linkInWords = (target: string, label: string): string => {
  if (!label || target.endsWith(label)) return label || target.replace(/^(mailto|tel):/, '');
  return /^https?:/.test(target) ? `${label} (${target})` : label;
};

/** One of Slack's references, `<...>`, in words. The name of a channel is said only where the message itself says it. */
const inWords = (reference: string, names: ReadonlyMap<string, string>): string => {
  const [target = '', label = ''] = reference.split('|');
  if (target.startsWith('@')) return `@${names.get(target.slice(1)) ?? (label || target.slice(1))}`;
  if (target.startsWith('#')) return label ? `#${label}` : 'a channel';
  if (target.startsWith('!')) return label || `@${target.slice(1).split('^')[0]}`;
  return linkInWords(target, label);
};

/** Marked up text as people read it. */
export const plainWords = (text: string, names: ReadonlyMap<string, string>): string =>
  unescaped(text.replace(/<([^<>]+)>/g, (_, reference: string) => inWords(reference, names)));

/** What a person typed, from how Slack sends it in a slash command. */
export const decoded = (text: string): string => plainWords(text, new Map());

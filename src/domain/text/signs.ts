/** Signs that nobody sees and that do something where a text is shown. */

/** Turns the direction in which what follows is read, so that a name with one passes for another. */
export const turning = /[\u202A-\u202E\u2066-\u2069]/u;

const doing = new RegExp(String.raw`(?![\n\t])\p{Cc}|${turning.source}`, 'gu');

/** A text that steers no terminal and turns nothing: each such sign is written out, as `\u202e` for U+202E. */
export const harmless = (text: string): string =>
  text.replace(doing, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** A mark at the beginning of a text: what it says, how it is written, and what follows it. */
export type Mark<Said> = { said: Said; mark: string; rest: string };

/** Spaces of every width, and signs without a shape that come along from phones and web pages. */
const gap = /^[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069]+/u;

/** A text without the gap that it begins with. */
export const begun = (text: string): string => text.replace(gap, '');

/** Bullets: they say neither that something is good nor that it is not. */
export const bullets = '*\\u2022\\u2023\\u2043\\u2219\\u25aa\\u25ab\\u25cf\\u25cb\\u25e6\\u25a0\\u25a1\\u00b7';

/** What stands before a line of a list: a bullet, a number with a point or a bracket, or the command that it is typed after. */
export const listMarker = new RegExp(`^(?:/judge(?:\\s+evidence)?|[${bullets}]|\\(?\\d{1,2}[.)])\\s+`, 'u');

/** What follows a mark. */
export const taken = (text: string, mark: string): string => begun(text.slice(mark.length));

/**
 * Words that go on from the word before them: "child: was not seen" is said of a child and not by one, "help and advice
 * came late" is no line on help.
 */
export const goesOn =
  /^(?:is|are|was|were|be|been|being|has|have|had|does|did|do|not|never|no|nor|and|or|&|of|in|on|at|to|for|from|by|with|without|who|whose|which|that|can|could|cannot|may|might|must|will|would|should)(?![\p{L}\p{N}])/u;

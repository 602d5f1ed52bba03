import { areaByWord, type Framework } from '../../src/domain/framework.ts';
import type { Sign } from '../../src/domain/sources.ts';
import { signedText } from './one-line.ts';

/** One of several lines in a box. Null is what the line does not say of itself: there the form's own field holds. */
export type PastedLine = {
  area: string | null;
  sign: Sign | null;
  case: string | null;
  text: string;
  /** As it stood in the box. */
  typed: string;
};

/** What stands before a line of a list: a bullet, or a number with a point or a bracket. */
const marker = /^(?:[*•◦▪‣·—]|\(?\d{1,2}[.)])\s+/;
const dash = /^[-–−]\s*/;
/** A line that only parts others. */
const rule = /^[-–−—*_=•\s]+$/;

const lineIn = (framework: Framework, typed: string, stripped: string): PastedLine => {
  const [, first = '', after = ''] = stripped.match(/^(\S+)\s+([\s\S]+)$/) ?? [];
  const area = areaByWord(framework, first);
  const rest = signedText(after);
  // A sentence may begin with such a word: "Help was offered late". A recorder's area word has a sign, a case or no capital.
  const means = area && rest.text !== '' && (rest.sign || rest.case || first === first.toLowerCase());
  if (means) return { area: area.id, ...rest, typed };
  const whole = signedText(stripped);
  return whole.text === ''
    ? { area: null, sign: null, case: null, text: stripped, typed }
    : { area: null, ...whole, typed };
};

/** Whether every line begins with a dash: then it is how a list is written, and says nothing of a concern. */
export const isDashedList = (lines: readonly string[]): boolean =>
  lines.length > 1 && lines.every((line) => dash.test(line));

/** The lines of a text that say something, as they stand. */
export const linesOf = (text: string): string[] =>
  text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !rule.test(line));

/**
 * Reads each line as one item: a list loses its markers; a sign, a case and an area word before the text are its own.
 * `dashesSign` says that a dash is a sign even where every line has one.
 */
export const severalLines = (framework: Framework, text: string, dashesSign: boolean): PastedLine[] => {
  const lines = linesOf(text);
  const listed = !dashesSign && isDashedList(lines);
  return lines.map((line) => {
    const unmarked = line.replace(marker, '');
    return lineIn(framework, line, listed ? unmarked.replace(dash, '') : unmarked);
  });
};

import { areaByWord, type Framework } from '../../../src/domain/framework.ts';
import type { Inspection } from '../../../src/domain/inspection.ts';
import type { Bearing } from '../../../src/domain/matters/line-content.ts';
import type { Sign } from '../../../src/domain/sources.ts';
import { lineName } from '../line-items.ts';

/** Evidence as it is typed: in one line, or a line an item. */

/** One line of evidence: `[area] [+ or - or !] [C-017] [text]`. */
export type OneLine = { area: string | null; sign: Sign; case: string | null; text: string };

const signOf: Record<string, Sign> = {
  '+': 'strength',
  '-': 'concern',
  '–': 'concern',
  '−': 'concern',
  '!': 'priority-concern',
};

/** `[+ or - or !] [C-017] [text]`: what may follow the area. The three dashes that keyboards make are one sign. */
export const signedText = (words: string): { sign: Sign | null; case: string | null; text: string } => {
  const [, mark, afterSign = words] = words.match(/^([+\-–−!])\s*([\s\S]*)$/) ?? [];
  const [, reference, text = afterSign] = afterSign.match(/^(c-?\d{1,5})(?!\S)\s*([\s\S]*)$/i) ?? [];
  return { sign: signOf[mark ?? ''] ?? null, case: reference ?? null, text: text.trim() };
};

/**
 * Reads a line. The area is an exact word of the framework; the three dashes that keyboards make are one sign; no sign
 * means context. A line whose first word is no area has area null and keeps every word in its text.
 */
export const oneLine = (framework: Framework, words: string): OneLine => {
  const [, first = '', afterArea = ''] = words.trim().match(/^(\S+)\s*([\s\S]*)$/) ?? [];
  const area = areaByWord(framework, first);
  if (!area) return { area: null, sign: 'context', case: null, text: words.trim() };
  const { sign, ...rest } = signedText(afterArea);
  return { area: area.id, sign: sign ?? 'context', ...rest };
};

/** A line of enquiry named before the text of a line, and which way the item speaks. */
type LinkedText = { line: string | null; bears: Bearing | null; text: string };

/**
 * `L-002 …` speaks for that line, `-L-002 …` against it. Only a line that the inspection has is one: any other text stays as
 * it was typed.
 */
export const linkedText = ({ lines }: Inspection, typed: string): LinkedText => {
  const [, mark, named = '', text = ''] = typed.match(/^([+\-–−])?(l-?\d{1,5})(?!\S)\s*([\s\S]*)$/i) ?? [];
  const line = lineName(named);
  if (line === null || !lines.has(line)) return { line: null, bears: null, text: typed };
  return { line, bears: mark === undefined || mark === '+' ? 'for' : 'against', text };
};

/** One of several lines in a box. Null is what the line does not say of itself: there the form's own field holds. */
type PastedLine = {
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

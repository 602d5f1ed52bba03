import { areaMark } from './areas.ts';
import { type Reader, type ReadLine, readLine } from './line.ts';
import { bullets, listMarker } from './mark.ts';
import { dashes, signFollows } from './signs.ts';

/** Several lines of evidence: as they were pasted, as a list, and where a phone has swallowed the line ends. */

const dash = new RegExp(`^[${dashes}]\\s*`, 'u');
/** A line that only parts others. */
const rule = new RegExp(`^[${dashes}${bullets}_=\\s]+$`, 'u');
/** The command, as it stands before each of several lines that were written to be pasted one by one. */
const commands = /(?=\/judge\s)/i;

/** The lines of a text that say something, as they stand. */
export const linesOf = (text: string): string[] =>
  text
    .split(/\r\n?|[\n\v\f\u0085\u2028\u2029]/)
    .flatMap((line) => line.split(commands))
    .map((line) => line.trim())
    .filter((line) => line !== '' && !rule.test(line));

/** A line that is another command: no evidence, whatever follows it. */
export const isCommand = (reader: Reader, line: string): boolean =>
  /^\/judge\b(?!\s+evidence\b)/i.test(line) && readLine(reader, line).area === null;

/** Whether every line begins with a dash: then it is how a list is written, and says nothing of a concern. */
export const isDashedList = (lines: readonly string[]): boolean =>
  lines.length > 1 && lines.every((line) => dash.test(line));

/** Where in a line an area with a sign of its own begins again, as it does where line ends were lost. */
const begunAgain = ({ framework }: Reader, line: string): number[] =>
  [...line.matchAll(/(?<=[\s.!?;])\p{L}/gu)].flatMap(({ index }) => {
    const area = areaMark(framework, line.slice(index));
    const isBegin = line.slice(0, index).replace(listMarker, '') === '';
    return area && !isBegin && signFollows.test(area.rest) ? [index] : [];
  });

/** The lines that a text may be items by: its own, or those that its one line may have been before a phone lost their ends. */
export const partsOf = (reader: Reader, text: string): string[] => {
  const [line, ...more] = linesOf(text);
  if (line === undefined || more.length > 0) return linesOf(text);
  const begins = [0, ...begunAgain(reader, line)];
  return begins.map((from, index) => line.slice(from, begins[index + 1]).trim());
};

/** Nothing but marks: it stays as it stands. */
const unread = { area: null, sign: null, case: null, isCaseNamed: false, source: null, link: null, doubts: [] };

/**
 * Reads each line as one item: a list loses its markers, and what stands before the words of a line is its own.
 * `dashesSign` says that a dash is a sign even where every line has one.
 */
export const severalLines = (reader: Reader, lines: readonly string[], dashesSign: boolean): ReadLine[] => {
  const listed = !dashesSign && isDashedList(lines);
  return lines.map((line) => {
    const unmarked = line.replace(listMarker, '');
    const read = readLine(reader, listed ? unmarked.replace(dash, '') : unmarked);
    if (read.text === '') return { ...unread, text: read.typed, typed: line };
    const isOfArea = !read.doubts.some(({ about }) => about === 'area' || about === 'mistyped');
    return { ...read, area: isOfArea ? read.area : null, typed: line };
  });
};

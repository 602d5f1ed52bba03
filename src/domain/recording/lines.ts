import { areaMark } from './areas.ts';
import { type Reader, type ReadLine, readLine } from './line.ts';
import { bullets, listMarker } from './mark.ts';
import { dashes, signFollows } from './signs.ts';

/** Several lines of evidence: as they were pasted, as a list, and where a phone has swallowed the line ends. */

const dash = new RegExp(`^[${dashes}]\\s*`, 'u');
/** A line that only parts others. */
const rule = new RegExp(`^[${dashes}${bullets}_=\\s]+$`, 'u');
/** The command, as it stands before each of several lines that were written to be pasted one by one. */
const command = /^\/judge\s+evidence\s+/i;
const commands = /(?=\/judge\s+evidence\s)/i;

/** The lines of a text that say something, as they stand, without the command before each. */
export const linesOf = (text: string): string[] =>
  text
    .split(/\r\n?|[\n\v\f\u0085\u2028\u2029]/)
    .flatMap((line) => line.split(commands))
    .map((line) => line.trim().replace(command, ''))
    .filter((line) => line !== '' && !rule.test(line));

/** Whether every line begins with a dash: then it is how a list is written, and says nothing of a concern. */
export const isDashedList = (lines: readonly string[]): boolean =>
  lines.length > 1 && lines.every((line) => dash.test(line));

/** Where in a line an area with a sign of its own begins again, as it does where line ends were lost. */
const begunAgain = ({ framework }: Reader, line: string): number[] =>
  [...line.matchAll(/(?<=[\s.!?;])\p{L}/gu)].flatMap(({ index }) => {
    const area = areaMark(framework, line.slice(index));
    return area && signFollows.test(area.rest) ? [index] : [];
  });

/** The lines that one line may have been before a phone swallowed their ends; that line alone where it holds no more. */
export const swallowed = (reader: Reader, line: string): string[] => {
  const begins = [0, ...begunAgain(reader, line)];
  return begins.map((from, index) => line.slice(from, begins[index + 1]).trim());
};

/**
 * Reads each line as one item: a list loses its markers, and what stands before the words of a line is its own.
 * `dashesSign` says that a dash is a sign even where every line has one.
 */
export const severalLines = (reader: Reader, lines: readonly string[], dashesSign: boolean): ReadLine[] => {
  const listed = !dashesSign && isDashedList(lines);
  return lines.map((line) => {
    const unmarked = line.replace(listMarker, '');
    return { ...readLine(reader, listed ? unmarked.replace(dash, '') : unmarked), typed: line };
  });
};

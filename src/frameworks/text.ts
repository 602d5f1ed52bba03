import { readFileSync } from 'node:fs';
import { faultIn, type JsonFault, namedTwice } from './json-fault.ts';
import { FrameworkRefused, type Problem } from './problem.ts';

/** From a file to what its text says, or one sentence about why it cannot be read that its author can act on. */

/** The whole framework is kept with every inspection that is started under it. */
const mostBytes = 1_000_000;

const unreadable: Record<string, string> = {
  EISDIR: 'is a folder',
  ENOENT: 'is not there',
  ENOTDIR: 'is a file and no folder',
  EACCES: 'may not be read by this user',
  EPERM: 'may not be read by this user',
};

/** Why the system gave no file or folder. */
export const whyUnreadable = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return unreadable[code] ?? `cannot be read: ${error instanceof Error ? error.message : error}`;
};

const refused = (file: string, wrong: string, right: string): FrameworkRefused =>
  new FrameworkRefused(file, [{ path: '', wrong, right }]);

const bytesOf = (file: string): Buffer => {
  try {
    return readFileSync(file);
  } catch (error) {
    throw refused(file, whyUnreadable(error), 'a framework file that this user may read');
  }
};

/** A mark at the beginning, which some editors write, is left out. */
const textIn = (file: string, bytes: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refused(file, 'is not saved as UTF-8', 'the same text saved as UTF-8, which editors offer under Save as');
  }
};

const longestShown = 60;

const lineOf = (text: string, position: number): number => text.slice(0, position).split('\n').length;

/** A place as people point at it: the line's number and what stands there. */
const placeOf = (text: string, position: number): string => {
  const line = lineOf(text, position);
  const words = (text.split('\n')[line - 1] ?? '').trim();
  const shown = words.length > longestShown ? `${words.slice(0, longestShown)}…` : words;
  return shown === '' ? `line ${line}` : `line ${line} (${shown})`;
};

/** What the parser says of a fault inside a text or a number, such as an escape that JSON does not have. */
const saidBy = (error: unknown): JsonFault => {
  const said = error instanceof Error ? error.message : String(error);
  const position = Number(/position (\d+)/.exec(said)?.[1] ?? 0);
  return {
    position,
    wrong: `has a fault in a text or a number (${said})`,
    right: 'the text or number as JSON writes it',
  };
};

const parsed = (file: string, text: string): unknown => {
  if (text.trim() === '') throw refused(file, 'is empty', 'one JSON object');
  try {
    return JSON.parse(text);
  } catch (error) {
    const { position, wrong, right } = faultIn(text) ?? saidBy(error);
    throw new FrameworkRefused(file, [{ path: placeOf(text, position), wrong: `is not JSON: it ${wrong}`, right }]);
  }
};

const twice = (text: string): Problem[] =>
  namedTwice(text).map(({ name, position }) => ({
    path: placeOf(text, position),
    wrong: `has the field "${name}" a second time, and only the last would count`,
    right: 'each field once',
  }));

/** What a framework file says, before anything of it is known. @throws FrameworkRefused */
export const readText = (file: string): unknown => {
  const bytes = bytesOf(file);
  if (bytes.length > mostBytes)
    throw refused(
      file,
      `is ${Math.ceil(bytes.length / mostBytes)} MB long`,
      'a file of at most 1 MB: it is kept with every inspection',
    );
  const text = textIn(file, bytes);
  const value = parsed(file, text);
  const problems = twice(text);
  if (problems.length > 0) throw new FrameworkRefused(file, problems);
  return value;
};

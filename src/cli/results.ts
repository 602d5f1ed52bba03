import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { areaOf, type Framework, gradeInWords, gradesFor, notJudged } from '../domain/framework.ts';
import type { Grades } from '../domain/grading.ts';
import { type Row, rowsOf } from '../tables/csv.ts';
import { WrongUsage } from './word.ts';

/** One published result: whose, and every grade by area id and overall id. */
export type PublishedResult = { authority: string; published: string; grades: Grades };

const asText = (header: string): boolean => header === 'authority' || header === 'published';

const checkHeaders = (framework: Framework, { line, cells: headers }: Row): void => {
  const known = [...framework.areas, ...framework.overalls].map(({ id }) => id);
  const needed = framework.areas.filter(({ optional }) => !optional).map(({ id }) => id);
  // A framework without an overall grade may have the column all the same, as long as it is blank.
  const passed = ['authority', 'published', ...known, ...(framework.overalls.length === 0 ? ['overall'] : [])];
  for (const [index, header] of headers.entries()) {
    const at = `Line ${line}, column ${index + 1}`;
    if (!passed.includes(header))
      throw new WrongUsage(
        `${at}: "${header}" is no column that ${framework.id} knows. It knows ${passed.join(', ')}.`,
      );
    if (headers.indexOf(header) < index) throw new WrongUsage(`${at}: "${header}" stands a second time.`);
  }
  for (const header of ['authority', ...needed, ...framework.overalls.map(({ id }) => id)])
    if (!headers.includes(header)) throw new WrongUsage(`Line ${line}: the column "${header}" is missing.`);
};

const gradeIn = (framework: Framework, header: string, cell: string, at: string): string => {
  const isArea = framework.areas.some(({ id }) => id === header);
  const legal = isArea ? gradesFor(framework, areaOf(framework, header)) : framework.scale.map(({ id }) => id);
  const written = cell.toLowerCase();
  const grade = legal.find(
    (id) => [id, gradeInWords(framework, id).toLowerCase()].includes(written) || (written === '' && id === notJudged),
  );
  if (grade === undefined)
    throw new WrongUsage(
      `${at}: ${cell === '' ? 'it is blank' : `"${cell}" is no grade here`}. Use ${legal.join(', ')}.`,
    );
  return grade;
};

const resultOf = (framework: Framework, headers: readonly string[], { line, cells }: Row): PublishedResult => {
  if (cells.length !== headers.length)
    throw new WrongUsage(`Line ${line} has ${cells.length} cells, and the first line has ${headers.length} columns.`);
  const named = new Map(headers.map((header, index) => [header, cells[index] ?? '']));
  const grades = headers.flatMap((header, index) => {
    if (asText(header)) return [];
    const cell = cells[index] ?? '';
    const at = `Line ${line}, column ${index + 1} (${header})`;
    if (header !== 'overall' || framework.overalls.length > 0) return [[header, gradeIn(framework, header, cell, at)]];
    if (cell !== '')
      throw new WrongUsage(`${at}: "${cell}", but ${framework.id} gives no overall grade. Leave it blank.`);
    return [];
  });
  const absent = framework.areas.filter(({ id }) => !headers.includes(id)).map(({ id }) => [id, notJudged]);
  return {
    authority: named.get('authority') ?? '',
    published: named.get('published') ?? '',
    grades: Object.fromEntries([...absent, ...grades]),
  };
};

/** Why a file is not what it is taken for, though a spreadsheet shows it well; null where nothing speaks against it. */
const whyNotRead = (bytes: Buffer): string | null => {
  if (bytes.includes(0)) return 'is UTF-16';
  if (!isUtf8(bytes)) return 'is not UTF-8';
  const unquoted = bytes.toString().replace(/"(?:[^"]|"")*"/g, '');
  if (/\r(?!\n)/.test(unquoted)) return 'ends lines with a carriage return alone';
  const [headings = ''] = unquoted.split('\n', 1);
  if (headings.includes(',')) return null;
  if (headings.includes(';')) return 'has semicolons between its columns';
  return headings.includes('\t') ? 'has tabs between its columns' : null;
};

/**
 * Reads a file of published results: the headers authority, published (may be left out), area ids and overall ids. A blank
 * cell, or a column left out, is an optional area that was not part of it.
 * @throws WrongUsage naming the line and the column that cannot be understood
 */
export const readResults = (framework: Framework, file: string): PublishedResult[] => {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new WrongUsage(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const why = whyNotRead(bytes);
  if (why) throw new WrongUsage(`${file} ${why}. Save it as CSV UTF-8, with commas between its columns.`);
  const [first, ...rows] = rowsOf(bytes.toString()).filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (!first) throw new WrongUsage(`${file} is empty. Its first line names the columns: authority, published, ...`);
  const header = { ...first, cells: first.cells.map((cell) => cell.toLowerCase()) };
  checkHeaders(framework, header);
  if (rows.length === 0) throw new WrongUsage(`${file} has no result beneath its headings.`);
  return rows.map((row) => resultOf(framework, header.cells, row));
};

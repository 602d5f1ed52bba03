import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { frameworksFolder } from '../support/frameworks.ts';
import { describeAgainst, oracleAt } from '../support/oracles.ts';
import { asked } from './asked.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'results-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const header =
  'authority,published,help-and-protection,looked-after-and-permanence,adoption,care-leavers,leadership,lscb,overall';

/** Checks the single inspection framework with a file of these lines. */
const withResults = (...lines: string[]) => {
  const file = join(folder, 'results.csv');
  writeFileSync(file, lines.join('\n'));
  return asked(['framework', 'check', 'sif-2013', '--results', file]);
};

describe('checking a framework', () => {
  it('[L10] says what was checked, how often each rule fires and what the rules come to', async () => {
    const { code, printed } = await asked(['framework', 'check', 'sif-2013']);
    expect(code).toBe(0);
    expect(printed).toContain('In force 2013-11-19 to 2018-08-31');
    expect(printed).toContain(
      'Overall effectiveness, from Help and protection, Looked after and permanence, and Leadership',
    );
    expect(printed).toContain(
      '  SIF-1   must      fires in 44 of 80  Any key judgement inadequate makes overall inadequate',
    );
    expect(printed).toContain('  80 combinations: 67 fixed, 13 open');
    expect(printed).toContain('Rules that decide nothing beside the others: none');
    expect(printed.join('\n')).toMatch(/^Examples: (\d+) of \1 hold$/m);
    for (const line of printed) expect(line.length, line).toBeLessThanOrEqual(100);
  });

  it('[L10] takes a file as well as an id, and warns of a rule that decides nothing', async () => {
    const framework = JSON.parse(readFileSync(join(frameworksFolder, 'ilacs-2018.json'), 'utf8'));
    framework.rules.push({ ...framework.rules[0], id: 'IL-1b' });
    writeFileSync(join(folder, 'ilacs-2018.json'), JSON.stringify(framework));
    const { code, printed } = await asked(['framework', 'check', join(folder, 'ilacs-2018.json')]);
    expect(code).toBe(0);
    expect(printed).toContain('Rules that decide nothing beside the others: IL-1, IL-1b');
  });

  it('[L10] ends with 1 and every problem where it cannot be used', async () => {
    writeFileSync(join(folder, 'mine.json'), '{ "id": "mine" }');
    const { code, printed, complained } = await asked(['framework', 'check', join(folder, 'mine.json')]);
    expect({ code, printed }).toEqual({ code: 1, printed: [] });
    expect(complained[0]).toContain('  areas: is missing. Right would be: a list in square brackets.');
  });

  it('[L10] says that no overall grade is given, and why', async () => {
    const { printed } = await asked(['framework', 'check', 'ilacs-2026']);
    expect(printed.join('\n')).toContain('No overall grade: Inspections from 1 April 2026');
  });
});

describeAgainst('published-results', 'checking a framework against published results', () => {
  it.each([
    ['sif-2013', '91 results: 0 not permitted, 0 not expected, 74 fixed'],
    ['ilacs-2018', '75 results: 0 not permitted, 0 not expected, 59 fixed'],
    ['ilacs-2023', '79 results: 0 not permitted, 0 not expected, 58 fixed'],
    ['ilacs-2026', '1 results: 0 not permitted, 0 not expected, 0 fixed'],
  ])('[L11] agrees with all of them: %s', async (id, wanted) => {
    const { code, printed } = await asked([
      'framework',
      'check',
      id,
      '--results',
      oracleAt('published-results', `${id}.csv`),
    ]);
    expect(printed.at(-1)).toBe(wanted);
    expect(code).toBe(0);
  });
});

describe('checking a framework against a file of results', () => {
  it('[L12] names each that the rules do not permit or expect, and ends with 1', async () => {
    const { code, printed } = await withResults(
      header,
      'Northmoor,2014-02-11,good,good,good,good,good,,outstanding',
      '"Eastmere, Westmere",2014-02-12,inadequate,good,good,good,good,,good',
      'Southmoor,2014-02-13,good,good,inadequate,good,good,,good',
      'Midmoor,,good,requires-improvement,,,good,,good',
    );
    expect(code).toBe(1);
    expect(printed.slice(-7)).toEqual([
      'Northmoor, 2014-02-11: Overall effectiveness outstanding is not expected. SIF-6b rules it out; left:',
      '  good',
      'Eastmere, Westmere, 2014-02-12: Overall effectiveness good is not permitted. SIF-1 rules it out;',
      '  left: inadequate',
      'Southmoor, 2014-02-13: Looked after and permanence good is not expected. SIF-3 rules it out; left:',
      '  requires improvement or inadequate',
      '4 results: 1 not permitted, 3 not expected, 3 fixed',
    ]);
  });

  it('[L13] takes a blank cell, or a column left out, as an optional area that was not part of it', async () => {
    const { code, printed } = await withResults(
      'authority,help-and-protection,looked-after-and-permanence,leadership,overall',
      'Isles of Scilly,good,,good,good',
      '',
    );
    expect({ code, last: printed.at(-1) }).toEqual({
      code: 0,
      last: '1 results: 0 not permitted, 0 not expected, 1 fixed',
    });
  });

  it.each([
    [
      [`${header},housing`],
      'Line 1, column 10: "housing" is no column that sif-2013 knows. It knows authority, published,',
    ],
    [[`${header},lscb`], 'Line 1, column 10: "lscb" stands a second time.'],
    [['authority,help-and-protection,overall'], 'Line 1: the column "leadership" is missing.'],
    [
      [header, 'Northmoor,,good,good,good,good,adequate,,good'],
      'Line 2, column 7 (leadership): "adequate" is no grade here. Use outstanding,',
    ],
    [
      [header, '', 'Northmoor,,good,good,good,good,,,good'],
      'Line 3, column 7 (leadership): it is blank. Use outstanding,',
    ],
    [[header, 'Northmoor,,good,good,good,good,good,,'], 'Line 2, column 9 (overall): it is blank.'],
    [[header, 'Northmoor,,good'], 'Line 2 has 3 cells, and the first line has 9 columns.'],
    [[''], 'is empty. Its first line names the columns'],
  ])('[L14] names the line and column it cannot understand: %j', async (lines, wanted) => {
    const { code, complained } = await withResults(...lines);
    expect(code).toBe(2);
    expect(complained[0]).toContain(wanted);
    expect(complained[1]).toBe('Usage: npm run -s fortnight -- framework check <id or file> [--results file.csv]');
  });

  it('[L14] says where the file cannot be read, and where an overall grade stands that the framework does not give', async () => {
    const none = await asked(['framework', 'check', 'sif-2013', '--results', join(folder, 'none.csv')]);
    expect(none).toMatchObject({
      code: 2,
      complained: [expect.stringContaining('none.csv cannot be read'), expect.anything()],
    });
    const file = join(folder, '2026.csv');
    writeFileSync(
      file,
      'authority,leaders,help-and-protection,in-care,care-leavers,overall\r\nNorthmoor,good,good,good,good,good\r\n',
    );
    const given = await asked(['framework', 'check', 'ilacs-2026', '--results', file]);
    expect(given.code).toBe(2);
    expect(given.complained[0]).toBe(
      'Line 2, column 6 (overall): "good", but ilacs-2026 gives no overall grade. Leave it blank.',
    );
  });

  it('[L17] reads headings and grades in any capitals, a grade also by its label', async () => {
    const { code, printed } = await withResults(
      header.toUpperCase(),
      'Northmoor,2014-02-11,Good,GOOD,Not judged,good,gOOD,,Good',
      'Southmoor,2014-02-12,Requires Improvement,requires-IMPROVEMENT,,requires improvement,Good,,REQUIRES IMPROVEMENT',
    );
    expect({ code, last: printed.at(-1) }).toEqual({
      code: 0,
      last: expect.stringMatching(/^2 results: 0 not permitted, 0 not expected, \d fixed$/),
    });
  });

  const row = 'Northmoor,2014-02-11,good,good,good,good,good,,good';
  const file = (bytes: Buffer | string) => {
    const name = join(folder, 'results.csv');
    writeFileSync(name, bytes);
    return asked(['framework', 'check', 'sif-2013', '--results', name]);
  };
  it.each([
    ['no row beneath its headings', `${header}\n\n , ,\n`, 'has no result beneath its headings'],
    ['UTF-16, as spreadsheets write "Unicode text"', Buffer.from(`\uFEFF${header}\n${row}`, 'utf16le'), 'is UTF-16'],
    ['UTF-16 of the other order', Buffer.from(`\uFEFF${header}\n${row}`, 'utf16le').swap16(), 'is UTF-16'],
    ['UTF-16 without a mark', Buffer.from(`${header}\n${row}`, 'utf16le'), 'is UTF-16'],
    ['an older code', Buffer.from(`${header}\n${row.replace('Northmoor', 'Caf\u00e9')}`, 'latin1'), 'is not UTF-8'],
    ['semicolons', `${header}\n${row}`.replaceAll(',', ';'), 'semicolons'],
    ['tabs', `${header}\n${row}`.replaceAll(',', '\t'), 'tabs'],
    ['carriage returns alone', `${header}\r${row}\r`, 'carriage return'],
    ['line ends of both kinds', `${header}\r\n${row}\r${row}`, 'carriage return'],
  ])('[L17] says in a line what is the matter with a file of %s', async (_, bytes, words) => {
    const { code, printed, complained } = await file(bytes);
    expect({ code, printed }).toEqual({ code: 2, printed: [] });
    expect(complained[0]).toContain(words);
    expect(complained[0]?.split('\n')).toHaveLength(1);
  });

  it('[L17] takes semicolons, tabs and line ends within a cell as words of it', async () => {
    const { code } = await file(`${header}\r\n"North; moor\r(old\tone)",2014-02-11,good,good,good,good,good,,good\r\n`);
    expect(code).toBe(0);
  });
});

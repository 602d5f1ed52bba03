import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { membersOf } from '../../src/sampling/cohorts.ts';
import type { Lists } from '../../src/sampling/reading.ts';
import { describeAgainst, filesFrom, oracleAt } from '../support/oracles.ts';
import { asSheets, type MadeList, madeLists } from './support/made-lists.ts';
import { listsIn, listsOn } from './support/opened.ts';
import { type Cell, type Sheet, serialOf, workbookFile } from './support/workbook-file.ts';

const day = '2026-11-16';
const lists = madeLists(11, day, { 1: 40, 3: 40, 6: 60, 7: 40, 8: 60, 9: 30, 10: 12, 11: 8 }, 3);
const plain = asSheets(lists);

const cohorts = ['front-door', 'in-need', 'protection-plan', 'in-care', 'care-leaver', 'adoption', 'missing'];
/** Who is in each cohort, and all that is drawn by, whatever the order of the rows. */
const membersIn = (read: Lists) =>
  cohorts.map((cohort) =>
    membersOf(cohort, read, day)
      .children.map(({ id, values }) => [id, values])
      .sort(([one], [other]) => (String(one) < String(other) ? -1 : 1)),
  );

const each = (change: (list: MadeList) => MadeList): Sheet[] => asSheets(lists.map(change));
const cells = (change: (cell: Cell, heading: string) => Cell) =>
  each((list) => ({
    ...list,
    rows: list.rows.map((row) => row.map((cell, index) => change(cell, list.headings[index] ?? ''))),
  }));
const days = (written: (date: Date) => Cell) => cells((cell) => (cell instanceof Date ? written(cell) : cell));
const [two, month] = [
  (number: number): string => String(number).padStart(2, '0'),
  (date: Date): string => date.toLocaleString('en-GB', { month: 'short', timeZone: 'UTC' }).slice(0, 3),
];

const renamed: Record<string, string> = {
  'Child Unique ID': 'ChildID',
  Gender: 'Sex',
  'Date of Birth': 'DOB',
  'Age of Child (Years)': 'Age',
  'Allocated Team': 'Current team name',
  'Date of Contact': 'Contact Date',
  'Child Protection Plan End Date': 'CP plan: end date',
  'Date Ceased to be Looked After': 'CLA end date (if ceased)',
  'Number of Placements in the Last 12 months': 'No. of placements (12 months)',
};

describe('reading lists in the ways that authorities write them', () => {
  it.each<[string, Sheet[]]>([
    ['sheets named with a space', plain.map((sheet) => ({ ...sheet, name: sheet.name.replace('_', ' ') }))],
    ['sheets named with words beside', plain.map((sheet) => ({ ...sheet, name: `${sheet.name} (final)` }))],
    ['sheets named anyhow, known by their titles', plain.map((sheet, index) => ({ ...sheet, name: `Sheet${index}` }))],
    [
      'sheets named anyhow and without titles, known by their headings',
      plain.map(({ rows }, index) => ({ name: `S${index}`, rows: rows.slice(1) })),
    ],
    [
      'three lines above the headings',
      plain.map((sheet) => ({ ...sheet, rows: [['Ealdham'], [], [null, 'Made on Monday'], ...sheet.rows.slice(1)] })),
    ],
    [
      'headings renamed',
      each((list) => ({ ...list, headings: list.headings.map((heading) => renamed[heading] ?? heading) })),
    ],
    [
      'headings in capitals, with spaces and "(date)" after them',
      each((list) => ({ ...list, headings: list.headings.map((heading) => ` ${heading.toUpperCase()}  (DATE) `) })),
    ],
    [
      'columns the other way round',
      each((list) => ({
        ...list,
        headings: [...list.headings].reverse(),
        rows: list.rows.map((row) => [...row].reverse()),
      })),
    ],
    [
      'further columns',
      each((list) => ({
        ...list,
        headings: ['Notes', ...list.headings, 'Ward', 'Notes'],
        rows: list.rows.map((row) => ['seen', ...row, 'Ward 9', null]),
      })),
    ],
    ['empty rows between', each((list) => ({ ...list, rows: list.rows.flatMap((row) => [[], row, [null, null]]) }))],
    [
      'sheets that are no list beside',
      [
        { name: 'Front_Sheet', rows: [['Lists 1 - 11']] },
        {
          name: 'Guidance',
          rows: [
            ['List', 'Field'],
            ['List 1: Contacts', 'Child Unique ID'],
          ],
        },
        ...plain,
        { name: 'Codes_used', rows: [['Gender', null, 'Ethnicity']] },
      ],
    ],
    [
      'days as 04/03/2015',
      days((date) => `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`),
    ],
    ['days as 4.3.2015', days((date) => `${date.getUTCDate()}.${date.getUTCMonth() + 1}.${date.getUTCFullYear()}`)],
    ['days as 2015-03-04', days((date) => date.toISOString().slice(0, 10))],
    ['days as 4 Mar 2015', days((date) => `${date.getUTCDate()} ${month(date)} ${date.getUTCFullYear()}`)],
    [
      'days as 04/03/2015 00:00:00',
      days((date) => `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()} 00:00:00`),
    ],
    ['days as numbers', days(serialOf)],
    ['days as numbers in text', days((date) => String(serialOf(date)))],
    ['numbers as text', cells((cell) => (typeof cell === 'number' ? String(cell) : cell))],
    ['yes and no as Y and N', cells((cell) => (cell === 'a) Yes' ? 'Y' : cell === 'b) No' ? 'n' : cell))],
    ['yes and no as TRUE and FALSE', cells((cell) => (cell === 'a) Yes' ? true : cell === 'b) No' ? false : cell))],
    ['blank cells as words', cells((cell, heading) => (cell === null && /Date|date/.test(heading) ? 'N/A' : cell))],
  ])('[SA4] finds the same children: %s', async (_, sheets) => {
    const read = await listsOn(sheets);
    expect(read.leftOut).toEqual([]);
    expect(membersIn(read)).toEqual(membersIn(await listsOn(plain)));
  });

  it('[SA4] reads a list a file, Excel and CSV together', async () => {
    const asCsv = ({ headings, rows }: MadeList): Buffer =>
      Buffer.from(
        `\uFEFF${[headings, ...rows].map((row) => row.map((cell) => `"${String(cell instanceof Date ? cell.toISOString().slice(0, 10) : (cell ?? '')).replaceAll('"', '""')}"`).join(',')).join('\r\n')}\r\n`,
      );
    const files = lists.map((list, index): [string, Buffer] =>
      index % 2 === 0 ? [`List ${list.list}.csv`, asCsv(list)] : [`${index}.xlsx`, workbookFile(asSheets([list]))],
    );
    const read = await listsIn(...files);
    expect(read.leftOut).toEqual([]);
    expect(membersIn(read)).toEqual(membersIn(await listsOn(plain)));
  });

  it('[SA4] says which column it took for what, and how many it does not use', async () => {
    const [first] = (await listsOn(plain)).read;
    expect(first).toMatchObject({ list: 1, workbook: 1, sheet: 1, headingRow: 2, further: 1 });
    expect(first?.columns.map(({ word, index }) => [word, index])).toEqual([
      ['id', 0],
      ['sex', 1],
      ['born', 3],
      ['age', 4],
      ['contact', 5],
      ['source', 6],
    ]);
  });

  it('[SA4] counts who is in a cohort on the day: an end to come is none yet, an unborn child is one', async () => {
    const sevens: Cell[][] = [
      ['1', 'b) Female', '', new Date('2015-03-04'), 11],
      ['2', 'Not known', '', '12/01/2027', -1],
      ['3', 'a) Male', '', null, '7.5'],
      ['4', 'a) Male', '', null, null],
    ];
    const ends = [null, '', new Date('2026-11-17'), new Date('2026-11-16')];
    const headings = [
      'Child Unique ID',
      'Gender',
      'Ethnicity',
      'Date of Birth',
      'Age',
      'CP plan end date',
      'Date of last visit',
    ];
    const rows = sevens.map((row, index) => [...row, ends[index] ?? null, null]);
    const { children } = membersOf(
      'protection-plan',
      await listsOn([{ name: 'List 7', rows: [headings, ...rows] }]),
      day,
    );
    expect(children.map(({ id, values }) => [id, values.age])).toEqual([
      ['1', 11],
      ['2', -1],
      ['3', 7],
    ]);
  });
});

describeAgainst('annex-a', 'the sector’s own sample workbooks', () => {
  it.each(filesFrom('annex-a').filter((file) => file.endsWith('.xlsx')))(
    '[SA4] %s is read: eleven lists, each with its headings',
    async (file) => {
      const { read, leftOut, others } = await listsIn([file, readFileSync(oracleAt('annex-a', file))]);
      expect(leftOut).toEqual([]);
      expect(read.map(({ list, headingRow }) => [list, headingRow])).toEqual(
        Array.from({ length: 11 }, (_, index) => [index + 1, 2]),
      );
      expect(others).toBe(4);
      for (const { list, columns } of read)
        if (list < 10 && list > 2) expect(columns.map(({ word }) => word)).toContain('team');
    },
  );
});

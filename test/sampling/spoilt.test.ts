import { describe, expect, it } from 'vitest';
import { membersOf } from '../../src/sampling/cohorts.ts';
import { asSheets, headings, madeLists } from './support/made-lists.ts';
import { listsIn, listsOn } from './support/opened.ts';
import { type Cell, columnLetters, type Sheet, workbookFile } from './support/workbook-file.ts';

const day = '2026-11-16';
const made = madeLists(12, day, { 3: 20, 6: 20, 7: 20, 8: 20, 9: 20 }, 3);
const whole = asSheets(made);

const at = (list: number, heading: string): number => headings[list]?.indexOf(heading) ?? -1;
const cellOf = (list: number, heading: string, row: number): string => `${columnLetters(at(list, heading))}${row}`;
const on = (list: number, change: (sheet: Sheet) => Sheet | Sheet[]): Sheet[] =>
  whole.flatMap((sheet) => (sheet.name === `List_${list}` ? change(sheet) : sheet));

/** These cells in a column of a list, from row 3 on. */
const put = (list: number, heading: string, ...cells: Cell[]): Sheet[] =>
  on(list, (sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row, index) =>
      index >= 2 && index - 2 < cells.length ? row.with(at(list, heading), cells[index - 2] ?? null) : row,
    ),
  }));
const head = (list: number, change: (headings: Cell[]) => Cell[]): Sheet[] =>
  on(list, (sheet) => ({ ...sheet, rows: sheet.rows.map((row, index) => (index === 1 ? change([...row]) : row)) }));
const named = (list: number, name: string): Sheet[] => on(list, (sheet) => ({ ...sheet, name }));

const [id, born, team, ended, visit, moves, ceased] = [
  'Child Unique ID',
  'Date of Birth',
  'Allocated Team',
  'Child Protection Plan End Date',
  'Date of the Last Statutory Visit',
  'Number of Placements in the Last 12 months',
  'Date Ceased to be Looked After',
] as const;
const error = (text: string): Cell => ({ raw: `<c t="e"><v>${text}</v></c>` });
const noId = (list: number, row: number): string =>
  `List ${list}, ${id}, ${cellOf(list, id, row)}: no id of a child, so the row is left out`;
const noDate = (list: number, heading: string, rows: string): string => `List ${list}, ${heading}, ${rows}: not a date`;

/** What is left out by list, column and cell; the rest is read. */
const left: [what: string, sheets: Sheet[], leftOut: string[]][] = [
  ['an id that is blank', put(7, id, null), [noId(7, 3)]],
  ['an id of spaces', put(7, id, '   '), [noId(7, 3)]],
  ['an id that is an error', put(7, id, error('#N/A')), [noId(7, 3)]],
  ['an id that is the words of an error', put(7, id, '#REF!'), [noId(7, 3)]],
  ['an id that says n/a', put(7, id, 'n/a'), [noId(7, 3)]],
  ['an id that is a day', put(7, id, new Date('2015-03-04')), [noId(7, 3)]],
  ['an id that lost digits', put(7, id, 2 ** 60), [noId(7, 3)]],
  [
    'the headings a second time',
    on(7, (sheet) => ({ ...sheet, rows: [...sheet.rows, [...(headings[7] ?? [])]] })),
    [`List 7, ${id}, A23: no id of a child, so the row is left out`],
  ],
  [
    'a line of totals beneath',
    on(7, (sheet) => ({ ...sheet, rows: [...sheet.rows, [null, 'Total', 20]] })),
    [noId(7, 23)],
  ],
  ['a day in words', put(7, born, 'last spring'), [noDate(7, born, 'D3')]],
  ['a day that there is not', put(7, born, '31/02/2015'), [noDate(7, born, 'D3')]],
  ['a day with the month first', put(7, born, '03/25/2015'), [noDate(7, born, 'D3')]],
  ['a day long ago', put(7, born, '04/03/0215'), [noDate(7, born, 'D3')]],
  ['a year alone', put(7, born, 2015.5, '2015'), [noDate(7, born, 'D4')]],
  ['a year of one digit', put(7, born, '4/3/5'), [noDate(7, born, 'D3')]],
  ['a day that is an error', put(7, born, error('#VALUE!')), [noDate(7, born, 'D3')]],
  ['a day that is yes', put(7, born, true), [noDate(7, born, 'D3')]],
  ['a number of days beyond all years', put(7, born, 9_999_999), [noDate(7, born, 'D3')]],
  ['a number of days below none', put(7, born, -40), [noDate(7, born, 'D3')]],
  ['several days in one cell', put(7, born, '04/03/2015, 05/03/2015'), [noDate(7, born, 'D3')]],
  ['many days one after the other', put(7, visit, 'no', 'x', new Date(day), 'y'), [noDate(7, visit, 'J3 to J4, J6')]],
  ['an age in words', put(8, 'Age of Child (Years)', 'seven'), ['List 8, Age of Child (Years), E3: not a number']],
  ['an age of hashes', put(8, 'Age of Child (Years)', '####'), ['List 8, Age of Child (Years), E3: not a number']],
  ['a number with a unit', put(8, moves, '3 moves'), [`List 8, ${moves}, ${cellOf(8, moves, 3)}: not a number`]],
  [
    'a number that is a day',
    put(8, moves, new Date('2026-01-03')),
    [`List 8, ${moves}, ${cellOf(8, moves, 3)}: not a number`],
  ],
  ['a number that is a range', put(8, moves, '2-3'), [`List 8, ${moves}, ${cellOf(8, moves, 3)}: not a number`]],
  [
    'neither yes nor no',
    put(7, 'Was the Child Seen Alone?', 'sometimes'),
    ['List 7, Was the Child Seen Alone?, K3: neither yes nor no'],
  ],
  ['a team that is an error', put(7, team, error('#REF!')), [`List 7, ${team}, P3: not readable`]],
  ['a team that is a day', put(7, team, new Date(day)), [`List 7, ${team}, P3: not readable`]],
  [
    'two columns of one heading',
    head(7, (row) => [...row, born]),
    [`List 7, ${born}: columns D and R fit alike, so none is taken`],
  ],
  [
    'two columns that are called a team',
    head(7, (row) => row.with(15, 'Team').with(16, 'Current team')),
    [`List 7, ${team}: columns P and Q fit alike, so none is taken`],
  ],
  [
    'two columns of ids',
    head(7, (row) => [...row, id]),
    ['workbook 1, sheet 3, List 7: two columns fit "Child Unique ID", so nothing is read'],
  ],
  [
    'no column of ids',
    head(7, (row) => row.with(0, 'Row')),
    ['workbook 1, sheet 3: List 7 has no row of headings with "Child Unique ID" among its first 20'],
  ],
  [
    'no headings',
    on(7, (sheet) => ({ ...sheet, rows: sheet.rows.slice(2) })),
    ['workbook 1, sheet 3: List 7 has no row of headings with "Child Unique ID" among its first 20'],
  ],
  [
    'an empty sheet',
    on(7, (sheet) => ({ ...sheet, rows: [] })),
    ['workbook 1, sheet 3: List 7 has no row of headings with "Child Unique ID" among its first 20'],
  ],
  [
    'headings far down',
    on(7, (sheet) => ({ ...sheet, rows: [...Array.from({ length: 25 }, () => ['Note']), ...sheet.rows] })),
    ['workbook 1, sheet 3: List 7 has no row of headings with "Child Unique ID" among its first 20'],
  ],
  [
    'a list twice',
    on(7, (sheet) => [sheet, { ...sheet, name: 'List 7 (old)' }]),
    ['List 7 stands in workbook 1, sheet 3 and in workbook 1, sheet 4: leave one of them out. Neither is read'],
  ],
  [
    'a list under the name of another',
    named(7, 'List 9 again'),
    [
      'workbook 1, sheet 3: it says that it is List 9, and its headings are those of List 7. Name the sheet as what it is, such as "List 6"',
    ],
  ],
  [
    'a list without a name, headed like none',
    on(7, ({ rows }) => ({ name: 'Data', rows: rows.slice(1).map((row) => row.slice(0, 5)) })),
    ['workbook 1, sheet 3: its headings are of no list that is known. Name the sheet as what it is, such as "List 6"'],
  ],
  [
    'a list without a name, headed like two',
    on(7, () => ({
      name: 'Data',
      rows: [[id, 'Gender', born, 'Latest review date', 'Last visit date', 'Contact Source', 'Contact date']],
    })),
    [
      'workbook 1, sheet 3: its headings fit List 1 and of List 7 and of List 8 alike. Name the sheet as what it is, such as "List 6"',
    ],
  ],
];

describe('a workbook with something spoilt in it', () => {
  it.each(left)('[SA5] is read, and what was left out is named: %s', async (_, sheets, leftOut) => {
    const lists = await listsOn(sheets);
    expect(lists.leftOut).toEqual(leftOut);
    expect(lists.read.map(({ list }) => list)).toEqual(expect.arrayContaining([3, 6, 8]));
    expect(membersOf('in-care', lists, day).children.length).toBeGreaterThan(5);
  });

  it.each<[what: string, sheets: Sheet[], cohort: string, leftOut: RegExp]>([
    [
      'an end that cannot be read',
      put(7, ended, 'soon'),
      'protection-plan',
      /^List 7, row 3: whether this child is in protection-plan cannot be read, so it is left out$/,
    ],
    [
      'an end of care that cannot be read',
      put(8, ceased, '?'),
      'in-care',
      /^List 8, row 3: whether this child is in in-care cannot be read/,
    ],
    [
      'a list that is not there',
      whole,
      'front-door',
      /^front-door is without some of its children: List 1 is not among what was read$/,
    ],
  ])('[SA5] leaves out whom it cannot place, and says so: %s', async (_, sheets, cohort, words) => {
    expect(membersOf(cohort, await listsOn(sheets), day).leftOut[0]).toMatch(words);
  });

  it.each<[what: string, sheets: Sheet[], cohort: string, words: RegExp]>([
    [
      'no end of plans',
      head(7, (row) => row.with(at(7, ended), 'Notes')),
      'protection-plan',
      /List 7 has no column for plan-end/,
    ],
    ['no list of care leavers', on(9, () => []), 'care-leaver', /List 9 is not among what was read/],
  ])('[SA5] is refused for a cohort that it does not tell: %s', async (_, sheets, cohort, words) => {
    const lists = await listsOn(sheets);
    expect(() => membersOf(cohort, lists, day)).toThrow(words);
  });
});

const excel = workbookFile(whole);
/** Files that are no lists, with what is said of each. */
const refused: [what: string, bytes: Buffer, words: RegExp][] = [
  ['nothing in it', Buffer.alloc(0), /it is empty/],
  ['half a workbook', excel.subarray(0, excel.length / 2), /it is damaged. Open it in Excel and save it again/],
  [
    'a workbook with holes',
    Buffer.from(excel.map((byte, index) => (index > 400 && index < 3000 ? 0 : byte))),
    /it is damaged/,
  ],
  ['a workbook without a sheet', workbookFile([]), /it is damaged/],
  ['an archive of something else', Buffer.from('504b0304140000000000', 'hex'), /it is damaged/],
  [
    'an old or locked workbook',
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    /it is of an old Excel or locked by a password/,
  ],
  [
    'an OpenDocument sheet',
    Buffer.from(
      'PK\u0003\u0004\u0014\u0000\u0000\u0000mimetypeapplication/vnd.oasis.opendocument.spreadsheet',
      'latin1',
    ),
    /it is an OpenDocument sheet/,
  ],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), /neither an Excel workbook nor text in UTF-8/],
  [
    'text of another encoding',
    Buffer.from('Child Unique ID,Gender\r\n1,Zo\u00EB', 'latin1'),
    /neither an Excel workbook nor text in UTF-8/,
  ],
  [
    'text in UTF-16',
    Buffer.from('\uFEFFChild Unique ID,Gender', 'utf16le'),
    /neither an Excel workbook nor text in UTF-8/,
  ],
  [
    'a quotation mark alone',
    Buffer.from('Child Unique ID,Gender,Date of Birth\r\n1,"b) Female,04/03/2015\r\n'),
    /has a quotation mark/,
  ],
  [
    'a cell that says nothing',
    workbookFile(put(7, born, { raw: '<c t="s"><v>99999</v></c>' })),
    /row 3, column 4, is damaged|it is damaged/,
  ],
];

describe('a file that is no workbook', () => {
  it.each(refused)('[SA5] is refused with what would be right: %s', async (_, bytes, words) => {
    await expect(listsIn(['lists.xlsx', bytes])).rejects.toThrow(words);
  });

  it('[SA5] or has no list in it, so that nothing can be drawn', async () => {
    const lists = await listsIn(['notes.csv', Buffer.from('Dear all;\nsee below\n')]);
    expect(lists).toMatchObject({ read: [], leftOut: [], others: 1 });
  });

  it('[SA5] is one of fifty and more', () => {
    expect(left.length + refused.length).toBeGreaterThanOrEqual(50);
  });
});

import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { recordedIn } from '../reports/whole-record.ts';
import { aFolder } from '../store/opened.ts';
import { fillIn, judge, page, record, storedOf, told } from '../support/acts.ts';
import { type Fortnight, northmoor, openNorthmoor } from '../support/fortnight.ts';
import { sheetsIn } from '../support/office.ts';
import { aDatabase } from '../support/postgres.ts';
import { asked } from './asked.ts';

type Cells = readonly (readonly string[])[];

const csvOf = async (rows: Cells): Promise<string> => {
  const file = join(await aFolder(), 'table.csv');
  await writeFile(file, rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n'));
  return file;
};

/** A workbook whose second sheet has the table under a title. */
const workbookOf = async (rows: Cells): Promise<string> => {
  const file = join(await aFolder(), 'table.xlsx');
  const cells = (all: Cells) => all.map((row) => row.map((value) => (value === '' ? {} : { value, type: String })));
  const sheets = [
    { sheet: 'Read me', data: cells([['Nothing here']]) },
    { sheet: 'Comments', data: cells([['Northmoor'], [], ...rows]) },
  ];
  await writeFile(file, await writeExcelFile(sheets).toBuffer());
  return file;
};

const said = (fortnight: Fortnight, ...words: string[]) => asked(words, { DATA_DIR: fortnight.folder });

const comments = [
  ['Paragraph', 'Comment', 'Evidence offered', 'Raised by'],
  ['14', '=1+1 is two, the draft says three', 'The log', 'KD'],
  ['', 'So is the sentence after it', '', ''],
  ['', '', '', ''],
  ['16', '“Never” is too much', '', ''],
];
const plan = [
  ['Number', 'Owner', 'Milestones'],
  ['A-001', 'The head of service', 'A rota'],
];

describe('taking in what the authority sends, on the command line', () => {
  it.each([
    ['CSV', csvOf],
    ['Excel', workbookOf],
  ])('[AC1] takes comments as %s beside the running app, and notes it', async (_, fileOf) => {
    const fortnight = await openNorthmoor();
    const file = await fileOf(comments);
    const { code, printed } = await said(fortnight, 'comments', northmoor, file, '--received', '2013-11-18');
    expect([code, printed]).toEqual([
      0,
      [`3 of 3 rows are taken into ${northmoor}.`, 'Nothing was read of the column “Raised by”.'],
    ]);
    expect(await storedOf(fortnight, 'CommentReceived')).toMatchObject([
      { item: 'D-001', text: '=1+1 is two, the draft says three', receivedOn: '2013-11-18', due: '2013-11-25' },
      { paragraph: '14' },
      { paragraph: '16', offered: null },
    ]);
    expect(told(await judge(fortnight, 'observer', 'comments'))).toContain('3 to be answered');
    expect(await readFile(join(fortnight.folder, 'operations.log'), 'utf8')).toContain('"did":"comments"');
    const again = await said(fortnight, 'comments', northmoor, file, '--received', '2013-11-18');
    expect(again.printed[0]).toBe(`0 of 3 rows are taken into ${northmoor}; 3 were there already.`);
  });

  it('[SP2] [SP1] takes the plan in while the app is stopped, from the shell that it gave', async () => {
    const fortnight = await openNorthmoor();
    await record(fortnight, 'inspector', 'help - Visits are late');
    const recommendation = { 'What must be done?': 'See every child on time', 'How soon?': 'area-for-improvement' };
    await fillIn(fortnight, 'inspector', 'recommend e-1', recommendation);
    const to = join(await aFolder(), 'shell');
    const shell = await said(fortnight, 'plan', northmoor, '--to', to);
    expect(shell.printed[0]).toContain(`${northmoor}.plan.docx and ${northmoor}.plan.xlsx is in ${to}`);
    const [head = [], first = []] = sheetsIn(await readFile(join(to, `${northmoor}.plan.xlsx`))).get('Plan') ?? [];
    const filled = first.map((cell, place) => (head[place] === 'Milestones' ? 'A rota' : cell));
    const file = await workbookOf([head, filled]);
    await fortnight.restart(async () => {
      expect((await said(fortnight, 'plan', northmoor, file, '--received', '2013-11-19')).code).toBe(0);
    });
    expect(await storedOf(fortnight, 'PlanReceived')).toMatchObject([
      { recommendation: 'A-001', says: { milestones: 'A rota' }, draft: false },
    ]);
    expect(told(await judge(fortnight, 'lead', 'plan'))).toContain('N-001 · to A-001 · not judged yet');
  });

  it('[AC5] writes the answers as Word and Excel, beside the running app', async () => {
    const fortnight = await openNorthmoor();
    await said(fortnight, 'comments', northmoor, await csvOf(comments), '--received', '2013-11-18');
    const answer = { 'What came of it?': 'accepted', 'Why?': 'It is', 'Words as changed': 'Two' };
    expect(page(await fillIn(fortnight, 'lead', 'comments answer D-001', answer))).toContain('accepted');
    const to = join(await aFolder(), 'answers');
    expect((await said(fortnight, 'comments', northmoor, '--to', to)).code).toBe(0);
    expect(readdirSync(to).sort()).toEqual([`${northmoor}.comments.docx`, `${northmoor}.comments.xlsx`]);
    const [, first] = sheetsIn(await readFile(join(to, `${northmoor}.comments.xlsx`))).get('Comments') ?? [];
    expect(first?.slice(0, 3)).toEqual(['D-001', '14', '=1+1 is two, the draft says three']);
  });

  it('[AC2] says why not, and keeps nothing', async () => {
    const fortnight = await openNorthmoor();
    const file = await csvOf(comments);
    for (const [words, code, why] of [
      [['comments', northmoor], 2, 'Say which workbook or CSV file'],
      [['comments', northmoor, '/nowhere/table.csv'], 1, 'can not be read'],
      [['comments', northmoor, await csvOf(plan)], 1, 'no row of headings with “Paragraph”, “Comment”'],
      [
        [
          'comments',
          northmoor,
          await csvOf([
            ['Paragraph', 'Comment'],
            ['1', 'a'],
            ['2', 'See 943 476 5919'],
          ]),
        ],
        1,
        'Row 3:',
      ],
      [['comments', 'southmoor-2013-11-19', file], 1, 'There is no inspection southmoor-2013-11-19'],
      [['comments', northmoor, file, '--received', 'yesterday'], 2, '"yesterday" is not a day'],
      [
        ['plan', northmoor, await csvOf(plan), '--received', '2013-11-19'],
        1,
        'Row 2: It names no recommendation that stands',
      ],
    ] as const) {
      const came = await said(fortnight, ...words);
      expect([came.code, came.complained.join(' ')]).toEqual([code, expect.stringContaining(why)]);
    }
    expect(await storedOf(fortnight, 'CommentReceived')).toEqual([]);
  });

  it('[AC1] [AC5] does both in PostgreSQL, where the app may run beside it', async () => {
    const address = await aDatabase();
    await recordedIn(address, { restricted: false });
    const settings = { DATABASE_URL: address };
    const taken = await asked(['comments', northmoor, await csvOf(comments)], settings);
    expect([taken.code, taken.complained]).toEqual([0, []]);
    const to = join(await aFolder(), 'answers');
    expect((await asked(['comments', northmoor, '--to', to], settings)).code).toBe(0);
    expect(sheetsIn(await readFile(join(to, `${northmoor}.comments.xlsx`))).get('Comments')).toHaveLength(4);
  });
});

import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { drawnOf, readPlan, writePlan } from '../../src/sampling/plan.ts';
import { aldermereAsked, aldermereLists, aldermerePlan, aldermereWorkbook } from '../sampling/support/aldermere.ts';
import { asSheets, type MadeList, madeLists } from '../sampling/support/made-lists.ts';
import { type Cell, workbookFile } from '../sampling/support/workbook-file.ts';
import { afterTheTest } from '../support/closing.ts';
import { frameworksFolder } from '../support/frameworks.ts';
import { asked } from './asked.ts';

const folderOf = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'sample-'));
  afterTheTest(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

const lists = madeLists(3, '2026-11-16', { 1: 90, 3: 80, 4: 60, 5: 40, 6: 120, 7: 60, 8: 90, 9: 50, 10: 9 }, 4);
const plan = ['--plan', 'front-door=6 protection-plan=4 in-care=6 care-leaver=4', '--day', '2026-11-16'];
const rules = ['--rule', 'strata by team, age band, sex', '--rule', 'oversample in-care to 3 where placements >= 3'];

/** Draws from these lists as `sample` does, in a folder of its own. */
const drawing = async (from: readonly MadeList[], more: readonly string[] = [...rules, '--reserves', '2']) => {
  const folder = folderOf();
  const place = (name: string): string => join(folder, name);
  writeFileSync(place('lists.xlsx'), workbookFile(asSheets(from)));
  const out = ['--key', place('key.csv'), '--out', place('plan.txt')];
  const answer = await asked(['sample', place('lists.xlsx'), ...plan, '--seed', 'heron and ferry', ...more, ...out]);
  const text = (name: string): string => readFileSync(place(name), 'utf8');
  return { ...answer, folder, place, text };
};

const drawnIn = (text: string) => {
  const read = readPlan(text);
  if ('wrong' in read) throw new Error(read.wrong);
  return read;
};

describe('drawing cases from the lists', () => {
  it('[SA6] writes a plan and a key, the key for its owner alone, and says what was drawn of how many', async () => {
    const { code, printed, complained, text, place, folder } = await drawing(lists);
    expect([code, complained]).toEqual([0, []]);
    const { cases, reserves } = drawnOf(drawnIn(text('plan.txt')));
    expect([cases.length, reserves.length]).toEqual([20, 8]);
    expect(cases.filter(({ rule }) => rule === 1)).toHaveLength(3);
    const key = text('key.csv').trimEnd().split('\r\n');
    expect(key.slice(1).map((row) => row.split(',')[0])).toEqual(
      [...cases, ...reserves].map(({ reference }) => reference),
    );
    expect(new Set(key.slice(1).map((row) => row.split(',')[2])).size).toBe(28);
    expect(statSync(place('key.csv')).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).sort()).toEqual(['key.csv', 'lists.xlsx', 'plan.txt']);
    expect(printed.join('\n')).toMatch(
      /care-leaver: 4 of 50, drawn at random, spread over team, age band, sex. 2 reserves./,
    );
    expect(printed.join('\n')).toMatch(/3 of the 6 are of the \d+ whom it fits/);
  });

  it('[SA6] writes over nothing, and neither of both where one cannot be written', async () => {
    const { place, text } = await drawing(lists);
    const before = text('key.csv');
    const again = ['sample', place('lists.xlsx'), ...plan, '--key'];
    for (const [key, out] of [
      ['key.csv', 'other.txt'],
      ['other.csv', 'plan.txt'],
    ] as const) {
      const { code, complained } = await asked([...again, place(key), '--out', place(out)]);
      expect([code, complained.join()]).toEqual([
        1,
        expect.stringMatching(/there is such a file already. Nothing was written/),
      ]);
    }
    expect(text('key.csv')).toBe(before);
    expect(readdirSync(place('.')).sort()).toEqual(['key.csv', 'lists.xlsx', 'plan.txt']);
  });

  it('[SA6] keeps the key out of the folder of records', async () => {
    const { place } = await drawing(lists);
    const records = place('records');
    mkdirSync(join(records, 'inner'), { recursive: true });
    for (const key of [join(records, 'key.csv'), join(records, 'inner', 'key.csv')]) {
      const again = ['sample', place('lists.xlsx'), ...plan, '--key', key, '--out', place('other.txt')];
      const { code, complained } = await asked(again, { FRAMEWORKS_DIR: frameworksFolder, DATA_DIR: records });
      expect([code, complained[0]]).toEqual([2, expect.stringMatching(/may not be in the folder of records/)]);
    }
  });

  const asText = (cell: Cell): Cell =>
    cell instanceof Date ? cell.toISOString().slice(0, 10).split('-').reverse().join('/') : cell;
  const turned = (row: readonly Cell[]): Cell[] => [...row].reverse();
  it.each<[string, (list: MadeList) => MadeList]>([
    ['rows in another order', (list) => ({ ...list, rows: [...list.rows].reverse() })],
    ['every row twice', (list) => ({ ...list, rows: list.rows.flatMap((row) => [row, row]) })],
    [
      'columns in another order',
      ({ headings, rows, list }) => ({ list, headings: [...headings].reverse(), rows: rows.map(turned) }),
    ],
    ['days as text', (list) => ({ ...list, rows: list.rows.map((row) => row.map(asText)) })],
  ])('[SA2] draws the same from %s, but for the file’s own sum', async (_, other) => {
    const [one, two] = [await drawing(lists), await drawing(lists.map(other))];
    const withoutSum = (text: string): string => text.replace(/^(workbook|check): .*$/gm, '');
    expect(withoutSum(two.text('plan.txt'))).toBe(withoutSum(one.text('plan.txt')));
    const children = (text: string): string[] => text.split('\r\n').map((row) => row.split(',').slice(0, 4).join());
    expect(children(two.text('key.csv'))).toEqual(children(one.text('key.csv')));
  });

  it('[SA2] draws no child twice, though it is in two cohorts', async () => {
    const { text } = await drawing(lists, [
      '--plan',
      'disabled=4 missing=5 in-care=20 fostering=20 in-need=20 front-door=20',
    ]);
    const children = text('key.csv')
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((row) => row.split(',')[2]);
    expect(new Set(children).size).toBe(children.length);
  });

  it('[SA9] says that there are no more, and how many children there are only from six on', async () => {
    const few = madeLists(5, '2026-11-16', { 8: 90, 9: 4 });
    const folder = folderOf();
    writeFileSync(join(folder, 'few.xlsx'), workbookFile(asSheets(few)));
    const files = ['--key', join(folder, 'key'), '--out', join(folder, 'plan')];
    const { printed } = await asked([
      'sample',
      join(folder, 'few.xlsx'),
      '--plan',
      'care-leaver=6 in-care=3',
      ...files,
    ]);
    expect(printed.join('\n')).toMatch(/care-leaver: 4 of fewer than 6, .* 6 were planned; there are no more./);
    expect(printed.join(' ').replace(/\s+/g, ' ')).toMatch(
      /List 9, .* Rows: fewer than 6; each once: fewer than 6. Columns/,
    );
    expect(drawnIn(readFileSync(join(folder, 'plan'), 'utf8')).sizes[0]).toEqual({ cohort: 'care-leaver', size: null });
    const sizes = await asked(['sample', join(folder, 'few.xlsx'), '--sizes']);
    expect(sizes.printed).toContain('  care-leaver: fewer than 6');
    expect(sizes.printed.join(' ').replace(/\s+/g, ' ')).toMatch(
      /Which children are in front-door cannot be told: List 1 is not among/,
    );
  });

  it.each([
    [['--plan', 'in-care=ten'], '"in-care=ten" in --plan is not of the form in-care=10.'],
    [
      ['--plan', 'exploitation=3'],
      /"exploitation" in --plan is no cohort that can be drawn from. There is front-door,/,
    ],
    [['--plan', 'in-care=3', '--tracked', 'in-care=4'], '--tracked has more of in-care than --plan.'],
    [['--plan', 'in-care=3', '--seed', 'born 3 March 2014'], /looks like a date/],
    [['--plan', 'in-care=3', '--day', 'today'], '--day is such as 2026-11-16, not "today".'],
    [['--plan', 'in-care=3', '--reserves', 'some'], '--reserves takes a number, not "some".'],
    [
      ['--plan', 'in-care=3', '--rule', 'oversample in-need where age < 5'],
      '"oversample in-need where age < 5": nothing is drawn of in-need.',
    ],
    [['--plan', 'protection-plan=3'], /^Which children are in protection-plan cannot be told: List 7 is not among/],
  ])('[SA3] refuses %j with what would be right, and writes nothing', async (wrong, words) => {
    const folder = folderOf();
    writeFileSync(
      join(folder, 'lists.xlsx'),
      workbookFile(asSheets(lists.filter(({ list }) => list === 8 || list === 6))),
    );
    const files = ['--key', join(folder, 'key'), '--out', join(folder, 'plan')];
    const { code, complained } = await asked(['sample', join(folder, 'lists.xlsx'), ...wrong, ...files]);
    expect(code).not.toBe(0);
    expect(complained[0]).toMatch(words);
    expect(readdirSync(folder)).toEqual(['lists.xlsx']);
  });
});

describe('drawing a plan again', () => {
  it('[SA7] confirms it from the same files, and from no others', async () => {
    const { place, text } = await drawing(lists);
    const check = (...files: string[]) => asked(['sample', '--check', place('plan.txt'), ...files]);
    expect(await check(place('lists.xlsx'))).toEqual({
      code: 0,
      printed: ['Drawn again from the same workbooks: the same 20 cases and 8 reserves.'],
      complained: [],
    });
    writeFileSync(place('later.xlsx'), workbookFile(asSheets(madeLists(4, '2026-11-16', { 8: 90 }))));
    expect((await check(place('later.xlsx'))).complained[0]).toMatch(
      /^Workbook 1 is not the one that the plan was drawn from/,
    );
    expect((await check(place('lists.xlsx'), place('later.xlsx'))).code).toBe(1);
    writeFileSync(place('plan.txt'), text('plan.txt').replace('C-004', 'C-400'));
    expect((await check(place('lists.xlsx'))).complained[0]).toMatch(/^Line \d+ of the plan: .* not as it was written/);
  });

  it('[SA7] says what differs in a plan that somebody made to look drawn', async () => {
    const { place, text } = await drawing(lists);
    const read = drawnIn(text('plan.txt'));
    const cases = read.cases.map((each) => (each.reference === 'C-012' ? { ...each, team: 'Z' } : each));
    writeFileSync(place('plan.txt'), writePlan({ ...read, cases }));
    const { code, complained } = await asked(['sample', '--check', place('plan.txt'), place('lists.xlsx')]);
    expect([code, complained]).toEqual([1, ['Drawn again, it is not the same: C-012.']]);
    writeFileSync(place('plan.txt'), writePlan({ ...read, seed: 'another' }));
    expect((await asked(['sample', '--check', place('plan.txt'), place('lists.xlsx')])).code).toBe(1);
    writeFileSync(place('plan.txt'), writePlan({ ...read, method: { ...read.method, version: 2 } }));
    const later = await asked(['sample', '--check', place('plan.txt'), place('lists.xlsx')]);
    expect(later.complained[0]).toMatch(/drawn by ranked-systematic 2; this Fortnight draws by ranked-systematic 1/);
  });

  it('[SA7] holds for Aldermere’s sample, from the workbook made for it', async () => {
    const folder = folderOf();
    expect(readFileSync(aldermereWorkbook).equals(aldermereLists())).toBe(true);
    const files = [join(folder, 'key'), join(folder, 'plan')] as const;
    expect((await asked(aldermereAsked(aldermereWorkbook, ...files))).code).toBe(0);
    expect(readFileSync(files[1], 'utf8')).toBe(readFileSync(aldermerePlan, 'utf8'));
    const { code, printed } = await asked(['sample', '--check', aldermerePlan, aldermereWorkbook]);
    expect([code, printed]).toEqual([0, ['Drawn again from the same workbooks: the same 35 cases and 10 reserves.']]);
  });
});

describe('what stands in the lists', () => {
  /** Ids, days of birth in every form, teams, workers, advisers, postcodes, families, placements: all that could be somebody. */
  const tellingOf = (from: readonly MadeList[]): string[] => {
    const telling = new Set<string>();
    for (const { headings, rows } of from)
      for (const row of rows)
        for (const [index, cell] of row.entries()) {
          const heading = headings[index] ?? '';
          if (/identifier|Unique ID|Allocated|postcode|URN|Organisation/.test(heading) && cell !== null)
            telling.add(String(cell));
          if (/Date of Birth/.test(heading) && cell instanceof Date) {
            const [year, month, day] = cell.toISOString().slice(0, 10).split('-');
            for (const form of [`${year}-${month}-${day}`, `${day}/${month}/${year}`, `${month}/${day}/${year}`])
              telling.add(form);
            telling.add(String(cell.getTime() / 86_400_000 + 25_569));
          }
        }
    return [...telling];
  };

  const spoilt = lists.map((list) => ({
    ...list,
    rows: list.rows.map((row, index) =>
      index % 9 === 0
        ? row.map((cell) => (cell instanceof Date ? `about ${cell.getFullYear()} Quillfeather` : cell))
        : row,
    ),
  }));

  it('[SA8] is in nothing that is written but the key: not in plan, output, errors, nor any file left behind', async () => {
    const telling = tellingOf(spoilt);
    expect(telling.length).toBeGreaterThan(500);
    const folder = folderOf();
    const scratch = join(folder, 'scratch');
    mkdirSync(scratch);
    vi.stubEnv('TMPDIR', scratch);
    afterTheTest(() => void vi.unstubAllEnvs());
    const { printed, complained, text, place, folder: drawn } = await drawing(spoilt);
    const more = [
      await asked(['sample', place('lists.xlsx'), '--sizes', '--json']),
      await asked(['sample', '--check', place('plan.txt'), place('lists.xlsx')]),
      await asked(['sample', place('lists.xlsx'), ...plan, '--key', place('key.csv'), '--out', place('plan.txt')]),
      await asked([
        'sample',
        place('lists.xlsx'),
        ...plan,
        '--rule',
        'oversample in-care where worker = 3',
        '--key',
        place('k'),
        '--out',
        place('p'),
      ]),
    ];
    copyFileSync(place('lists.xlsx'), place('damaged.xlsx'));
    writeFileSync(place('damaged.xlsx'), readFileSync(place('lists.xlsx')).subarray(0, 9000));
    more.push(await asked(['sample', place('damaged.xlsx'), '--sizes']));
    const left = readdirSync(drawn, { recursive: true }).map(String);
    expect(left.filter((file) => !/^(key.csv|plan.txt|(lists|damaged).xlsx|scratch)$/.test(file))).toEqual([]);
    const said = [
      text('plan.txt'),
      ...printed,
      ...complained,
      ...more.flatMap((each) => [...each.printed, ...each.complained]),
    ].join('\n');
    expect(said).toContain('not a date');
    expect(telling.filter((value) => said.includes(value))).toEqual([]);
    expect(said).not.toMatch(/Quillfeather|Xylo|ZQ\d/);
    expect(text('key.csv')).toMatch(/ZQ\d+/);
  });
});

import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { excel } from '../../src/reports/excel.ts';
import { type Unmade, unmade } from '../../src/reports/files.ts';
import { markdown } from '../../src/reports/markdown.ts';
import { entriesOf } from '../../src/reports/record.ts';
import { rendered } from '../../src/reports/rendered.ts';
import type { Block, Paper, Words } from '../../src/reports/tree.ts';
import { cellWords, itemsSaid, plainWords } from '../../src/reports/tree.ts';
import { word } from '../../src/reports/word.ts';
import { aFolder } from '../store/opened.ts';
import { holidays } from '../support/holidays.ts';
import { hostile, paperOf, tableOf } from '../support/hostile.ts';
import { paragraphsIn, partsOf, readXml, sheetsIn, wordsIn } from '../support/office.ts';
import { northmoor, openedIn, recordedIn } from './whole-record.ts';

/** How a paper and a workbook are to be made of a record in which everything stands that a record can hold. */
const whole = async (): Promise<Unmade[]> => {
  const folder = await aFolder();
  await recordedIn(folder, { restricted: true });
  const { store, inspections } = await openedIn(folder);
  const [ordinary, restricted] = [await inspections.copyOf(northmoor), await inspections.copyOfRestricted(northmoor)];
  await inspections.close();
  await store.close();
  if (!ordinary || !restricted) throw new Error('There is no record');
  return unmade(
    { to: 'a person', id: northmoor, ordinary: ordinary.bytes, restricted: restricted.bytes, holidays },
    { ordinary: entriesOf(ordinary.bytes), restricted: entriesOf(restricted.bytes) },
  );
};

let files: Unmade[];
let paper: Paper;
beforeAll(async () => {
  files = await whole();
  const [first] = files;
  if (!first || !('word' in first)) throw new Error('There is no paper');
  paper = first.word;
});

const flat = (words: Words): string =>
  plainWords(words)
    .replace(/\s*\n\s*/g, ' ')
    .trim();

/** Everything that a tree says, in its order. */
const saidBy = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block): string[] => {
    if ('heading' in block) return [flat(block.heading)];
    if ('paragraph' in block)
      return [`${block.number === undefined ? '' : `${block.number}.`}${flat(block.paragraph)}`];
    if ('note' in block) return [flat(block.note)];
    if ('quote' in block) return [block.quote];
    if ('verbatim' in block) return [block.verbatim];
    if ('table' in block) {
      const { columns, rows } = block.table;
      return [...columns.map(({ head }) => head), ...rows.flat().map((cell) => flat(cellWords(cell)))];
    }
    return itemsSaid(block.list).flatMap((item) =>
      typeof item === 'object' && 'line' in item ? [flat(item.line), ...saidBy(item.under)] : [flat(item)],
    );
  });

describe('a paper', () => {
  it('[PA1] says the same as Word file as in its tree, word for word and in order', async () => {
    const paragraphs = paragraphsIn(await word(paper)).map(({ words }) => words.trim());
    const expected = [paper.title, ...saidBy(paper.blocks)].filter(Boolean);
    const made = paragraphs.slice(0, -2).filter(Boolean);
    expect(made).toEqual(expected.map((words) => words.trim()));
    expect(made.length).toBeGreaterThan(200);
  });

  it('[PA1] says the same as Markdown, once its signs are taken for what they mean', () => {
    const plain = [...markdown(paper)].join('').replace(/\\(?=[^u])|^[ >]*|\*\*| +$|&#32;/gm, '');
    const missing = saidBy(paper.blocks)
      .flatMap((words) => words.split('\n'))
      .map((line) => line.replace(/\*\*/g, '').trim())
      .filter((line) => !plain.includes(line));
    expect(missing).toEqual([]);
  });

  it('[PA2] has a title, a language, and headings of which none is left out on the way down', async () => {
    const file = await word(paper);
    const parts = partsOf(file);
    expect(parts.get('docProps/core.xml')).toContain('<dc:title>Northmoor: inspection record</dc:title>');
    expect(parts.get('word/styles.xml')).toContain('<w:lang w:val="en-GB"');
    for (const each of files.flatMap((made) => ('word' in made ? [made.word] : []))) {
      const levels = paragraphsIn(await word(each)).flatMap(({ style }) => style.match(/^Heading(\d)$/)?.[1] ?? []);
      const leaps = levels.filter((level, place) => Number(level) > Number(levels[place - 1] ?? 0) + 1);
      expect([levels.length > 0, leaps]).toEqual([true, []]);
    }
  });

  it('[PA2] repeats the head of a table on each page, and shades a grade beside its word', async () => {
    const document = partsOf(await word(paper)).get('word/document.xml') ?? '';
    expect(document).toContain('<w:tblHeader/>');
    expect(document).toMatch(/w:fill="DCEFD8".{0,400}Good 🟩/);
  });

  it('[PA3] says at the foot of each page how it stands, which page it is and where the record stood', async () => {
    const [standing, record] = paragraphsIn(await word(paper)).slice(-2);
    expect(standing?.words).toMatch(/^SIGNED OFF/);
    expect(record?.words).toMatch(/^Record \d+:[0-9a-f]{64}$/);
    expect(partsOf(await word(paper)).get('word/footer1.xml')).toMatch(/PAGE.*NUMPAGES/);
  });

  it('[PA4] numbers what is cited', async () => {
    const numbered = paperOf([{ paragraph: 'Visits were late.', number: 12 }]);
    expect(paragraphsIn(await word(numbered))[1]).toEqual({ style: 'Numbered', words: '12.Visits were late.' });
  });
});

describe('what was erased', () => {
  it('[V14] is named with the reason and nothing else, in each form', async () => {
    for (const file of files.slice(0, 3)) {
      const [made] = await rendered([file]);
      const words = made ? wordsIn(made.name, Buffer.from(made.content)) : '';
      expect(words).toContain(file.name.endsWith('.xlsx') ? 'E-008 erased' : 'E-008 was erased on');
      expect(words).not.toContain('Words that must go');
    }
  });
});

describe('a workbook', () => {
  it('[PA5] has a sheet for each kind of item, and one for every change', async () => {
    const book = files.find((file) => 'excel' in file);
    if (!book || !('excel' in book)) throw new Error('There is no workbook');
    const sheets = sheetsIn(await excel(book.excel));
    const names = [
      'Evidence',
      'Judgements',
      'Cases',
      'Lines',
      'Recommendations',
      'Requests',
      'Rounds',
      'Timetable',
      'Changes',
    ];
    expect([...sheets.keys()]).toEqual(names);
    for (const { name, table } of book.excel.sheets) {
      const rows = sheets.get(name) ?? [];
      expect(rows[0]).toEqual(table.columns.map(({ head }) => head));
      expect(rows).toHaveLength(table.rows.length + 1);
    }
    expect(sheets.get('Evidence')?.find(([number]) => number === 'E-001')).toContain(
      'Seen in help-and-protection, put better',
    );
  });

  it('[PA6] says of each change who, when, what, from what, to what and why', async () => {
    const book = files.find((file) => 'excel' in file);
    if (!book || !('excel' in book)) throw new Error('There is no workbook');
    const [, ...changes] = sheetsIn(await excel(book.excel)).get('Changes') ?? [];
    const corrected = changes.find(([, , , what]) => what === 'E-001 corrected');
    expect(corrected?.slice(2, 6)).toEqual([
      'Chi Lam',
      'E-001 corrected',
      'Seen in help-and-protection',
      'Seen in help-and-protection, put better',
    ]);
    expect(changes.find(([, , , what]) => what === 'E-009 withdrawn')?.[6]).toBe('It was another child’s');
    const again = changes.filter(([, , , what]) => what?.includes('Help and protection graded'));
    expect(again.map(([, , , , from, to]) => [from, to])).toEqual([
      ['', 'inadequate'],
      ['inadequate', 'good'],
    ]);
  });
});

describe('words that nobody tamed', () => {
  it.each(hostile)(
    '[PA7] open without repair, and read as they were written, in Word and in Excel: $name',
    async ({ text, reads }) => {
      const document = await word(
        paperOf([
          { quote: text },
          { list: [{ line: text, under: [{ verbatim: text }] }] },
          { table: tableOf([[text]]) },
        ]),
      );
      const book = await excel({ at: '2013-12-12T16:05:00.000Z', sheets: [{ name: 'One', table: tableOf([[text]]) }] });
      for (const file of [document, book])
        for (const [name, xml] of partsOf(file)) if (/\.(xml|rels)$/.test(name)) readXml(xml, {});
      const quote = paragraphsIn(document).find(({ style }) => style === 'Quote');
      expect(quote?.words).toBe(reads);
      const cell = sheetsIn(book).get('One')?.[1]?.[0] ?? '';
      // As a spreadsheet reads it: a sign's number between two underscores is that sign.
      expect(cell.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))).toBe(
        reads,
      );
    },
  );

  it('[PA7] are cut in a cell that can hold no more, which says where the rest is', async () => {
    const book = await excel({
      at: '2013-12-12T16:05:00.000Z',
      sheets: [{ name: 'One', table: tableOf([['a'.repeat(40_000)]]) }],
    });
    const cell = sheetsIn(book).get('One')?.[1]?.[0] ?? '';
    expect(cell.length).toBeLessThan(32_767);
    expect(cell).toMatch(/a … \(whole in the copy to read\)$/);
  });
});

describe('the same record', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('[PA8] [V2] gives the same bytes, whenever and wherever its papers are made', async () => {
    const made = async (now: string, zone: string): Promise<string[]> => {
      vi.useFakeTimers({ now: new Date(now), toFake: ['Date'] });
      const before = process.env.TZ;
      process.env.TZ = zone;
      const all = await Promise.all(
        files.map((file) => ('word' in file ? word(file.word) : 'excel' in file ? excel(file.excel) : null)),
      );
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
      return all.map((bytes) => (bytes ? Buffer.from(bytes).toString('base64') : ''));
    };
    const here = await made('2026-11-30T14:00:00.000Z', 'Europe/London');
    expect(here.filter(Boolean)).toHaveLength(4);
    expect(await made('2031-02-03T04:05:06.000Z', 'Pacific/Auckland')).toEqual(here);
  });
});

import {
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  HeadingLevel,
  type IParagraphOptions,
  type IStylesOptions,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Tab,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
  Table as WordTable,
} from 'docx';
import { legible, repacked, shades } from './office.ts';
import { type Block, cellShade, cellWords, itemsSaid, type Paper, says, type Table, type Words } from './tree.ts';

/** A paper as a Word file, with the styles that a screen reader and a contents list go by. */

/** Between the margins of an A4 page, in twentieths of a point. */
const width = 9638;

const text = { font: 'Arial', language: { value: 'en-GB' } };
const dark = '1F2A44';
const grey = '595959';

const heading = (size: number, before: number) => ({
  run: { ...text, size, bold: true, color: dark },
  paragraph: { spacing: { before, after: 80 }, keepNext: true },
});

const style = (id: string, run: object, paragraph: object) => ({ id, name: id, basedOn: 'Normal', run, paragraph });

const styles: IStylesOptions = {
  default: {
    document: {
      run: { ...text, size: 22 },
      paragraph: { spacing: { after: 120, line: 264, lineRule: LineRuleType.AUTO } },
    },
    title: { run: { ...text, size: 40, bold: true, color: dark }, paragraph: { spacing: { after: 200 } } },
    heading1: heading(30, 360),
    heading2: heading(25, 280),
    heading3: heading(22, 220),
  },
  paragraphStyles: [
    style(
      'Quote',
      {},
      {
        spacing: { before: 80, after: 140 },
        border: { left: { style: BorderStyle.SINGLE, size: 18, space: 8, color: '9AA5B8' } },
      },
    ),
    style('Note', { size: 18, color: grey }, {}),
    style('Verbatim', { font: 'Courier New', size: 18 }, { spacing: { line: 240, lineRule: LineRuleType.AUTO } }),
    style('Numbered', {}, { tabStops: [{ type: TabStopType.LEFT, position: 600 }] }),
    style('Bulleted', {}, { spacing: { after: 40 } }),
    style('Cell', { size: 20 }, { spacing: { before: 40, after: 40, line: 240, lineRule: LineRuleType.AUTO } }),
    style(
      'Foot',
      { size: 16, color: grey },
      { spacing: { after: 0 }, tabStops: [{ type: TabStopType.RIGHT, position: width }] },
    ),
  ],
};

const bullets = { reference: 'bullets', deepest: 3 };
const deep = (depth: number) => ({ left: 360 * depth });

const numbering = {
  config: [
    {
      reference: bullets.reference,
      levels: Array.from({ length: bullets.deepest }, (_, level) => ({
        level,
        format: LevelFormat.BULLET,
        text: level === 1 ? '–' : '•',
        style: { paragraph: { indent: { ...deep(level + 1), hanging: 260 } } },
      })),
    },
  ],
};

const runsOf = (words: Words, bold = false): TextRun[] =>
  (typeof words === 'string' ? [words] : words).map((span) => {
    const said = typeof span === 'string' ? span : 'strong' in span ? span.strong : `${span.link}: ${span.to}`;
    const strong = bold || (typeof span !== 'string' && 'strong' in span);
    return new TextRun({ text: legible(said.replace(/\s*\n\s*/g, ' ')), ...(strong ? { bold: true } : {}) });
  });

/** Lines as they were, each on its own. */
const lineByLine = (words: string): TextRun[] =>
  words.split('\n').map((line, place) => new TextRun({ text: legible(line), ...(place > 0 ? { break: 1 } : {}) }));

const table = ({ columns, rows }: Table): FileChild => {
  const shares = columns.map(({ wide }) => wide ?? 1);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const columnWidths = shares.map((share) => Math.floor((width * share) / whole));
  const cell = (runs: TextRun[], column: number, fill: string | undefined): TableCell =>
    new TableCell({
      width: { size: columnWidths[column] ?? 0, type: WidthType.DXA },
      margins: { left: 100, right: 100 },
      ...(fill ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill } } : {}),
      children: [new Paragraph({ style: 'Cell', children: runs })],
    });
  const head = columns.map(({ head }, column) => cell(runsOf(head, true), column, 'E4E8F0'));
  const body = rows.map((cells) =>
    cells.map((each, column) => cell(runsOf(cellWords(each)), column, shades.get(cellShade(each)))),
  );
  return new WordTable({
    columnWidths,
    width: { size: width, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: head }),
      ...body.map((children) => new TableRow({ cantSplit: true, children })),
    ],
  });
};

const headings = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 };

/** `depth` is how many items of lists it belongs to. */
const drawn = (block: Block, depth: number): FileChild[] => {
  if (!says(block)) return [];
  const paragraph = (style: string | undefined, children: TextRun[], more: IParagraphOptions = {}) => [
    new Paragraph({ ...(style ? { style } : {}), ...(depth > 0 ? { indent: deep(depth) } : {}), children, ...more }),
  ];
  if ('heading' in block) return [new Paragraph({ heading: headings[block.level], children: runsOf(block.heading) })];
  if ('list' in block)
    return itemsSaid(block.list).flatMap((item) => {
      const { line, under } = typeof item === 'object' && 'line' in item ? item : { line: item, under: [] };
      const { reference, deepest } = bullets;
      const numbering = { reference, level: Math.min(depth, deepest - 1) };
      return [
        new Paragraph({ style: 'Bulleted', numbering, children: runsOf(line) }),
        ...under.flatMap((each) => drawn(each, depth + 1)),
      ];
    });
  // What follows a table stands apart from it, and a table may end no page.
  if ('table' in block) return [table(block.table), new Paragraph({ style: 'Note' })];
  if ('quote' in block) return paragraph('Quote', lineByLine(block.quote), { indent: deep(depth + 1) });
  if ('verbatim' in block) return paragraph('Verbatim', lineByLine(block.verbatim));
  if ('note' in block) return paragraph('Note', runsOf(block.note));
  if (block.number === undefined) return paragraph(undefined, runsOf(block.paragraph));
  const children = [new TextRun({ children: [`${block.number}.`, new Tab()] }), ...runsOf(block.paragraph)];
  return paragraph('Numbered', children, { indent: { left: 600, hanging: 600 } });
};

const foot = ({ standing, head }: Paper['foot']): Footer => {
  const page = new TextRun({ children: [new Tab(), 'Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] });
  return new Footer({
    children: [
      new Paragraph({ style: 'Foot', children: [new TextRun({ text: standing, bold: true }), page] }),
      new Paragraph({ style: 'Foot', children: [new TextRun(`Record ${head}`)] }),
    ],
  });
};

/** More, some 20,000 items, no program opens. */
const mostBlocks = 100_000;

/** Its blocks as far as a Word file can hold them, and where the rest is. */
const held = (blocks: Paper['blocks']): Paper['blocks'] =>
  blocks.length <= mostBlocks
    ? blocks
    : [
        ...blocks.slice(0, mostBlocks),
        { paragraph: 'Here the Word file ends, since none can hold more. The copy for any text editor has all of it.' },
      ];

/** The same paper gives the same bytes. */
export const word = async (paper: Paper): Promise<Uint8Array> => {
  const title = legible(paper.title);
  const made = new Document({
    title,
    creator: 'Fortnight',
    lastModifiedBy: 'Fortnight',
    styles,
    numbering,
    compatibility: { version: 15 },
    sections: [
      {
        properties: { page: { margin: { top: 1134, bottom: 1418, left: 1134, right: 1134, footer: 567 } } },
        footers: { default: foot(paper.foot) },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] }),
          ...held(paper.blocks).flatMap((block) => drawn(block, 0)),
        ],
      },
    ],
  });
  return repacked(await Packer.toBuffer(made), paper.at);
};

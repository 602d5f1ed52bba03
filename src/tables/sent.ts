import type { Heading } from './columns.ts';
import { type Row, tableIn } from './table.ts';
import type { Cell } from './workbook.ts';

/** The tables that an authority sends after an inspection, as what each row of them comes to. */

type Sent = { row: number; command: Record<string, unknown> };
export type SentTable = { rows: Sent[]; unread: string[] } | { wrong: string };
type Kind = {
  columns: [Heading, ...Heading[]];
  needed: string[];
  type: string;
  /** Rows with the same first cell come to one together, whose other cells are said under this; to one each where there is none. */
  under?: string;
  /** Columns of our own that nothing is to be read of. */
  ours: string[];
};

const kinds = {
  comments: {
    columns: [
      { word: 'paragraph', heading: 'Paragraph', like: '^(para\\b|paragraph|number$|no$|section|page)' },
      { word: 'text', heading: 'Comment', like: '\\bcomments?\\b|inaccura|what is wrong' },
      { word: 'offered', heading: 'Evidence offered', like: '^(supporting )?evidence' },
      { word: 'proposed', heading: 'Words proposed', like: '(propos|suggest|amend)' },
    ],
    needed: ['text'],
    type: 'ReceiveComment',
    ours: ['Number', 'Answer', 'Reason', 'Words as changed', 'Answered by', 'Answered on'],
  },
  plan: {
    columns: [
      { word: 'recommendation', heading: 'Number', like: '^(no|ref|reference|recommendation)$' },
      { word: 'outcome', heading: 'What will be different', like: '(be different|outcome|impact)' },
      { word: 'owner', heading: 'Owner', like: '^(lead|owner|who|responsib)' },
      { word: 'milestones', heading: 'Milestones', like: '^(milestone|key action|actions?$|action|steps)' },
      {
        word: 'byWhen',
        heading: 'By when',
        like: '^(by when|when$|due|deadline|target date|timescale|completion date)',
      },
      { word: 'known', heading: 'How it will be known', like: '(be known|will we know|measure|success|evidence)' },
      { word: 'progress', heading: 'Progress', like: '^(progress|update|status|rag)' },
    ],
    needed: ['milestones'],
    type: 'ReceivePlan',
    under: 'says',
    ours: ['Weakness', 'Recommendation', 'How soon', 'It is judged', 'Why', 'On'],
  },
} satisfies Record<string, Kind>;
export type SentKind = keyof typeof kinds;

/** Rows under one first cell as one, each column's cells one after the other. */
const joined = (rows: readonly Row[], first: string): Row[] => {
  const all = new Map<string, Row>();
  for (const each of rows) {
    const before = all.get(each.cells[first] ?? '');
    if (before)
      for (const word of Object.keys(each.cells))
        if (word !== first) before.cells[word] = [before.cells[word], each.cells[word]].filter(Boolean).join('; ');
    all.set(each.cells[first] ?? '', before ?? each);
  }
  return [...all.values()];
};

/** What such a table comes to; `said` goes with each of its rows. */
export const sentIn = (
  kind: SentKind,
  cells: readonly (readonly Cell[])[],
  said: Record<string, unknown>,
): SentTable => {
  const { columns, needed, type, under, ours }: Kind = kinds[kind];
  const table = tableIn(cells, columns, needed);
  if ('wrong' in table) return table;
  const [{ word: first }] = columns;
  const rows = (under ? joined(table.rows, first) : table.rows).map(({ row, cells: { [first]: named, ...cells } }) => ({
    row,
    command: { type, [first]: named, ...(under ? { [under]: cells } : cells), ...said },
  }));
  return rows.length === 0
    ? { wrong: 'There is no row under its headings.' }
    : { rows, unread: table.unread.filter((each) => !ours.includes(each)) };
};

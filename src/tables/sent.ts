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
  /** What rows with the same first cell come to: one each, or one together. */
  together: boolean;
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
    together: false,
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
    together: true,
    ours: ['Weakness', 'Recommendation', 'How soon', 'It is judged', 'Why', 'On'],
  },
} satisfies Record<string, Kind>;
export type SentKind = keyof typeof kinds;
export const sentKinds = Object.keys(kinds) as [SentKind, ...SentKind[]];

/** Rows under one first cell, each column's cells under one another. */
const joined = (rows: readonly Row[], first: string): Row[] => {
  const all = new Map<string, { row: number; cells: Map<string, string> }>();
  for (const { row, cells } of rows) {
    const before = all.get(cells.get(first) ?? '');
    if (!before) all.set(cells.get(first) ?? '', { row, cells: new Map(cells) });
    else
      for (const [word, text] of cells)
        if (word !== first && text !== '')
          before.cells.set(word, [before.cells.get(word), text].filter(Boolean).join('\n'));
  }
  return [...all.values()];
};

/** What such a table comes to; `said` goes with each of its rows. */
export const sentIn = (
  kind: SentKind,
  cells: readonly (readonly Cell[])[],
  said: Record<string, unknown>,
): SentTable => {
  const { columns, needed, type, together, ours }: Kind = kinds[kind];
  const table = tableIn(cells, columns, needed);
  if ('wrong' in table) return table;
  const [{ word: first }] = columns;
  const rows = (together ? joined(table.rows, first) : table.rows).map(({ row, cells: read }) => ({
    row,
    command: { type, ...Object.fromEntries(columns.map(({ word }) => [word, read.get(word) || null])), ...said },
  }));
  return rows.length === 0
    ? { wrong: 'There is no row under its headings.' }
    : { rows, unread: table.unread.filter((each) => !ours.includes(each)) };
};

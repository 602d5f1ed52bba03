import type { Block, Paper, Table } from '../../src/reports/tree.ts';

/** Texts that people or programs may leave in a record, and how each reads in a paper: to the letter, but for signs that steer. */
export const hostile = [
  ['a formula', '=HYPERLINK("http://a.example","Click")'],
  ['another formula', "+1+cmd|' /C calc'!A0"],
  ['one behind a minus', '-2+3'],
  ['one behind an at', '@SUM(A1:A9)'],
  ['markup', '<w:t>&amp; ]]> <!-- "x" -->'],
  ['what a spreadsheet takes for a sign', 'a_x0041_b _x000D_'],
  ['a name that a program has for itself', 'constructor'],
  ['another such name', '__proto__'],
  ['right to left', 'שלום العربية, and on'],
  ['3,000 emoji', '👩‍👧‍👦'.repeat(600)],
  ['lines and spaces', '  one\n\n  two\tthree  '],
  ['signs that steer', 'a\u0000b\u001b[2Jc\u202Ed\u0085', 'a\\u0000b\\u001b[2Jc\\u202ed\\u0085'],
  ['what is no character', 'a\uFFFEb\uFFFFc\uD800d', 'a□b□c□d'],
].map(([name = '', text = '', reads = text]) => ({ name, text, reads }));

export const paperOf = (blocks: readonly Block[]): Paper => ({
  title: 'A paper',
  foot: { standing: 'PROVISIONAL', head: '1:a' },
  at: '2013-12-12T16:05:00.000Z',
  blocks,
});

export const tableOf = (rows: Table['rows']): Table => ({ columns: [{ head: 'Said' }], rows });

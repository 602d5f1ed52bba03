import { isClean, type Tally } from './tally.ts';

export type Row = { what: string; tally: Tally };

const columns = [
  'states tried',
  'acknowledged items lost',
  'unreadable',
  'damage accepted silently',
  'untold',
] as const;
const cellsOf = ({ states, lost, unreadable, silent, untold }: Tally): string[] =>
  [states, lost, unreadable, silent, untold].map((number) => number.toLocaleString('en-GB'));

/** Rows in columns of text. */
export const table = (title: string, rows: Row[]): string => {
  const first = Math.max(title.length, ...rows.map(({ what }) => what.length));
  const line = (what: string, cells: readonly string[]): string =>
    [what.padEnd(first), ...cells.map((cell, index) => cell.padStart(columns[index]?.length ?? 0))].join('  ');
  const wrong = rows.flatMap(({ what, tally }) =>
    isClean(tally) ? [] : [`first in "${what}": ${tally.first ?? 'not said'}`],
  );
  return [line(title, columns), ...rows.map(({ what, tally }) => line(what, cellsOf(tally))), ...wrong].join('\n');
};

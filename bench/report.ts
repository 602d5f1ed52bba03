/** One figure with the budget it is held to; null where it is for comparison only. */
export type Figure = { what: string; value: string; budget: string | null; met: boolean | null };

export const held = (what: string, value: number, most: number, unit: string): Figure => ({
  what,
  value: `${inDigits(value)} ${unit}`,
  budget: `at most ${most} ${unit}`,
  met: value <= most,
});

export const shown = (what: string, value: string): Figure => ({ what, value, budget: null, met: null });

/** Three digits that matter; a count whole. */
export const inDigits = (value: number): string =>
  Number.isInteger(value) || value >= 100
    ? value.toFixed(0)
    : value >= 10
      ? value.toFixed(1)
      : value >= 1
        ? value.toFixed(2)
        : value.toFixed(3);

export const milliseconds = (value: number): string => `${inDigits(value)} ms`;

const heading: [string, string, string, string] = ['measured', 'value', 'budget', 'met'];
const cellsOf = ({ what, value, budget, met }: Figure): string[] => [
  what,
  value,
  budget ?? '',
  met === null ? '' : met ? 'yes' : 'NO',
];

/** A table in Markdown that reads as well as plain text. */
export const tableOf = (figures: Figure[]): string => {
  const rows = [heading, ...figures.map(cellsOf)];
  const widths = heading.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [first = [], ...others] = rows;
  return [line(first), line(widths.map((width) => '-'.repeat(width))), ...others.map(line)].join('\n');
};

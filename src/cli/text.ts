/** Terminals of inspectors' laptops show this much without wrapping on their own. */
const widest = 100;

/** Text cut at spaces into lines that fit, the lines after the first indented as far as `hanging` says. */
export const wrapped = (text: string, hanging: number, columns = widest): string[] => {
  const lines: string[] = [];
  let line = '';
  for (const [index, word] of text.split(' ').entries()) {
    if (index > 0 && line.length + 1 + word.length > columns) {
      lines.push(line.trimEnd());
      line = `${' '.repeat(hanging)}${word}`;
    } else line = index === 0 ? word : `${line} ${word}`;
  }
  return [...lines, line];
};

/** Rows with their columns aligned, the last column wrapped beneath itself. Two spaces part the columns. */
export const aligned = (rows: readonly (readonly string[])[], indent: number, columns = widest): string[] => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.flatMap((row) => {
    const cells = row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)));
    const hanging = indent + widths.slice(0, -1).reduce((sum, width) => sum + width + 2, 0);
    return wrapped(`${' '.repeat(indent)}${cells.join('  ')}`, hanging, columns);
  });
};

/** What programs read, in lines that a person can read too. */
export const inJson = (value: object): string => JSON.stringify(value, null, 2);

/** Lines under a title of their own; nothing where there are none. */
export const part = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', title, ...lines.flatMap((line) => wrapped(`  ${line}`, 4))];

import type { Grade } from '../framework.ts';

/** Indicators as a spreadsheet gives them: a line each, its cells parted by tabs or commas. */

export type ProfileRow = { indicator: string; value: string; band: string | null };

/** The cells of a line. In one parted by commas, quotation marks hold together what has a comma in it. */
const cellsIn = (line: string): string[] => {
  if (line.includes('\t')) return line.split('\t').map((cell) => cell.trim());
  const cells = [...line.matchAll(/\s*("(?:[^"]|"")*"|[^,]*)\s*(?:,|$)/g)].map(([, cell = '']) => cell.trim());
  // The last match is the end of the line itself.
  return cells.slice(0, -1).map((cell) => (/^".*"$/.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell));
};

const isHead = ([first = '', second = '']: readonly string[]): boolean =>
  /^indicators?$/i.test(first) && /^values?$/i.test(second);

const bandNamed = (scale: readonly Grade[], name: string): string | null =>
  scale.find(({ id, label }) => [id, label.toLowerCase()].includes(name.toLowerCase()))?.id ?? null;

/** The rows, or what is wrong with the first line that cannot be read. */
export const rowsIn = (text: string, scale: readonly Grade[]): { rows: ProfileRow[] } | { wrong: string } => {
  const rows: ProfileRow[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const cells = cellsIn(line);
    if (line.trim() === '' || (rows.length === 0 && isHead(cells))) continue;
    const [indicator = '', value = '', named = '', ...more] = cells;
    const place = `Line ${index + 1}`;
    if (indicator === '' || value === '' || more.some(Boolean))
      return { wrong: `${place} is not an indicator, a value and a band, parted by tabs or commas.` };
    const band = named === '' ? null : bandNamed(scale, named);
    if (named !== '' && band === null) {
      const bands = scale.map(({ label }) => label).join(', ');
      return { wrong: `${place} has the band "${named}". Bands are ${bands}; it may also stay empty.` };
    }
    if (rows.some((row) => row.indicator === indicator))
      return { wrong: `${place} has ${indicator} a second time. Keep one line for each indicator.` };
    rows.push({ indicator, value, band });
  }
  return rows.length > 0
    ? { rows }
    : { wrong: 'There is no indicator in this. Give one a line: indicator, value, band.' };
};

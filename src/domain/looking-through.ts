import { decide, type Inspection, inspectionCommand } from './inspection.ts';
import type { By } from './people.ts';
import { type Refusal, refuse } from './refusal.ts';
import { refusalsOf } from './refusals.ts';
import { already } from './taking-in.ts';

/** A row of a table: its number there, and what is sent for it. */
export type SentRow = { row: number; command: Record<string, unknown> };

/** So many rows are refused by name. */
const mostNamed = 3;

/**
 * A table is taken in row by row, each an item of its own, so that one is erased without the others. All are looked through first: what is
 * new of them, and how many are here already; or why nothing of it can be kept.
 */
export const lookedThrough = (
  rows: readonly SentRow[],
  inspection: Inspection,
  by: By,
): { fresh: SentRow['command'][]; again: number } | { refusals: Refusal[] } => {
  const seen = new Set<string>();
  const fresh: SentRow['command'][] = [];
  const wrong: string[] = [];
  for (const { row, command } of rows) {
    const read = inspectionCommand.safeParse(command);
    const decision = read.success ? decide(read.data, inspection, by) : refusalsOf(read.error, inspection);
    const refusals = 'refusals' in decision ? decision.refusals : [];
    const said = JSON.stringify(read.data);
    if (refusals.length === 0 && !seen.has(said)) fresh.push(command);
    if (refusals.some(({ field }) => field !== already))
      wrong.push(...refusals.map(({ words }) => `Row ${row}: ${words}`));
    seen.add(said);
  }
  if (wrong.length === 0) return { fresh, again: rows.length - fresh.length };
  const more = wrong.length > mostNamed ? ` And ${wrong.length - mostNamed} more.` : '';
  return refuse('rows', `${wrong.slice(0, mostNamed).join(' ')}${more} Nothing was saved.`);
};

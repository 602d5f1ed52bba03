import type { Inspection } from '../../src/domain/inspection.ts';
import type { Evidence } from '../../src/domain/matters/evidence.ts';
import { shortened } from '../../src/words/fitting.ts';
import { counted } from '../../src/words/message.ts';
import { search } from '../fields.ts';
import { type Candidates, type Choice, type Field, several, type Values } from '../form.ts';
import { evidenceChosen, evidenceFitting } from './chosen-evidence.ts';

/** "Evidence relied on", the same for grades and for findings. */

/** What may be relied on, and what it is called: "item of Help and protection", "items of Help and protection". */
export type Pool = { items: readonly Evidence[]; one: string; many: string };

/** The whole pool as one choice, so that a form starts with all of it whatever its size. */
const all = 'all';

const allOf = ({ items, one, many }: Pool): Choice => ({
  value: all,
  label: shortened(`All${items.length === 1 ? ':' : ''} ${counted(items.length, one, many)}`, 75),
});

/** Whether all of it is relied on, whatever it is. */
export const reliesOnAll = (values: Values): boolean => several(values, 'evidence').includes(all);

/** The field: it begins with all of the pool, or with what was chosen. Change `fresh` with the pool. */
export const reliedOnField = (inspection: Inspection, pool: Pool, values: Values, fresh: string): Field => {
  const chosen = several(values, 'evidence');
  const whole = pool.items.length > 0 ? [allOf(pool)] : [];
  const initial = chosen.length > 0 && !reliesOnAll(values) ? evidenceChosen(inspection, chosen) : whole;
  return search('evidence', 'Evidence relied on', initial, {
    hint:
      pool.items.length === 0
        ? 'None recorded yet.'
        : 'Take "All" out to choose items one by one: type a word or a number.',
    required: false,
    fresh,
  });
};

/** The items that are relied on, each of them once. */
export const reliedOn = (pool: Pool, values: Values): string[] => {
  const chosen = several(values, 'evidence').filter((item) => item !== all);
  if (!reliesOnAll(values)) return [...new Set(chosen)];
  const listed = pool.items.map(({ item }) => item);
  return chosen.length === 0 ? listed : [...new Set([...listed, ...chosen])];
};

/** The items that fit what was typed: their number or every word of it. */
export function* searchReliedOn(pool: Pool, query: string): Candidates {
  yield pool.items.length > 0 ? allOf(pool) : null;
  yield* evidenceFitting(pool.items.toReversed(), query);
}

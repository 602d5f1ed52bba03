import { z } from 'zod';
import type { Inspection } from '../inspection.ts';
import { forgetWords } from '../items.ts';
import { kindOf } from '../kinds.ts';
import { type Moves, matter } from '../matter.ts';
import { type Decision, refuse } from '../refusal.ts';
import { typed } from '../text/typed.ts';

/** Asked by whoever runs Fortnight, when the law or a retention date demands that an item's words be destroyed. */
export const eraseItem = z.strictObject({
  type: z.literal('EraseItem'),
  item: z.string(),
  reason: typed('Say why it is erased. The reason stays in the record.'),
});
export type EraseItem = z.infer<typeof eraseItem>;

/** Kept before any word is destroyed, so that the item's number is never given again and the erasure itself is provable. */
export const itemErased = z.strictObject({
  type: z.literal('ItemErased'),
  item: z.string(),
  versions: z.array(z.number()),
  reason: z.string(),
});

/** What is left of an erased item. `versions` held its words: erasing them again does no harm. */
export type Erased = { reason: string; at: string; versions: readonly number[] };

const decide = (command: EraseItem, inspection: Inspection): Decision<z.infer<typeof itemErased>> => {
  const { item, reason } = command;
  const versions = inspection.items.versions.get(item);
  if (!versions || !kindOf(item)) return refuse('item', `There is no ${item} in this inspection.`);
  return { events: [{ type: 'ItemErased', item, versions: [...versions], reason }] };
};

/** Erasures go on after sign-off, and what was signed stays signed. */
const moves = ({ sealed }: Inspection): Moves => (sealed ? 'changed' : 'signature');

declare module '../inspection.ts' {
  interface Inspection {
    /** What is left of the items whose words were erased. */
    erasedItems: Map<string, Erased>;
  }
}

export const erasureMatter = matter({
  commands: [eraseItem],
  events: [itemErased],
  sealed: false,
  begins: () => ({ erasedItems: new Map() }),
  decide,
  evolve: {
    ItemErased: (inspection, { item, reason, versions }, { at }) => {
      kindOf(item)?.forget(inspection, item);
      inspection.confirmations.delete(item);
      forgetWords(inspection.items, item);
      inspection.corrections.delete(item);
      inspection.erasedItems.set(item, { reason, at, versions });
    },
  },
  moves,
});

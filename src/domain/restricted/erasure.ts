import { z } from 'zod';
import { type RestrictedSubject, restrictedMatter } from '../matter.ts';
import { eraseItem, itemErased } from '../matters/erasure.ts';
import type { Decision } from '../refusal.ts';
import { noSuchItem } from './evidence.ts';

const erase = eraseItem.extend({ type: z.literal('EraseRestrictedItem') });
const erased = itemErased.extend({ type: z.literal('RestrictedItemErased') });

const decide = (
  { item, reason }: z.infer<typeof erase>,
  { record }: RestrictedSubject,
): Decision<z.infer<typeof erased>> => {
  const versions = record.evidence.has(item) ? record.items.versions.get(item) : undefined;
  return versions ? { events: [{ type: 'RestrictedItemErased', item, versions, reason }] } : noSuchItem(item);
};

export const restrictedErasureMatter = restrictedMatter({
  commands: [erase],
  events: [erased],
  decide,
  evolve: {
    RestrictedItemErased: (record, { item, reason, versions }, { at }) => {
      record.evidence.delete(item);
      record.handled.delete(item);
      record.corrections.delete(item);
      record.erasedItems.set(item, { reason, at, versions });
    },
  },
});

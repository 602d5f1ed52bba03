import { z } from 'zod';
import type { Entered, Inspection } from '../inspection.ts';
import { type Decision, refuse } from '../refusal.ts';
import { areaRecord } from '../standing.ts';
import { removeFrom } from '../tally.ts';
import { typed } from '../text/typed.ts';
import { itemNumber } from './evidence.ts';

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
export type ItemErased = z.infer<typeof itemErased>;

/** What is left of an erased item. `versions` held its words: erasing them again does no harm. */
export type Erased = { reason: string; at: string; versions: readonly number[] };

export const decideErasure = (command: EraseItem, inspection: Inspection): Decision<ItemErased> => {
  const evidence = inspection.evidence.get(command.item);
  if (!evidence) return refuse('item', `There is no ${command.item} in this inspection.`);
  const { item, reason } = command;
  return { events: [{ type: 'ItemErased', item, versions: evidence.versions, reason }] };
};

export const evolveErasure = (inspection: Inspection, event: ItemErased, entered: Entered): void => {
  inspection.highest.evidence = Math.max(inspection.highest.evidence, itemNumber(event.item));
  inspection.changedAt = entered.version;
  const evidence = inspection.evidence.get(event.item);
  if (evidence && !evidence.withdrawn) {
    for (const area of evidence.content.areas) removeFrom(areaRecord(inspection, area).tally, evidence.content);
  }
  inspection.evidence.delete(event.item);
  inspection.erasedItems.set(event.item, { reason: event.reason, at: entered.at, versions: event.versions });
};

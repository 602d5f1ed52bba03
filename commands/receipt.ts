import { savedAs } from '../src/words/evidence.ts';
import { itemButtons } from '../src/words/item-acts.ts';
import { itemLine } from '../src/words/items.ts';
import { type Line, type Message, message, type Part, paragraph, says } from '../src/words/message.ts';
import type { AskOfInspection, Receipt } from './contract.ts';

/** What somebody is told once something is kept, as most commands say it. Where it stands in the record is added to each. */

/** The item that was recorded or changed. */
export const savedItem = ({ events }: Pick<Receipt, 'events'>): string =>
  events.flatMap((event) => ('item' in event ? [event.item] : []))[0] ?? '';

/** That it is saved, said in one line, and what follows. */
export const savedSaying = (words: string, ...parts: readonly Part[]): Message =>
  message(paragraph({ strong: 'Saved. ' }, words), ...parts);

/** An item's line, as that of something saved: its number comes first. */
export const savedLine = ([first, ...rest]: Line): Line =>
  typeof first === 'object' && 'strong' in first ? [{ strong: savedAs(first.strong) }, ...rest] : ['Saved.'];

/** That an item is saved, as it stands now, and what can be done with it; its number alone where it is gone since. */
export const receiptOf =
  ({ by }: AskOfInspection, more: (kept: Receipt) => readonly Part[] = () => []) =>
  (kept: Receipt): Message => {
    const { inspection, at } = kept;
    const item = savedItem(kept);
    const line = itemLine(inspection, item, at, 300);
    if (!line) return says(savedAs(item));
    return message(paragraph(...savedLine(line)), ...more(kept), itemButtons(inspection, item, by));
  };

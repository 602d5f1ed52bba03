import type { Inspection } from '../src/domain/inspection.ts';
import { savedAs } from '../src/words/evidence.ts';
import { type Line, type Message, message, type Part, paragraph, says } from '../src/words/message.ts';
import type { Receipt } from './contract.ts';

/** What somebody is told once something is kept, as most commands say it. */

/** "Saved (7f3a9c)", for what has no number. */
export const savedIn = (hash: string): string => `Saved (${hash.slice(0, 6)})`;

/** The item that was recorded or changed. */
export const savedItem = ({ events }: Receipt): string =>
  events.flatMap((event) => ('item' in event ? [event.item] : []))[0] ?? '';

/** "Saved E-014 (7f3a9c)", for an item. */
export const savedLine = (receipt: Receipt): Line => [{ strong: savedAs(savedItem(receipt), receipt.hash) }];

/** That it is saved, said in one line, and what follows. */
export const savedSaying = (receipt: Receipt, words: string, ...parts: readonly Part[]): Message =>
  message(paragraph({ strong: `${savedIn(receipt.hash)}. ` }, words), ...parts);

/** That an item is saved, and the item as it stands now; the first alone where it is gone since. */
export const receiptOf =
  <Item>(
    all: (inspection: Inspection) => ReadonlyMap<string, Item>,
    parts: (inspection: Inspection, item: Item, at: string) => readonly Part[],
  ) =>
  (receipt: Receipt): Message => {
    const { inspection, hash, at } = receipt;
    const item = savedItem(receipt);
    const found = all(inspection).get(item);
    if (!found) return says(savedAs(item, hash));
    return message({ lines: [savedLine(receipt)] }, ...parts(inspection, found, at));
  };

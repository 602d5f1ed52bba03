import { listed } from '../domain/framework.ts';
import { eventsOf } from './events.ts';
import type { OrdinaryRecord } from './record.ts';
import { type Block, section } from './tree.ts';

const sight = { 'the-same': 'sees the same', 'something-else': 'sees something else' };

/** What second inspectors said of cases and items, in order, each time they said it. */
export const confirmationsInFull = (record: OrdinaryRecord): Iterable<Block> => {
  const { erasedItems } = record.inspection;
  const all = eventsOf(record, 'ItemConfirmed').filter(({ event }) => !erasedItems.has(event.item));
  const items = listed([...new Set(all.map(({ event }) => event.item))], 'and');
  const list = all.map(({ event, when }) => ({
    line: `${event.item}: ${sight[event.sees]}. ${when}`,
    under: [{ quote: event.words }],
  }));
  return section(1, 'Seen by a second inspector', [{ list }], `Looked at again: ${items}.`);
};

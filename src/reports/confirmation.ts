import { listed } from '../domain/framework.ts';
import { eventsOf } from './events.ts';
import { listItem, quoted, section } from './markdown.ts';
import type { OrdinaryRecord } from './record.ts';

const sight = { 'the-same': 'sees the same', 'something-else': 'sees something else' };

/** What second inspectors said of cases and items, in order, each time they said it. */
export const confirmationsInFull = (record: OrdinaryRecord): Iterable<readonly string[]> => {
  const { erasedItems } = record.inspection;
  const all = eventsOf(record, 'ItemConfirmed').filter(({ event }) => !erasedItems.has(event.item));
  const items = listed([...new Set(all.map(({ event }) => event.item))], 'and');
  const parts = all.map(({ event, when }) =>
    listItem(`${event.item}: ${sight[event.sees]}. ${when}`, ['', ...quoted(event.words)]),
  );
  return section('## Seen by a second inspector', parts, `Looked at again: ${items}.`);
};

import { listed } from '../domain/framework.ts';
import { eventsOf } from './events.ts';
import { blocks, indented, quoted } from './markdown.ts';
import type { OrdinaryRecord } from './record.ts';
import { whenAndWho } from './who.ts';

const sight = { 'the-same': 'sees the same', 'something-else': 'sees something else' };

/** What second inspectors said of cases and items, in order, each time they said it. */
export const confirmationsInFull = (record: OrdinaryRecord): string[] => {
  const { inspection } = record;
  const all = eventsOf(record, 'ItemConfirmed').filter(({ event }) => !inspection.erasedItems.has(event.item));
  const items = listed([...new Set(all.map(({ event }) => event.item))], 'and');
  return all.length === 0
    ? []
    : blocks(
        ['## Seen by a second inspector'],
        [`Looked at again: ${items}.`],
        ...all.map(({ entry, event }) => [
          `- ${event.item}: ${sight[event.sees]}. ${whenAndWho(inspection, entry)}`,
          ...indented(['', ...quoted(event.words)]),
        ]),
      );
};

import { counted } from './message.ts';

/** What a table that was taken in came to. */

/** "D-001 to D-011"; "D-004". */
export const itemsInWords = (items: readonly string[]): string =>
  items.length > 1 ? `${items[0]} to ${items.at(-1)}` : (items[0] ?? '');

/** What of it was here already, and which of its columns nothing was read of. */
export const unreadInWords = (again: number, unread: readonly string[]): string[] => [
  ...(again > 0 ? [`${counted(again, 'row is', 'rows are')} here already, and not kept twice.`] : []),
  ...(unread.length > 0
    ? [
        `Nothing was read of the column${unread.length === 1 ? '' : 's'} ${unread.map((each) => `“${each}”`).join(', ')}.`,
      ]
    : []),
];

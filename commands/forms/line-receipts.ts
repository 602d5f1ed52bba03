import { savedAs } from '../../src/words/evidence.ts';
import { lineLine } from '../../src/words/line.ts';
import { type Button, counted, type Message } from '../../src/words/message.ts';
import type { Receipt } from '../contract.ts';

/** What somebody is told once something about a line is kept. */

const next = (item: string): Button[] => [
  { label: 'Link evidence', does: `line ${item} link` },
  { label: 'Settle it', does: `line ${item} settle` },
  { label: 'All lines', does: 'line' },
];

export const lineReceipt = ({ events: [event], hash, inspection }: Receipt): Message => {
  const item = event && 'item' in event ? event.item : '';
  const line = inspection.lines.get(item);
  const linked =
    event?.type === 'EvidenceLinked'
      ? [
          [
            `${counted(event.evidence.length, 'item')} ${event.bears === 'neither' ? 'taken off' : event.bears} ${item}.`,
          ],
        ]
      : [];
  return {
    parts: [
      { lines: [[{ strong: savedAs(item, hash) }], ...linked] },
      ...(line ? [{ list: [lineLine(inspection, line, 300)] }] : []),
      { buttons: next(item) },
    ],
  };
};

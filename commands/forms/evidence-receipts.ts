import { contentInWords, evidenceReceipt, savedAs } from '../../src/words/evidence.ts';
import type { Message } from '../../src/words/message.ts';
import type { AskOfInspection, Receipt } from '../contract.ts';
import { restrictedReceiptWords } from './evidence.ts';

/** What the author of new items is told once they are kept. */

/** The item that an entry recorded. */
const itemIn = ({ events: [event] }: Receipt): string =>
  event?.type === 'EvidenceRecorded' || event?.type === 'RestrictedEvidenceRecorded' ? event.item : '';

const isRestrictedEntry = ({ events: [event] }: Receipt): boolean => event?.type === 'RestrictedEvidenceRecorded';

export const recordedReceipt = (ask: AskOfInspection, kept: Receipt): Message => {
  const item = itemIn(kept);
  if (isRestrictedEntry(kept))
    return {
      parts: [{ lines: [[{ strong: savedAs(item, kept.hash) }, ' · restricted'], [restrictedReceiptWords(ask)]] }],
    };
  const evidence = kept.inspection.evidence.get(item);
  // Withdrawn and erased since: the same request came again.
  if (!evidence) return { parts: [{ lines: [[`Saved (${kept.hash.slice(0, 6)})`]] }] };
  return evidenceReceipt(kept.inspection, evidence, kept.hash, kept.at);
};

/** The items by name, as a sentence names them. */
export const itemsSaved = (receipts: readonly Receipt[]): string => receipts.map(itemIn).join(', ');

/** "Saved E-014, E-015, E-016 (7f3a9c)": the hash is that of the last entry, which is chained to those before it. */
export const severalReceipt = (ask: AskOfInspection, receipts: readonly Receipt[]): Message => {
  const [first, last] = [receipts[0], receipts.at(-1)];
  if (!first || !last) return { parts: [{ lines: [['Nothing was saved.']] }] };
  const saved = savedAs(itemsSaved(receipts), last.hash);
  if (isRestrictedEntry(first))
    return { parts: [{ lines: [[{ strong: saved }, ' · restricted'], [restrictedReceiptWords(ask)]] }] };
  const { inspection, at } = last;
  const kept = receipts.flatMap((receipt) => inspection.evidence.get(itemIn(receipt)) ?? []);
  return {
    parts: [
      { lines: [[{ strong: saved }]] },
      ...kept.flatMap(({ item, content }) => [
        { lines: [[{ strong: item }, ` · ${contentInWords(inspection, content, at)}`]] },
        { quote: content.text },
      ]),
      { buttons: [{ label: 'Correct one of them', does: 'mine' }] },
    ],
  };
};

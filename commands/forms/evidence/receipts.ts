import { listed } from '../../../src/domain/framework.ts';
import { may } from '../../../src/domain/roles.ts';
import { contentInWords, evidenceReceipt, pressed, savedAs } from '../../../src/words/evidence.ts';
import { type Message, message, paragraph, says } from '../../../src/words/message.ts';
import type { AskOfInspection, Receipt } from '../../contract.ts';
import { savedItem } from '../../receipt.ts';

/** What the author of new items is told once they are kept. */

const isRestrictedEntry = ({ events: [event] }: Receipt): boolean => event?.type === 'RestrictedEvidenceRecorded';

/** Who may read the restricted ones, said to somebody who just recorded one; `saved` says what was. */
export const restrictedReceipt = ({ inspection }: AskOfInspection, saved: string): Message => {
  const readers = inspection.members.filter(({ role }) => may(role, 'read restricted evidence'));
  const names = listed(
    readers.map(({ name }) => name),
    'and',
  );
  const words = `Only ${names} can read it. It appears, counts and hints nowhere else; this receipt is all you keep.`;
  return message({ lines: [[{ strong: saved }, ' · restricted'], [words]] });
};

export const recordedReceipt = (ask: AskOfInspection, kept: Receipt): Message => {
  const item = savedItem(kept);
  if (isRestrictedEntry(kept)) return restrictedReceipt(ask, savedAs(item));
  const evidence = kept.inspection.evidence.get(item);
  // Withdrawn and erased since: the same request came again.
  return evidence ? evidenceReceipt(kept.inspection, evidence, kept.at) : says('Saved.');
};

/** The items by name, as a sentence names them. */
export const itemsSaved = (receipts: readonly Receipt[]): string => receipts.map(savedItem).join(', ');

/** So many items each have what is asked of them; a message holds fifty blocks. */
const mostAsking = 10;

/** "Saved E-014, E-015, E-016 (7f3a9c)": the hash is that of the last entry, which is chained to those before it. */
export const severalReceipt = (ask: AskOfInspection, receipts: readonly Receipt[]): Message => {
  const [first, last] = [receipts[0], receipts.at(-1)];
  if (!first || !last) return says('Nothing was saved.');
  const saved = savedAs(itemsSaved(receipts));
  if (isRestrictedEntry(first)) return restrictedReceipt(ask, saved);
  const { inspection, at } = last;
  const kept = receipts.flatMap((receipt) => inspection.evidence.get(savedItem(receipt)) ?? []);
  const ownButtons = kept.length <= mostAsking;
  return message(
    paragraph({ strong: saved }),
    ...kept.flatMap((evidence) => [
      paragraph({ strong: evidence.item }, ` · ${contentInWords(inspection, evidence.content, at)}`),
      { quote: evidence.content.text },
      ...(ownButtons ? pressed(inspection, evidence) : []),
    ]),
    { buttons: ownButtons ? [] : [{ label: 'Correct one of them', does: 'mine' }] },
  );
};

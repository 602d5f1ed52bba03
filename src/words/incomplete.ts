import type { Summary } from '../domain/summary.ts';
import { standingWord } from './board.ts';
import { within } from './fitting.ts';
import { counted, type Message, message } from './message.ts';
import { incompleteInWords } from './pause.ts';
import { momentOf } from './times.ts';

/** So much of the reason stands in the channel; all of it is in the record. */
const mostReason = 1500;

/** The summary of an inspection that ended without a result: that it did, why, and no grade at all. */
export const incompleteMessage = (
  summary: Summary,
  at: string,
  head: { version: number; hash: string },
): Message | null => {
  const { inspection } = summary;
  const { incomplete, framework, timeZone } = inspection;
  if (!incomplete) return null;
  const standing = [...inspection.evidence.values()].filter(({ withdrawn }) => !withdrawn).length;
  return message(
    { heading: `${inspection.authority} · incomplete` },
    {
      lines: [
        [
          { strong: standingWord(summary) },
          ` · ${framework.short} (edition ${framework.id}) · as at ${momentOf({ timeZone }, at)}`,
        ],
        [within(incompleteInWords(inspection, incomplete), mostReason)],
        [
          `It has no result and no grade is given. What was recorded stays in the record: ${counted(standing, 'item')} of evidence.`,
        ],
      ],
    },
    { note: `Record ${head.hash.slice(0, 6)} · ${counted(head.version, 'entry', 'entries')}` },
  );
};

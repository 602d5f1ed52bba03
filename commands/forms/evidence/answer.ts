import type { EvidenceContent } from '../../../src/domain/matters/evidence-content.ts';
import { isAlike } from '../../../src/domain/matters/evidence-content.ts';
import { casesNamed } from '../../../src/domain/recording/cases.ts';
import { type ReadLine, readLine } from '../../../src/domain/recording/line.ts';
import type { Message } from '../../../src/words/message.ts';
import type { AskOfInspection, Receipt, Reply } from '../../contract.ts';
import { keeps, tells } from '../../reply.ts';
import { spelt } from '../named-item.ts';

/** What a receipt asks for, answered by one press: marks after the item's number, as in a line: "E-014 child:", "E-014 not C-012". */

const marksOf = ({ sign, case: reference, source, link }: ReadLine): Partial<EvidenceContent> => ({
  ...(sign && { sign }),
  ...(reference && { case: reference }),
  ...(source && { source }),
  ...(link?.way && { lines: [link.line], bears: link.way }),
});

/** The item with what was answered; null where the words after its number answer nothing. */
const withAnswer = (before: EvidenceContent, line: ReadLine, words: string): EvidenceContent | null => {
  const [, not = ''] = words.match(/^not\s+(\S+)$/i) ?? [];
  const isNot = casesNamed(not)[0] === before.case && before.case !== null;
  const marks = line.area === null && line.text === '' && line.doubts.length === 0 ? marksOf(line) : {};
  const said: Partial<EvidenceContent> = isNot ? { case: null } : marks;
  if (Object.keys(said).length === 0) return null;
  const { askedOf, assumed = [], ...content } = before;
  const left = assumed.filter((field) => !(field in said));
  return {
    ...content,
    ...said,
    ...(askedOf && !said.lines ? { askedOf } : {}),
    ...(left.length > 0 ? { assumed: left } : {}),
  };
};

/** Keeps the answer to what the receipt of an item asked for; null where the words after its number are none. */
export const answered = (
  ask: AskOfInspection,
  item: string,
  receipt: (item: string) => (kept: Receipt) => Message,
): Reply | null => {
  const words = spelt(ask.words).replace(/^\S+\s*/, '');
  const evidence = ask.inspection.evidence.get(item);
  const now = evidence && words !== '' ? withAnswer(evidence.content, readLine(ask.inspection, words), words) : null;
  if (!evidence || !now) return null;
  if (isAlike(now, evidence.content)) return tells(`${item} says so already.`);
  const { from: _, ...fields } = now;
  return keeps({ type: 'EditEvidence', item, seen: ask.inspection.version, ...fields }, receipt(item));
};

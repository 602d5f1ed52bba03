import type { Inspection } from '../domain/inspection.ts';
import { letterOf } from '../domain/items.ts';
import { isRestrictedItem } from '../domain/restricted/item.ts';
import type { RestrictedRecord } from '../domain/restricted.ts';
import { nameOfPerson } from '../domain/standing.ts';
import { shortened } from './message.ts';
import { shortDay, shortMomentOf } from './times.ts';

/** That an item was put right, and how it now reads. */

/** " · corrected 20 November, 10:20, by Chi Lam"; nothing where it reads as it was recorded. */
export const correctedMark = (inspection: Inspection, item: string): string => {
  const last = inspection.corrections.get(item);
  return last
    ? ` · corrected ${shortMomentOf(last.at, inspection.timeZone)}, by ${nameOfPerson(inspection, last.by)}`
    : '';
};

/** How an item reads now, by the letter of its number, for somebody who may read it. */
const readingNow: Readonly<Record<string, (inspection: Inspection, item: string) => string | undefined>> = {
  E: ({ evidence }, item) => evidence.get(item)?.content.text,
  F: ({ findings }, item) => findings.get(item)?.content.text,
  L: ({ lines }, item) => lines.get(item)?.content.hypothesis,
  A: ({ recommendations }, item) => recommendations.get(item)?.text,
  K: ({ concerns }, item) => concerns.get(item)?.text,
  H: ({ challenges }, item) => challenges.get(item)?.text,
  Q: ({ requests }, item) => requests.get(item)?.what,
  M: ({ meetings }, item) =>
    meetings
      .get(item)
      ?.messages.map(({ text }) => text)
      .join(' · '),
  V: ({ previous }, item) => {
    const found = previous.get(item);
    return found && `${found.content.framework.short}, published ${shortDay(found.content.published)}`;
  },
};

/** How much of it is shown above a form that was filled in meanwhile. */
const mostShown = 300;

/** "Chi Lam corrected E-014 while this form was open." with how it reads now; null where nobody did since a version. */
export const correctedMeanwhile = (
  inspection: Inspection,
  restricted: RestrictedRecord | null,
  item: string,
  seen: number,
): string[] | null => {
  const record = isRestrictedItem(item) ? restricted : inspection;
  const last = record?.corrections.get(item);
  if (!last || last.version <= seen) return null;
  const text = isRestrictedItem(item)
    ? restricted?.evidence.get(item)?.content.text
    : readingNow[letterOf(item)]?.(inspection, item);
  const who = nameOfPerson(inspection, last.by);
  return [
    `Not saved yet: ${who} corrected ${item} while this form was open.`,
    ...(text ? [`It now says: ${shortened(text, mostShown)}`] : []),
    'What you typed is below. Save it to put yours in its place, or close the form to leave it so.',
  ];
};

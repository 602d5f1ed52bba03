import type { Inspection } from '../domain/inspection.ts';
import { isRestrictedItem } from '../domain/restricted/item.ts';
import type { RestrictedRecord } from '../domain/restricted.ts';
import { nameOfPerson } from '../domain/standing.ts';
import { shortened } from './fitting.ts';
import { itemReads } from './items.ts';

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
  const text = isRestrictedItem(item) ? restricted?.evidence.get(item)?.content.text : itemReads(inspection, item);
  const who = nameOfPerson(inspection, last.by);
  return [
    `Not saved yet: ${who} corrected ${item} while this form was open.`,
    ...(text ? [`It now says: ${shortened(text, mostShown)}`] : []),
    'What you typed is below. Save it to put yours in its place, or close the form to leave it so.',
  ];
};

import { listed } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import { handlingOf } from '../domain/restricted/handling.ts';
import type { RestrictedRecord } from '../domain/restricted.ts';
import { momentOf } from '../words/times.ts';
import { inline, list } from './markdown.ts';
import { whoDid } from './who.ts';

/** What came of a restricted item: the lines it led to, and how it was closed. */
export const handlingInFull = (inspection: Inspection, { handled }: RestrictedRecord, item: string): string[] => {
  const { lines, closed } = handlingOf(handled, item);
  return list([
    lines.length > 0 ? `Led to: ${listed(lines, 'and')}` : '',
    closed
      ? `Closed: ${momentOf(closed.at, inspection.timeZone)}, by ${whoDid(inspection, closed.by)}. Done: ${inline(closed.done)}`
      : '',
  ]);
};

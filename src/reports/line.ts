import { inWordsOf } from '../domain/field.ts';
import type { Inspection } from '../domain/inspection.ts';
import { claimCount } from '../domain/lines.ts';
import type { EnquiryLine } from '../domain/matters/line.ts';
import { bearingOn, originsIn, standingLabels } from '../domain/matters/line-content.ts';
import { claimsInWords } from '../words/line.ts';
import { trailOf } from './events.ts';
import { areasNamed, itemsOrNone, whoDid } from './phrases.ts';
import type { OrdinaryRecord } from './record.ts';
import { itemsInFull } from './section.ts';
import type { Block } from './tree.ts';

const facts = (inspection: Inspection, line: EnquiryLine): string[] => {
  const { origin, areas, owner } = line.content;
  return [
    `From: ${originsIn(inspection).find(({ id }) => id === origin)?.label ?? origin}`,
    `Areas: ${areasNamed(inspection, areas)}`,
    `Followed by: ${whoDid(inspection, owner)}`,
    `Evidence for: ${itemsOrNone(bearingOn(line, 'for', inspection))}`,
    `Evidence against: ${itemsOrNone(bearingOn(line, 'against', inspection))}`,
  ];
};

/** Every wording, settling and reopening of a line, in order. */
const trail = (record: OrdinaryRecord, item: string): string[] =>
  trailOf(record, item, 'LineOpened', 'LineChanged', 'LineSettled').map(({ event, when }) =>
    event.type === 'LineSettled'
      ? `${standingLabels[event.standing]}: ${when}.${event.reason ? ` Reason: ${event.reason}` : ''}`
      : `${event.type === 'LineOpened' ? 'Opened' : 'Worded so'}: ${when}. "${event.hypothesis}"`,
  );

const inFull = (line: EnquiryLine, record: OrdinaryRecord): Block[] => [
  { heading: `${line.item}: ${standingLabels[line.standing].toLowerCase()}`, level: 2 },
  { quote: line.content.hypothesis },
  { list: [...facts(record.inspection, line), ...trail(record, line.item)] },
];

/** How far the authority's own claims were tested. */
const claimsTested = (inspection: Inspection): string =>
  Object.values(claimCount(inspection)).some((count) => count > 0)
    ? `${inWordsOf(inspection, 'The {authority}’s self-evaluation')}: ${claimsInWords(inspection)}.`
    : '';

/** Every line of enquiry with its evidence and how it was settled. */
export const linesInFull = itemsInFull('Lines of enquiry', ({ lines }) => lines.values(), inFull, claimsTested);

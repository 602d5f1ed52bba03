import { areaOf } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import { claimCount } from '../domain/lines.ts';
import type { EnquiryLine } from '../domain/matters/line.ts';
import { origins, standingLabels } from '../domain/matters/line-content.ts';
import { bearingOn } from '../domain/matters/line-links.ts';
import { claimsInWords } from '../words/line.ts';
import { eventsOf } from './events.ts';
import { blocks, inline, list, quoted } from './markdown.ts';
import type { OrdinaryRecord } from './record.ts';
import { whenAndWho, whoDid } from './who.ts';

const facts = (inspection: Inspection, { content }: Pick<EnquiryLine, 'content'>): string[] => [
  `From: ${origins.find(({ id }) => id === content.origin)?.label ?? content.origin}`,
  `Areas: ${content.areas.map((area) => areaOf(inspection.framework, area).short).join('; ')}`,
  `Followed by: ${whoDid(inspection, content.owner)}`,
];

const items = (label: string, named: readonly string[]): string =>
  `${label}: ${named.length > 0 ? named.join(', ') : 'none'}`;

/** Every wording, settling and reopening of a line, in order. */
const trail = (record: OrdinaryRecord, { item }: EnquiryLine): string[] =>
  eventsOf(record, 'LineOpened', 'LineChanged', 'LineSettled').flatMap(({ entry, event }) => {
    if (event.item !== item) return [];
    const when = whenAndWho(record.inspection, entry);
    if (event.type === 'LineSettled')
      return [`${standingLabels[event.standing]}: ${when}.${event.reason ? ` Reason: ${inline(event.reason)}` : ''}`];
    return [`${event.type === 'LineOpened' ? 'Opened' : 'Worded so'}: ${when}. "${inline(event.hypothesis)}"`];
  });

const lineLines = (record: OrdinaryRecord, line: EnquiryLine): string[] => {
  const { inspection } = record;
  return blocks(
    [`### ${line.item}: ${standingLabels[line.standing].toLowerCase()}`],
    quoted(line.content.hypothesis),
    list([
      ...facts(inspection, line),
      items('Evidence for', bearingOn(line, 'for', inspection)),
      items('Evidence against', bearingOn(line, 'against', inspection)),
      ...trail(record, line),
    ]),
  );
};

/** Every line of enquiry with its evidence and how it was settled; how far the authority's own claims were tested. */
export const linesInFull = (record: OrdinaryRecord): string[] => {
  const { inspection } = record;
  if (inspection.lines.size === 0) return [];
  const claims = Object.values(claimCount(inspection)).some((count) => count > 0)
    ? [`The authority’s self-evaluation: ${claimsInWords(inspection)}.`]
    : [];
  return blocks(
    ['## Lines of enquiry'],
    claims,
    ...[...inspection.lines.values()].map((line) => lineLines(record, line)),
  );
};

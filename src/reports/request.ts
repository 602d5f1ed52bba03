import { longDay } from '../domain/day-words.ts';
import { inWordsOf } from '../domain/field.ts';
import type { Inspection } from '../domain/inspection.ts';
import type { Request } from '../domain/matters/request.ts';
import { requestKindLabels } from '../domain/matters/request.ts';
import { whenAndWho, withReason } from './phrases.ts';
import type { OrdinaryRecord } from './record.ts';
import { itemsInFull } from './section.ts';
import type { Block } from './tree.ts';

const end = (inspection: Inspection, { received, withdrawn }: Request): string => {
  if (received) return `Received: ${longDay(received.on)}${received.note ? `. ${received.note}` : ''}`;
  return withdrawn ? `Taken back: ${withReason(inspection, withdrawn)}` : 'Not received';
};

const inFull = (request: Request, { inspection }: OrdinaryRecord): Block[] => {
  const { item, kind, what, askedAt, askedOf, by, due } = request;
  const asked = `Asked: ${whenAndWho(inspection, askedAt, by)}${askedOf ? `, of ${askedOf}` : ''}`;
  return [
    { heading: `${item}: ${inWordsOf(inspection, requestKindLabels[kind]).toLowerCase()}`, level: 2 },
    { list: [asked, `Needed by: ${longDay(due)}`, end(inspection, request)] },
    { quote: what },
  ];
};

/** Everything that was asked of the authority and what became of it. */
export const requestsInFull = itemsInFull('Requests to the {authority}', ({ requests }) => requests.values(), inFull);

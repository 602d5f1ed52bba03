import type { Inspection } from '../domain/inspection.ts';
import type { Request, RequestEvent } from '../domain/matters/request.ts';
import { requestKindLabels } from '../words/request.ts';
import { longDay, momentOf } from '../words/times.ts';
import { earlierWordings } from './corrected.ts';
import { blocks, inline, list, quoted } from './markdown.ts';
import type { OrdinaryRecord } from './record.ts';
import { whoDid } from './who.ts';

const end = (inspection: Inspection, { received, withdrawn }: Request): string => {
  if (received) return `Received: ${longDay(received.on)}${received.note ? `. ${inline(received.note)}` : ''}`;
  if (!withdrawn) return 'Not received';
  return `Taken back: ${momentOf(withdrawn.at, inspection.timeZone)}, by ${whoDid(inspection, withdrawn.by)}. Reason: ${inline(withdrawn.reason)}`;
};

const inFull = (inspection: Inspection, request: Request, earlier: string[]): string[] =>
  blocks(
    [`### ${request.item}: ${requestKindLabels[request.kind].toLowerCase()}`],
    list([
      `Asked: ${momentOf(request.askedAt, inspection.timeZone)}, by ${whoDid(inspection, request.by)}${request.askedOf ? `, of ${inline(request.askedOf)}` : ''}`,
      `Needed by: ${longDay(request.due)}`,
      end(inspection, request),
    ]),
    quoted(request.what),
    earlier,
  );

/** Everything that was asked of the authority and what became of it. Nothing where nothing was. */
export const requestsInFull = (record: OrdinaryRecord): string[] => {
  const { inspection } = record;
  const earlier = earlierWordings(record);
  const all = [...inspection.requests.values()];
  return all.length === 0
    ? []
    : blocks(['## Requests to the authority'], ...all.map((each) => inFull(inspection, each, earlier(each.item))));
};

/** What happened in a few words. */
export const requestInFewWords = (event: RequestEvent): string => {
  switch (event.type) {
    case 'RequestMade':
      return `${event.item} asked of the authority`;
    case 'RequestReceived':
      return `${event.item} received`;
    case 'RequestWithdrawn':
      return `${event.item} taken back`;
  }
};

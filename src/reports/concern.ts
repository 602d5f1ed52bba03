import type { Inspection } from '../domain/inspection.ts';
import type { Concern, ConcernEvent } from '../domain/matters/concern.ts';
import type { NoticeEvent } from '../domain/matters/notice.ts';
import { momentOf } from '../words/times.ts';
import { earlierWordings } from './corrected.ts';
import { blocks, inline, list, quoted } from './markdown.ts';
import type { OrdinaryRecord } from './record.ts';
import { whoDid } from './who.ts';

const trail = (inspection: Inspection, { referrals, closed }: Concern): string[] => {
  const when = (at: string) => momentOf(at, inspection.timeZone);
  return [
    ...referrals.flatMap(({ to, at, by, acknowledged }) => [
      `Referred back to the authority: ${when(at)}, to ${inline(to)}, as recorded by ${whoDid(inspection, by)}`,
      acknowledged ? `Acknowledged: ${when(acknowledged.at)}, by ${inline(acknowledged.by)}` : 'Not acknowledged',
    ]),
    ...(referrals.length === 0 ? ['Not referred back to the authority'] : []),
    closed
      ? `Closed: ${when(closed.at)}, by ${whoDid(inspection, closed.by)}. What was done: ${inline(closed.done)}`
      : 'Open',
  ];
};

const inFull = (inspection: Inspection, concern: Concern, earlier: string[]): string[] => {
  const { item, text, case: reference, by, recordedAt } = concern;
  const facts = [
    reference ? `Case: ${reference}` : '',
    `Recorded: ${momentOf(recordedAt, inspection.timeZone)}, by ${whoDid(inspection, by)}`,
    ...trail(inspection, concern),
  ];
  return blocks([`### ${item}`], list(facts), quoted(text), earlier);
};

/** Every child at risk with what was done about it. Nothing where there was none. */
export const concernsInFull = (record: OrdinaryRecord): string[] => {
  const { inspection } = record;
  const earlier = earlierWordings(record);
  const all = [...inspection.concerns.values()];
  if (all.length === 0) return [];
  return blocks(
    ['## Children at risk'],
    ['Outside the grading: none of this is evidence, and no judgement rests on it.'],
    ...all.map((concern) => inFull(inspection, concern, earlier(concern.item))),
  );
};

/** What happened in a few words. */
export const concernInFewWords = (inspection: Inspection, event: ConcernEvent | NoticeEvent): string => {
  switch (event.type) {
    case 'ConcernRecorded':
      return `${event.item}: a child at risk recorded`;
    case 'ConcernReferred':
      return `${event.item} referred back to the authority`;
    case 'ConcernAcknowledged':
      return `${event.item} acknowledged by the authority`;
    case 'ConcernClosed':
      return `${event.item} closed`;
    case 'NoticeClaimed':
      return `${event.notice}: message to ${whoDid(inspection, event.recipient)} begun`;
    case 'NoticePosted':
      return `${event.notice}: message sent to ${whoDid(inspection, event.recipient)}`;
    case 'NoticeRefused':
      return `${event.notice}: message to ${whoDid(inspection, event.recipient)} refused by Slack`;
  }
};

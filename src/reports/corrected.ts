import { areaOf, nameOf } from '../domain/framework.ts';
import type { Inspection, InspectionEvent } from '../domain/inspection.ts';
import type { Rightly } from '../domain/matters/correction.ts';
import { meetingLabels } from '../words/meeting.ts';
import { previousTitle, resultInWords } from '../words/previous.ts';
import { requestKindLabels } from '../words/request.ts';
import { longDay, momentOf } from '../words/times.ts';
import { eventsOf } from './events.ts';
import { indented, inline, list } from './markdown.ts';
import type { OrdinaryRecord, Told } from './record.ts';
import { whenAndWho } from './who.ts';

/** One wording, in lines. */
export const wordingLines = (inspection: Inspection, event: Rightly): string[] => {
  switch (event.type) {
    case 'MeetingRecorded':
      return [
        `${meetingLabels[event.kind]}, held ${momentOf(event.heldAt, inspection.timeZone)}. There: ${inline(event.present)}`,
        ...event.messages.map(({ text, areas }) => {
          const trailed = areas.map((area) => areaOf(inspection.framework, area).short).join('; ');
          return `${inline(text)}${trailed ? ` (trails ${trailed})` : ''}`;
        }),
      ];
    case 'ConcernRecorded':
      return [`${event.case ? `Case ${event.case}: ` : ''}${inline(event.text)}`];
    case 'ChallengeRaised': {
      const by = event.from === 'team' ? 'In the team' : `By the authority, ${inline(event.raisedBy ?? '')}`;
      return [
        `${by}, against ${nameOf(inspection.framework, event.against)}, received ${longDay(event.receivedOn)}, due ${longDay(event.due)}: ${inline(event.text)}`,
      ];
    }
    case 'RequestMade':
      return [
        `${requestKindLabels[event.kind]}${event.askedOf ? `, of ${inline(event.askedOf)}` : ''}, needed by ${longDay(event.due)}: ${inline(event.what)}`,
      ];
    case 'PreviousEntered':
      return [
        `${inline(previousTitle(event))}. Result: ${inline(resultInWords(event))}`,
        ...event.recommendations.map((text, place) => `${place + 1}. ${inline(text)}`),
      ];
  }
};

type Worded = { entry: Told<InspectionEvent>; wording: Rightly };

/** Every wording of every item that is put right as it was recorded, the first one first. */
const wordingsIn = (record: OrdinaryRecord): Map<string, Worded[]> => {
  const all = new Map<string, Worded[]>();
  const events = eventsOf(
    record,
    'MeetingRecorded',
    'ConcernRecorded',
    'ChallengeRaised',
    'RequestMade',
    'PreviousEntered',
    'ItemCorrected',
  );
  for (const { entry, event } of events) {
    const wording = event.type === 'ItemCorrected' ? event.to : event;
    all.set(event.item, [...(all.get(event.item) ?? []), { entry, wording }]);
  }
  return all;
};

/** What each item said before it was put right: for its place in the copy to read. Nothing where it reads as it was recorded. */
export const earlierWordings = (record: OrdinaryRecord): ((item: string) => string[]) => {
  const all = wordingsIn(record);
  return (item) =>
    (all.get(item) ?? []).flatMap(({ wording }, place, worded) => {
      const next = worded[place + 1];
      if (!next) return [];
      return [
        `- Until it was corrected, ${whenAndWho(record.inspection, next.entry)}, it said:`,
        ...indented(list(wordingLines(record.inspection, wording))),
      ];
    });
};

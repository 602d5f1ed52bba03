import { longDay } from '../domain/day-words.ts';
import { inWordsOf } from '../domain/field.ts';
import { nameOf } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import { type Rightly, recordings } from '../domain/matters/correction.ts';
import { meetingLabels } from '../domain/matters/meeting.ts';
import { requestKindLabels } from '../domain/matters/request.ts';
import { wordingReads } from '../words/items.ts';
import { previousTitle, resultInWords } from '../words/previous.ts';
import { momentOf } from '../words/times.ts';
import { eventsOf } from './events.ts';
import { areasNamed } from './phrases.ts';
import type { OrdinaryRecord } from './record.ts';
import type { Block } from './tree.ts';

type Kind = Rightly['type'];

/** How a wording is put in lines, where that is more than what the item reads. */
const wordings: {
  [Type in Kind]?: (event: Extract<Rightly, { type: Type }>, inspection: Inspection) => string[];
} = {
  MeetingRecorded: ({ kind, heldAt, present, messages }, inspection) => [
    `${inWordsOf(inspection, meetingLabels[kind])}, held ${momentOf(inspection, heldAt)}. There: ${present}`,
    ...messages.map(({ text, areas }) => {
      const trailed = areasNamed(inspection, areas);
      return `${text}${trailed ? ` (trails ${trailed})` : ''}`;
    }),
  ],
  ConcernRecorded: (event, inspection) => [
    `${event.case ? `${inWordsOf(inspection, '{Case}')} ${event.case}: ` : ''}${event.text}`,
  ],
  ChallengeRaised: ({ from, raisedBy, against, receivedOn, due, text }, inspection) => {
    const by = from === 'team' ? 'In the team' : `${inWordsOf(inspection, 'By the {authority}')}, ${raisedBy ?? ''}`;
    return [
      `${by}, against ${nameOf(inspection.framework, against)}, received ${longDay(receivedOn)}, due ${longDay(due)}: ${text}`,
    ];
  },
  RequestMade: ({ kind, askedOf, due, what }, inspection) => [
    `${inWordsOf(inspection, requestKindLabels[kind])}${askedOf ? `, of ${askedOf}` : ''}, needed by ${longDay(due)}: ${what}`,
  ],
  PreviousEntered: (event) => [
    `${previousTitle(event)}. Result: ${resultInWords(event)}`,
    ...numbered(event.recommendations),
  ],
};

/** Somebody's words, each with its number. */
export const numbered = (all: readonly string[]): string[] => all.map((text, index) => `Number ${index + 1}: ${text}`);

/** One wording, in lines. */
export const wordingLines = (inspection: Inspection, event: Rightly): string[] =>
  wordings[event.type]?.(event as never, inspection) ?? [wordingReads(event)];

/** What each item said before it was put right. Nothing of one that reads as it was recorded. */
export const earlierWordings = (record: OrdinaryRecord): Map<string, Block[]> => {
  const earlier = new Map<string, Block[]>();
  const last = new Map<string, Rightly>();
  for (const { event, when } of eventsOf(record, ...recordings, 'ItemCorrected')) {
    const before = last.get(event.item);
    if (before) {
      const said = { list: wordingLines(record.inspection, before) };
      const list = [{ line: `Until it was corrected, ${when}, it said:`, under: [said] }];
      earlier.set(event.item, [...(earlier.get(event.item) ?? []), { list }]);
    }
    last.set(event.item, event.type === 'ItemCorrected' ? event.to : event);
  }
  return earlier;
};

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
import { inline, list, listItem } from './markdown.ts';
import { areasNamed } from './phrases.ts';
import type { OrdinaryRecord } from './record.ts';

type Kind = Rightly['type'];

/** How a wording is put in lines, where that is more than what the item reads. */
const wordings: {
  [Type in Kind]?: (event: Extract<Rightly, { type: Type }>, inspection: Inspection) => string[];
} = {
  MeetingRecorded: ({ kind, heldAt, present, messages }, inspection) => [
    `${inWordsOf(inspection, meetingLabels[kind])}, held ${momentOf(inspection, heldAt)}. There: ${inline(present)}`,
    ...messages.map(({ text, areas }) => {
      const trailed = areasNamed(inspection, areas);
      return `${inline(text)}${trailed ? ` (trails ${trailed})` : ''}`;
    }),
  ],
  ConcernRecorded: (event, inspection) => [
    `${event.case ? `${inWordsOf(inspection, '{Case}')} ${event.case}: ` : ''}${inline(event.text)}`,
  ],
  ChallengeRaised: ({ from, raisedBy, against, receivedOn, due, text }, inspection) => {
    const by =
      from === 'team' ? 'In the team' : `${inWordsOf(inspection, 'By the {authority}')}, ${inline(raisedBy ?? '')}`;
    return [
      `${by}, against ${nameOf(inspection.framework, against)}, received ${longDay(receivedOn)}, due ${longDay(due)}: ${inline(text)}`,
    ];
  },
  RequestMade: ({ kind, askedOf, due, what }, inspection) => [
    `${inWordsOf(inspection, requestKindLabels[kind])}${askedOf ? `, of ${inline(askedOf)}` : ''}, needed by ${longDay(due)}: ${inline(what)}`,
  ],
  PreviousEntered: (event) => [
    `${inline(previousTitle(event))}. Result: ${inline(resultInWords(event))}`,
    ...numbered(event.recommendations),
  ],
};

/** Somebody's words, each with its number. */
export const numbered = (all: readonly string[]): string[] => all.map((text, index) => `${index + 1}. ${inline(text)}`);

/** One wording, in lines. */
export const wordingLines = (inspection: Inspection, event: Rightly): string[] =>
  wordings[event.type]?.(event as never, inspection) ?? [inline(wordingReads(event))];

/** What each item said before it was put right. Nothing of one that reads as it was recorded. */
export const earlierWordings = (record: OrdinaryRecord): Map<string, string[]> => {
  const earlier = new Map<string, string[]>();
  const last = new Map<string, Rightly>();
  for (const { event, when } of eventsOf(record, ...recordings, 'ItemCorrected')) {
    const before = last.get(event.item);
    if (before) {
      const lines = list(wordingLines(record.inspection, before));
      const said = listItem(`Until it was corrected, ${when}, it said:`, lines);
      earlier.set(event.item, [...(earlier.get(event.item) ?? []), ...said]);
    }
    last.set(event.item, event.type === 'ItemCorrected' ? event.to : event);
  }
  return earlier;
};

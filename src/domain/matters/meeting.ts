import { z } from 'zod';
import { alter, type Withdrawn } from '../changing.ts';
import { correcting } from '../correcting.ts';
import { notJudged, unknownAreas } from '../framework.ts';
import type { Inspection } from '../inspection.ts';
import { nextItem } from '../items.ts';
import { matter } from '../matter.ts';
import type { By, Person } from '../people.ts';
import type { Decision, Refusal } from '../refusal.ts';
import { areaRecord, judgementOf } from '../standing.ts';
import { moment, typed, typedOrNothing } from '../text/typed.ts';
import { chosenIds } from './evidence-content.ts';
import type { Judgement } from './judgement.ts';

/*
 * Meetings with the authority and in the team: who was there and the few messages given. What a message to the authority
 * trails of an area is remembered, so that no grade comes as a surprise at the end.
 */

export const meetingKinds = ['keep-in-touch', 'team'] as const;
export const meetingLabels: Record<(typeof meetingKinds)[number], string> = {
  'keep-in-touch': 'Keep-in-touch meeting with the {authority}',
  team: 'Team meeting',
};

/** A message and the areas that it trails, by their place in the form: people give three or four. */
export const messagePlaces = [1, 2, 3, 4] as const;

const meetingFields = {
  kind: z.enum(meetingKinds, 'Choose what kind of meeting it was.'),
  heldAt: moment('Give the day and time of the meeting.'),
  present: typed('Say who was there, those of the {authority} by role.'),
  message1: typed('Write at least one message that was given.'),
  areas1: chosenIds,
  message2: typedOrNothing,
  areas2: chosenIds,
  message3: typedOrNothing,
  areas3: chosenIds,
  message4: typedOrNothing,
  areas4: chosenIds,
};
const recordMeeting = z.strictObject({ type: z.literal('RecordMeeting'), ...meetingFields });
export type RecordMeeting = z.infer<typeof recordMeeting>;

const given = z.strictObject({ text: z.string(), areas: z.array(z.string()) });

const meetingRecorded = z.strictObject({
  type: z.literal('MeetingRecorded'),
  item: z.string(),
  kind: z.enum(meetingKinds),
  heldAt: z.string(),
  present: z.string(),
  messages: z.array(given).min(1),
});
export type MeetingRecorded = z.infer<typeof meetingRecorded>;

export type Meeting = Omit<MeetingRecorded, 'type'> & {
  by: Person;
  recordedAt: string;
  withdrawn: Withdrawn | null;
};

/** Those that count: all but the withdrawn ones, in the order in which they were recorded. */
const standingMeetings = ({ meetings }: Inspection): Meeting[] =>
  [...meetings.values()].filter(({ withdrawn }) => withdrawn === null);

/** What is said of a meeting as an item of this number, or what is wrong with it. */
const readMeeting = (
  command: Omit<RecordMeeting, 'type'>,
  item: string,
  inspection: Inspection,
  by: By,
): Decision<MeetingRecorded> => {
  const refusals: Refusal[] = [];
  if (command.heldAt > by.at)
    refusals.push({ field: 'heldAt', words: 'This is in the future. Record a meeting once it was held.' });
  const messages = messagePlaces.flatMap((place) => {
    const [text, areas] = [command[`message${place}`], command[`areas${place}`]];
    const unknown = unknownAreas(inspection.framework, areas);
    if (unknown !== null) refusals.push({ field: `areas${place}`, words: unknown });
    if (text === null && areas.length > 0)
      refusals.push({
        field: `message${place}`,
        words: 'Write the message that trails these areas, or take them out.',
      });
    return text === null ? [] : [{ text, areas }];
  });
  if (refusals.length > 0) return { refusals };
  const { kind, heldAt, present } = command;
  return { events: [{ type: 'MeetingRecorded', item, kind, heldAt, present, messages }] };
};

const decide = (command: RecordMeeting, inspection: Inspection, by: By): Decision<MeetingRecorded> => {
  return readMeeting(command, nextItem(inspection.items, 'M'), inspection, by);
};

/** A grade that the authority has not heard of, or has heard of before it became another one (`since`: the last meeting). */
type Untrailed = { area: string; judgement: Judgement; since: Meeting | null };

/**
 * The grades given that no message to the authority has trailed as they now stand. An area trailed before it had any grade
 * counts as trailed.
 */
export const untrailed = (inspection: Inspection): Untrailed[] =>
  inspection.framework.areas.flatMap(({ id: area, kind }): Untrailed[] => {
    const judgement = kind === 'input' ? null : judgementOf(inspection, area);
    if (!judgement || judgement.grade === notJudged) return [];
    const trailing = standingMeetings(inspection)
      .filter(
        (meeting) => meeting.kind === 'keep-in-touch' && meeting.messages.some(({ areas }) => areas.includes(area)),
      )
      .sort((one, other) => one.heldAt.localeCompare(other.heldAt))
      .at(-1);
    if (!trailing) return [{ area, judgement, since: null }];
    const stood = areaRecord(inspection, area).judgements.findLast(({ at }) => at <= trailing.heldAt);
    return stood && stood.grade !== judgement.grade ? [{ area, judgement, since: trailing }] : [];
  });

export const meetingCorrection = correcting({
  of: 'meeting',
  fields: meetingFields,
  event: meetingRecorded,
  read: readMeeting,
  reword: ({ meetings }, { type: _, ...said }) => alter(meetings, said.item, said),
});

declare module '../inspection.ts' {
  interface Inspection {
    meetings: Map<string, Meeting>;
  }
}

export const meetingMatter = matter({
  commands: [recordMeeting],
  events: [meetingRecorded],
  act: 'record a meeting',
  sealed: false,
  begins: () => ({ meetings: new Map() }),
  decide,
  evolve: {
    MeetingRecorded: ({ meetings }, { type: _, ...said }, { person: by, at }) =>
      void meetings.set(said.item, { ...said, by, recordedAt: at, withdrawn: null }),
  },
  moves: 'nothing',
});

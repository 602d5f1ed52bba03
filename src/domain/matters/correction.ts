import { z } from 'zod';
import { noteCorrection, seen } from '../corrections.ts';
import type { Entered, Inspection } from '../inspection.ts';
import { letterOf } from '../items.ts';
import { type By, type Person, samePerson } from '../people.ts';
import { type Decision, refuse } from '../refusal.ts';
import { type Act, may, onlyFor } from '../roles.ts';
import { sealedWords } from '../sealed.ts';
import { roleOf } from '../standing.ts';
import { typed } from '../text/typed.ts';
import * as challenge from './challenge.ts';
import * as concern from './concern.ts';
import { nothingChanged } from './evidence.ts';
import * as meeting from './meeting.ts';
import * as previous from './previous.ts';
import { previousFields } from './previous-content.ts';
import * as request from './request.ts';

/*
 * Putting right what was recorded, for the kinds of item that have no rules of their own for it: meetings, children at risk,
 * challenges, requests, earlier inspections. A correction is the item as it should have been recorded; what came of it since stays.
 */

const corrects = { type: z.literal('CorrectItem'), item: z.string(), seen };
export const correctItem = z.discriminatedUnion('of', [
  z.strictObject({ ...corrects, of: z.literal('meeting'), ...meeting.meetingFields }),
  z.strictObject({ ...corrects, of: z.literal('concern'), ...concern.concernFields }),
  z.strictObject({ ...corrects, of: z.literal('challenge'), ...challenge.challengeFields }),
  z.strictObject({ ...corrects, of: z.literal('request'), ...request.requestFields }),
  z.strictObject({ ...corrects, of: z.literal('previous'), ...previousFields }),
]);
export type CorrectItem = z.infer<typeof correctItem>;

/** Of an item that others would count on, though it should not be there. */
export const withdrawItem = z.strictObject({
  type: z.literal('WithdrawItem'),
  item: z.string(),
  reason: typed('Say why it is withdrawn. It stays in the record, marked as withdrawn.'),
});
export type WithdrawItem = z.infer<typeof withdrawItem>;

/** The item as it should have been recorded, in the words of the event that recorded it. */
const rightly = z.discriminatedUnion('type', [
  meeting.meetingRecorded,
  concern.concernRecorded,
  challenge.challengeRaised,
  request.requestMade,
  previous.previousEntered,
]);
export type Rightly = z.infer<typeof rightly>;
export const itemCorrected = z.strictObject({ type: z.literal('ItemCorrected'), item: z.string(), to: rightly });
export const itemWithdrawn = z.strictObject({ type: z.literal('ItemWithdrawn'), item: z.string(), reason: z.string() });
export type ItemCorrected = z.infer<typeof itemCorrected>;
export type ItemWithdrawn = z.infer<typeof itemWithdrawn>;

/** An item of one of these kinds as it stands: whose it is, and why it changes no more, where it does not. */
type Standing = { by: Person; says: object; over: string | null };

type Kind = {
  act: Act;
  /** Where its numbers are found. */
  list: string;
  standing(inspection: Inspection, item: string): Standing | undefined;
  /** Whether signing off seals it. */
  sealed: boolean;
  /** Withdraws it; null where it is not withdrawn, and what is done instead. */
  withdraw: ((inspection: Inspection, item: string, withdrawn: Withdrawn) => void) | null;
};

type Withdrawn = { reason: string; by: Person; at: string };
const withdrawnWords = (item: string, withdrawn: { reason: string } | null): string | null =>
  withdrawn && `${item} was withdrawn: ${withdrawn.reason}`;

/** By the letter of the item's number. */
const kinds: Readonly<Record<string, Kind>> = {
  M: {
    act: 'record a meeting',
    list: '/judge meeting list',
    sealed: false,
    standing: ({ meetings }, item) => {
      const found = meetings.get(item);
      return found && { by: found.by, says: found, over: withdrawnWords(item, found.withdrawn) };
    },
    withdraw: ({ meetings }, item, withdrawn) => {
      const found = meetings.get(item);
      if (found) meetings.set(item, { ...found, withdrawn });
    },
  },
  K: {
    act: 'record a child at risk',
    list: '/judge concern list',
    sealed: false,
    standing: ({ concerns }, item) => {
      const found = concerns.get(item);
      return found && { by: found.by, says: found, over: null };
    },
    withdraw: null,
  },
  H: {
    act: 'challenge a judgement',
    list: '/judge challenge list',
    sealed: false,
    standing: ({ challenges }, item) => {
      const found = challenges.get(item);
      return found && { by: found.by, says: found, over: null };
    },
    withdraw: null,
  },
  Q: {
    act: 'ask the authority for something',
    list: '/judge request list',
    sealed: false,
    standing: ({ requests }, item) => {
      const found = requests.get(item);
      const over = found?.withdrawn ? `${item} was taken back: ${found.withdrawn.reason}` : null;
      return found && { by: found.by, says: found, over };
    },
    withdraw: null,
  },
  V: {
    act: 'record earlier inspections and context',
    list: '/judge previous',
    sealed: true,
    standing: (inspection, item) => {
      const found = inspection.previous.get(item);
      return found && { by: found.by, says: found.content, over: withdrawnWords(item, found.withdrawn) };
    },
    withdraw: (inspection, item, withdrawn) => {
      const found = inspection.previous.get(item);
      if (found) inspection.previous.set(item, { ...found, withdrawn });
    },
  },
};

/** Why this person may not change an item of these kinds; null where they may. Asked at opening and again at submission. */
export const whyNotChange = (inspection: Inspection, item: string, person: Person): string | null => {
  const kind = kinds[letterOf(item)];
  const standing = kind?.standing(inspection, item);
  if (!kind || !standing) return `There is no ${item} here. See ${kind?.list ?? '/judge find'}.`;
  const role = roleOf(inspection, person);
  if (!samePerson(standing.by, person) && !may(role, 'correct what others recorded'))
    return `${item} is somebody else’s. ${onlyFor('correct what others recorded')}`;
  if (!may(role, kind.act)) return onlyFor(kind.act);
  if (kind.sealed && inspection.sealed) return sealedWords(inspection);
  return standing.over;
};

/** Whether a wording says what stands already: field by field, as it would be recorded. */
const isTheSame = ({ type: _, ...to }: Rightly, says: object): boolean => {
  const standing = new Map(Object.entries(says));
  return Object.entries(to).every(
    ([field, value]) => field === 'item' || JSON.stringify(standing.get(field)) === JSON.stringify(value),
  );
};

const reading = (command: CorrectItem, inspection: Inspection, by: By): Decision<Rightly> => {
  switch (command.of) {
    case 'meeting':
      return meeting.readMeeting(command, command.item, inspection, by);
    case 'concern':
      return { events: [concern.readConcern(command, command.item)] };
    case 'challenge':
      return challenge.readChallenge(command, command.item, inspection, by);
    case 'request':
      return request.readRequest(command, command.item, inspection, by);
    case 'previous':
      return previous.readCorrection(command, command.item, inspection, by);
  }
};

const letters: Record<CorrectItem['of'], string> = {
  meeting: 'M',
  concern: 'K',
  challenge: 'H',
  request: 'Q',
  previous: 'V',
};

export const decideCorrection = (
  command: CorrectItem | WithdrawItem,
  inspection: Inspection,
  by: By,
): Decision<ItemCorrected | ItemWithdrawn> => {
  const { item } = command;
  const whyNot = whyNotChange(inspection, item, by.person);
  if (whyNot) return refuse(null, whyNot);
  const kind = kinds[letterOf(item)];
  if (command.type === 'WithdrawItem')
    return kind?.withdraw
      ? { events: [{ type: 'ItemWithdrawn', item, reason: command.reason }] }
      : refuse(null, `${item} is not withdrawn. See what can be done with it: ${kind?.list ?? '/judge find'}`);
  if (letters[command.of] !== letterOf(item)) return refuse(null, `${item} is no ${command.of}.`);
  const read = reading(command, inspection, by);
  if ('refusals' in read) return read;
  const [to] = read.events;
  const says = kind?.standing(inspection, item)?.says ?? {};
  if (!to || isTheSame(to, says)) return refuse(null, nothingChanged(item));
  return { events: [{ type: 'ItemCorrected', item, to }] };
};

const reword = (inspection: Inspection, to: Rightly): void => {
  switch (to.type) {
    case 'MeetingRecorded':
      return meeting.rewordMeeting(inspection, to);
    case 'ConcernRecorded':
      return concern.rewordConcern(inspection, to);
    case 'ChallengeRaised':
      return challenge.rewordChallenge(inspection, to);
    case 'RequestMade':
      return request.rewordRequest(inspection, to);
    case 'PreviousEntered':
      return previous.rewordPrevious(inspection, to);
  }
};

export const evolveCorrection = (
  inspection: Inspection,
  event: ItemCorrected | ItemWithdrawn,
  entered: Entered,
): void => {
  const { item } = event;
  if (event.type === 'ItemCorrected') {
    const before = challenge.isDissent(inspection, item);
    reword(inspection, event.to);
    // Dissent stands in the summary, beside the judgement; it lapses nothing.
    if (before || challenge.isDissent(inspection, item)) inspection.changedAt = entered.version;
    noteCorrection(inspection.corrections, item, entered);
    return;
  }
  kinds[letterOf(item)]?.withdraw?.(inspection, item, { reason: event.reason, by: entered.person, at: entered.at });
};

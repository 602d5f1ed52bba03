import { z } from 'zod';
import { seen } from '../corrections.ts';
import type { Entered, Inspection } from '../inspection.ts';
import { letterOf } from '../items.ts';
import { type Moves, matter } from '../matter.ts';
import type { By } from '../people.ts';
import { type Decision, refuse } from '../refusal.ts';
import { typed } from '../text/typed.ts';
import * as challenge from './challenge.ts';
import * as concern from './concern.ts';
import { kinds, whyNotChange } from './correctable.ts';
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

const decideCorrection = (
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

const evolveCorrection = (inspection: Inspection, event: ItemCorrected | ItemWithdrawn, entered: Entered): void => {
  const { item } = event;
  switch (event.type) {
    case 'ItemCorrected':
      return reword(inspection, event.to);
    case 'ItemWithdrawn':
      return kinds[letterOf(item)]?.withdraw?.(inspection, item, {
        reason: event.reason,
        by: entered.person,
        at: entered.at,
      });
    default:
      event satisfies never;
  }
};

/** The summary says what moved since an earlier inspection, so the lead signs for it; it shows dissent, and nobody signs for that. */
const moves = (inspection: Inspection, event: ItemCorrected | ItemWithdrawn): Moves => {
  if (letterOf(event.item) === 'V') return 'signature';
  const now = event.type === 'ItemCorrected' && event.to.type === 'ChallengeRaised' ? event.to : undefined;
  return challenge.dissentMoves(inspection, event.item, now);
};

export const correctionMatter = matter({
  commands: [correctItem, withdrawItem],
  events: [itemCorrected, itemWithdrawn],
  sealed: false,
  begins: () => ({}),
  decide: decideCorrection,
  evolve: evolveCorrection,
  moves: moves,
  corrects: ['ItemCorrected'],
});

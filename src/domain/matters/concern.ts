import { z } from 'zod';
import { alter } from '../changing.ts';
import { correcting } from '../correcting.ts';
import type { Inspection } from '../inspection.ts';
import { nextItem } from '../items.ts';
import { matter, type Of } from '../matter.ts';
import type { By, Person } from '../people.ts';
import { type Decision, refuse } from '../refusal.ts';
import { nameOfPerson } from '../standing.ts';
import { moment, typed } from '../text/typed.ts';
import { caseReference } from './evidence-content.ts';

/*
 * A child at risk, seen while inspecting, is referred back to the authority and followed until it is closed. It stands
 * outside the grading: it is no evidence, it lapses no signature, and signing off does not seal it.
 */

const concernFields = { text: typed('Say what puts the {child} at risk.'), case: caseReference };
const recordConcern = z.strictObject({ type: z.literal('RecordConcern'), ...concernFields });
const referConcern = z.strictObject({
  type: z.literal('ReferConcern'),
  item: z.string(),
  referredTo: typed('Say to whom at the {authority}, by role, such as {the duty team manager}.'),
  referredAt: moment('Give the day and time it was referred.'),
});
const acknowledgeConcern = z.strictObject({
  type: z.literal('AcknowledgeConcern'),
  item: z.string(),
  acknowledgedBy: typed('Say who at the {authority} acknowledged it, by role.'),
  acknowledgedAt: moment('Give the day and time it was acknowledged.'),
});
export const closeConcern = z.strictObject({
  type: z.literal('CloseConcern'),
  item: z.string(),
  done: typed('Say what was done for the {child}.'),
});
const commands = [recordConcern, referConcern, acknowledgeConcern, closeConcern] as const;

const item = z.string();
const concernRecorded = z.strictObject({
  type: z.literal('ConcernRecorded'),
  item,
  text: z.string(),
  case: z.string().nullable(),
});
const concernReferred = z.strictObject({
  type: z.literal('ConcernReferred'),
  item,
  referredTo: z.string(),
  referredAt: z.string(),
});
const concernAcknowledged = z.strictObject({
  type: z.literal('ConcernAcknowledged'),
  item,
  acknowledgedBy: z.string(),
  acknowledgedAt: z.string(),
});
const concernClosed = z.strictObject({ type: z.literal('ConcernClosed'), item, done: z.string() });
const events = [concernRecorded, concernReferred, concernAcknowledged, concernClosed] as const;

/** To whom at the authority a child was referred back, and what is known of its being heard. */
type Referral = { to: string; at: string; by: Person; acknowledged: { by: string; at: string } | null };

export type Concern = {
  item: string;
  text: string;
  case: string | null;
  by: Person;
  recordedAt: string;
  /** More than one where it was taken further. */
  referrals: Referral[];
  closed: { done: string; by: Person; at: string } | null;
  /** Cases that an earlier wording named. Their references stand for a child already. */
  casesBefore: string[];
  /** Who had been told of it when it was last corrected, by user id. */
  toldBefore: string[];
};

export const openConcerns = ({ concerns }: Inspection): Concern[] =>
  [...concerns.values()].filter(({ closed }) => closed === null);

/** One that is gone on with, or why not. */
const goingOn = (inspection: Inspection, name: string): Concern | string => {
  const concern = inspection.concerns.get(name);
  if (!concern) return `There is no ${name} here.`;
  const { closed } = concern;
  return closed ? `${name} is closed already, by ${nameOfPerson(inspection, closed.by)}: ${closed.done}` : concern;
};

const notYet = 'This is in the future. Give the time it happened.';

/** What is said of a child at risk as an item of this number. */
const readConcern = (
  { text, case: reference }: Pick<z.infer<typeof recordConcern>, 'text' | 'case'>,
  item: string,
): Decision<z.infer<typeof concernRecorded>> => ({
  events: [{ type: 'ConcernRecorded', item, text, case: reference }],
});

const decide = (command: Of<typeof commands>, inspection: Inspection, by: By): Decision<Of<typeof events>> => {
  if (command.type === 'RecordConcern') return readConcern(command, nextItem(inspection.items, 'K'));
  const concern = goingOn(inspection, command.item);
  if (typeof concern === 'string') return refuse(null, concern);
  switch (command.type) {
    case 'ReferConcern': {
      const { type: _, ...referral } = command;
      if (referral.referredAt > by.at) return refuse('referredAt', notYet);
      return { events: [{ type: 'ConcernReferred', ...referral }] };
    }
    case 'AcknowledgeConcern': {
      const { type: _, ...acknowledgement } = command;
      const last = concern.referrals.at(-1);
      if (!last) return refuse(null, `${concern.item} was not referred back yet. Say to whom first.`);
      if (acknowledgement.acknowledgedAt > by.at) return refuse('acknowledgedAt', notYet);
      if (acknowledgement.acknowledgedAt < last.at)
        return refuse('acknowledgedAt', 'This is before it was referred. Give the time they acknowledged it.');
      if (last.acknowledged)
        return refuse(null, `${concern.item} was acknowledged already, by ${last.acknowledged.by}.`);
      return { events: [{ type: 'ConcernAcknowledged', ...acknowledgement }] };
    }
    case 'CloseConcern':
      return { events: [{ type: 'ConcernClosed', item: command.item, done: command.done }] };
  }
};

/** The notice that tells of one, by name. */
export const concernNoticeOf = (item: string): string => `concern ${item}`;

/** Whoever has been told of it, or may have been: the correction must reach them too. */
const toldOf = ({ members, notices }: Inspection, item: string): string[] =>
  members
    .map(({ person: { user } }) => user)
    .filter((user) => ['claimed', 'posted'].includes(notices.get(`${concernNoticeOf(item)} ${user}`) ?? ''));

const rewordConcern = (inspection: Inspection, to: z.infer<typeof concernRecorded>): void => {
  const before = inspection.concerns.get(to.item);
  if (!before) return;
  const casesBefore =
    before.case === null || before.case === to.case ? before.casesBefore : [...before.casesBefore, before.case];
  const toldBefore = toldOf(inspection, to.item);
  inspection.concerns.set(to.item, { ...before, text: to.text, case: to.case, casesBefore, toldBefore });
};

export const concernCorrection = correcting({
  of: 'concern',
  fields: concernFields,
  event: concernRecorded,
  read: readConcern,
  reword: rewordConcern,
});

declare module '../inspection.ts' {
  interface Inspection {
    concerns: Map<string, Concern>;
  }
}

export const concernMatter = matter({
  commands,
  events,
  act: {
    RecordConcern: 'record {a child} at risk',
    ReferConcern: 'refer {a child} at risk back',
    AcknowledgeConcern: 'refer {a child} at risk back',
    CloseConcern: 'close {a child} at risk',
  },
  sealed: false,
  begins: () => ({ concerns: new Map() }),
  decide,
  evolve: {
    ConcernRecorded: ({ concerns }, { type: _, ...said }, { person: by, at }) => {
      const nothingYet = { referrals: [], closed: null, casesBefore: [], toldBefore: [] };
      concerns.set(said.item, { ...said, by, recordedAt: at, ...nothingYet });
    },
    ConcernReferred: ({ concerns }, { item, referredTo, referredAt }, { person: by }) =>
      void concerns.get(item)?.referrals.push({ to: referredTo, at: referredAt, by, acknowledged: null }),
    ConcernAcknowledged: ({ concerns }, { item, acknowledgedBy, acknowledgedAt }) => {
      const last = concerns.get(item)?.referrals.at(-1);
      if (last) last.acknowledged = { by: acknowledgedBy, at: acknowledgedAt };
    },
    ConcernClosed: ({ concerns }, { item, done }, { person: by, at }) =>
      alter(concerns, item, { closed: { done, by, at } }),
  },
  moves: 'nothing',
});

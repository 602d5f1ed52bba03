import { z } from 'zod';
import { alter } from '../changing.ts';
import type { Entered, Inspection } from '../inspection.ts';
import { matter, type Of } from '../matter.ts';
import { type By, type Member, type Person, personSchema } from '../people.ts';
import { type Decision, refuse } from '../refusal.ts';
import { may } from '../roles.ts';
import { roleOf } from '../standing.ts';

/*
 * A daily summary is claimed in the record for one person and one day before it is sent, and noted once it stands, with
 * its words; so it is sent once whatever becomes of the app or of Slack in between.
 */

const whose = { recipient: personSchema, day: z.iso.date() };

/** Asked by the clock: may this person's summary of this day be sent now? */
const claimDailySummary = z.strictObject({ type: z.literal('ClaimDailySummary'), ...whose });
/** What became of a claim: where it stands and what it says, or by what name Slack refused it. */
const noteDailySummary = z.strictObject({
  type: z.literal('NoteDailySummary'),
  ...whose,
  became: z.union([
    z.strictObject({ channel: z.string(), ts: z.string(), text: z.string() }),
    z.strictObject({ refused: z.string() }),
  ]),
});
/** Asked by a person, for themselves. */
const wantDailySummary = z.strictObject({ type: z.literal('WantDailySummary'), wanted: z.boolean() });
const commands = [claimDailySummary, noteDailySummary, wantDailySummary] as const;

const dailySummaryClaimed = z.strictObject({ type: z.literal('DailySummaryClaimed'), ...whose });
const dailySummaryPosted = z.strictObject({
  type: z.literal('DailySummaryPosted'),
  ...whose,
  channel: z.string(),
  ts: z.string(),
  text: z.string(),
});
const dailySummaryRefused = z.strictObject({
  type: z.literal('DailySummaryRefused'),
  ...whose,
  refused: z.string(),
});
const dailySummaryWanted = z.strictObject({ type: z.literal('DailySummaryWanted'), wanted: z.boolean() });
const events = [dailySummaryClaimed, dailySummaryPosted, dailySummaryRefused, dailySummaryWanted] as const;
export type DailySummaryEvent = Of<typeof events>;

/** The summary of one day for one person: `version` and `at` are its claim's. */
type Delivery = { day: string; version: number; at: string; became: 'claimed' | 'posted' | 'refused' };

/** What the history knows of daily summaries. People by user id. */
type DailySummaries = {
  /** Since when somebody is due them: since they lead, or want them again. */
  since: Map<string, string>;
  /** The one claimed last. */
  last: Map<string, Delivery>;
  /** The version of the history up to which somebody has been told. */
  told: Map<string, number>;
  /** The channel in which the last one stood. */
  stood: Map<string, string>;
  unwanted: Set<string>;
  /** The version of the last entry that is worth telling. */
  news: number;
};

const getsThem = (member: Member): boolean => may(member.role, 'get the daily summary');

/** Whoever leads as of now; who led before keeps their time. */
export const leading = (members: readonly Member[], since: ReadonlyMap<string, string>, at: string) =>
  new Map(members.filter(getsThem).map(({ person }) => [person.user, since.get(person.user) ?? at]));

const noneSent = (members: readonly Member[], { at, version }: Entered): DailySummaries => ({
  since: leading(members, new Map(), at),
  last: new Map(),
  told: new Map(),
  stood: new Map(),
  unwanted: new Set(),
  news: version,
});

/** Whether the daily summary goes to somebody at all: lead or deputy, who has not asked for no more. */
export const wantsDailySummary = (inspection: Inspection, person: Person): boolean =>
  may(roleOf(inspection, person), 'get the daily summary') && !inspection.daily.unwanted.has(person.user);

const decide = (command: Of<typeof commands>, inspection: Inspection, { person }: By): Decision<DailySummaryEvent> => {
  switch (command.type) {
    case 'ClaimDailySummary': {
      const { recipient, day } = command;
      if (inspection.sealed) return refuse(null, 'This inspection is over, so its daily summaries have ended.');
      if (!wantsDailySummary(inspection, recipient))
        return refuse('recipient', 'The daily summary does not go to this person any more.');
      return { events: [{ type: 'DailySummaryClaimed', recipient, day }] };
    }
    case 'NoteDailySummary': {
      const { recipient, day, became } = command;
      if ('refused' in became)
        return { events: [{ type: 'DailySummaryRefused', recipient, day, refused: became.refused }] };
      return { events: [{ type: 'DailySummaryPosted', recipient, day, ...became }] };
    }
    case 'WantDailySummary': {
      if (command.wanted === wantsDailySummary(inspection, person))
        return refuse(
          null,
          command.wanted ? 'You get the daily summary already.' : 'Your daily summary is off already.',
        );
      return { events: [{ type: 'DailySummaryWanted', wanted: command.wanted }] };
    }
  }
};

declare module '../inspection.ts' {
  interface Inspection {
    daily: DailySummaries;
  }
}

export const dailySummaryMatter = matter({
  commands,
  events,
  act: { WantDailySummary: 'get the daily summary' },
  sealed: false,
  begins: ({ members }, entered) => ({ daily: noneSent(members, entered) }),
  decide,
  evolve: {
    DailySummaryClaimed: ({ daily }, { recipient, day }, { version, at }) =>
      void daily.last.set(recipient.user, { day, version, at, became: 'claimed' }),
    DailySummaryPosted: ({ daily }, { recipient: { user }, day, channel }) => {
      daily.stood.set(user, channel);
      const last = daily.last.get(user);
      if (last?.day !== day) return;
      daily.last.set(user, { ...last, became: 'posted' });
      daily.told.set(user, last.version);
    },
    DailySummaryRefused: ({ daily }, { recipient: { user }, day }) => {
      if (daily.last.get(user)?.day === day) alter(daily.last, user, { became: 'refused' });
    },
    DailySummaryWanted: ({ daily }, { wanted }, { person: { user }, at }) => {
      if (wanted) daily.unwanted.delete(user);
      else daily.unwanted.add(user);
      // What was missed meanwhile was not wanted.
      if (wanted) daily.since.set(user, at);
    },
  },
  moves: 'nothing',
  untold: ['DailySummaryClaimed', 'DailySummaryPosted', 'DailySummaryRefused', 'DailySummaryWanted'],
});

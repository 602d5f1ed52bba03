import { z } from 'zod';
import type { Entered, Inspection } from '../inspection.ts';
import { matter, type Of } from '../matter.ts';
import type { Person } from '../people.ts';
import { type Decision, refuse } from '../refusal.ts';
import { nameOfPerson } from '../standing.ts';
import { asksForReason } from './sides.ts';

/*
 * What leaves for Slack is claimed in the record before it is sent and noted after it arrived, with its words as posted,
 * so that nothing is posted twice and what was said stays provable.
 */

/** Asked by a person: may this be posted now? `posting` names it, such as `summary 214`. */
const claimPosting = z.strictObject({ type: z.literal('ClaimPosting'), posting: z.string() });
/** What became of a claim: `slack` is where it stands, null when Slack refused it, so that it may be claimed again. */
const notePosting = z.strictObject({
  type: z.literal('NotePosting'),
  posting: z.string(),
  slack: z.strictObject({ channel: z.string(), ts: z.string() }).nullable(),
  text: z.string(),
});
/** Asked by the clock: may the digest of this day be posted now? */
const claimDigest = z.strictObject({ type: z.literal('ClaimDigest'), day: z.iso.date() });
/** Where the board stands. */
const placeBoard = z.strictObject({ type: z.literal('PlaceBoard'), channel: z.string(), ts: z.string() });
/** Whether that board is pinned, or by what name Slack refused to. */
const notePin = z.strictObject({ type: z.literal('NotePin'), ts: z.string(), refused: z.string().nullable() });
const commands = [claimPosting, claimDigest, notePosting, placeBoard, notePin] as const;

const postingClaimed = z.strictObject({ type: z.literal('PostingClaimed'), posting: z.string() });
const postingMade = z.strictObject({
  type: z.literal('PostingMade'),
  posting: z.string(),
  channel: z.string(),
  ts: z.string(),
  text: z.string(),
});
const postingRefused = z.strictObject({ type: z.literal('PostingRefused'), posting: z.string() });
const boardPlaced = z.strictObject({
  type: z.literal('BoardPlaced'),
  channel: z.string(),
  ts: z.string(),
  /** It stands in the place of one that somebody deleted. */
  again: z.literal(true).optional(),
});
const pinFound = z.strictObject({ type: z.literal('PinFound'), ts: z.string(), refused: z.string().nullable() });
const events = [postingClaimed, postingMade, postingRefused, boardPlaced, pinFound] as const;

type Posting = {
  posting: string;
  by: Person;
  at: string;
  slack: { channel: string; ts: string } | null;
  refused: boolean;
};

/** Tries to post the summary as it stands of which nobody knows that they stand in the channel. */
export const openTries = (inspection: Inspection): Posting[] => {
  const name = `summary ${inspection.changedAt}`;
  const all = [...inspection.postings.values()];
  return all.filter(({ posting, slack }) => !slack && (posting === name || posting.startsWith(`${name} again `)));
};

/** The name of the next posting of the summary as it stands: the same until something in it changes, or a try did not surely arrive. */
export const summaryPosting = (inspection: Inspection): string => {
  const name = `summary ${inspection.changedAt}`;
  const tries = openTries(inspection).length;
  return tries === 0 ? name : `${name} again ${tries}`;
};

/** Why a preview is not posted: what became of its own posting and who began it, or that the record has changed. */
export const whyNotAgain = (inspection: Inspection, posting: string): string => {
  const before = inspection.postings.get(posting);
  if (!before) return 'The record has changed since this preview. Look at it again, then post.';
  if (before.refused) return 'Slack did not take this one. Look at it again, then post.';
  const who = nameOfPerson(inspection, before.by);
  return before.slack
    ? `${who} posted this summary already. It stands in the channel.`
    : `${who} began this posting already, and Slack has not confirmed it. Look in the channel.`;
};

/** What a digest's posting is called: one a day. */
export const digestPosting = (day: string): string => `digest ${day}`;

const isDigest = (posting: string): boolean => posting.startsWith('digest ');

const decide = (command: Of<typeof commands>, inspection: Inspection): Decision<Of<typeof events>> => {
  switch (command.type) {
    case 'ClaimPosting': {
      if (inspection.postings.has(command.posting)) return refuse(null, whyNotAgain(inspection, command.posting));
      if (command.posting.startsWith('summary ') && asksForReason(inspection))
        return refuse(null, 'One side of this summary is empty. Say why first.');
      return { events: [{ type: 'PostingClaimed', posting: command.posting }] };
    }
    case 'ClaimDigest': {
      const posting = digestPosting(command.day);
      if (!inspection.settings.channelDigest || inspection.sealed) return refuse(null, 'No digest is wanted here.');
      if (inspection.postings.has(posting)) return refuse(null, 'This digest was posted already.');
      return { events: [{ type: 'PostingClaimed', posting }] };
    }
    case 'NotePosting': {
      const { posting, slack, text } = command;
      return {
        events: [slack ? { type: 'PostingMade', posting, ...slack, text } : { type: 'PostingRefused', posting }],
      };
    }
    case 'PlaceBoard':
      return {
        events: [
          { type: 'BoardPlaced', channel: command.channel, ts: command.ts, ...(inspection.board && { again: true }) },
        ],
      };
    case 'NotePin': {
      const { ts, refused } = command;
      const known = inspection.board?.ts !== ts || inspection.pin?.refused === refused;
      return known ? refuse(null, 'This is known already.') : { events: [{ type: 'PinFound', ts, refused }] };
    }
  }
};

const became = (
  { postings }: Inspection,
  posting: string,
  now: Pick<Posting, 'slack' | 'refused'>,
  { person, at }: Entered,
): void => void postings.set(posting, { posting, by: postings.get(posting)?.by ?? person, at, ...now });

declare module '../inspection.ts' {
  interface Inspection {
    postings: Map<string, Posting>;
    board: { channel: string; ts: string } | null;
    /** That the board is pinned, or by what name Slack last refused to, and the version in which that was kept; null where neither is known. */
    pin: { refused: string | null; version: number } | null;
    /** The version in which a board was placed where another was deleted; null where none was. */
    boardReplaced: number | null;
  }
}

export const postingMatter = matter({
  commands,
  events,
  act: { ClaimPosting: 'post to the channel' },
  sealed: false,
  begins: () => ({ postings: new Map(), board: null, pin: null, boardReplaced: null }),
  decide,
  evolve: {
    PostingClaimed: (inspection, { posting }, entered) => {
      became(inspection, posting, { slack: null, refused: false }, entered);
      const { digest } = inspection;
      if (digest && isDigest(posting)) inspection.digest = { ...digest, told: entered.version };
    },
    PostingMade: (inspection, { posting, channel, ts }, entered) =>
      became(inspection, posting, { slack: { channel, ts }, refused: false }, entered),
    PostingRefused: (inspection, { posting }, entered) =>
      became(inspection, posting, { slack: null, refused: true }, entered),
    BoardPlaced: (inspection, { channel, ts, again }, { version }) => {
      inspection.board = { channel, ts };
      inspection.pin = null;
      if (again) inspection.boardReplaced = version;
    },
    PinFound: (inspection, { refused }, { version }) => {
      inspection.pin = { refused, version };
    },
  },
  moves: 'nothing',
  untold: ['PostingClaimed', 'PostingMade', 'PostingRefused', 'BoardPlaced', 'PinFound'],
});

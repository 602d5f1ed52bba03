import { z } from 'zod';
import type { Entered, Inspection } from '../inspection.ts';
import { matter, type Of } from '../matter.ts';
import { type Decision, refuse } from '../refusal.ts';
import { doubtedPosting, isSummary, type Posting, partOf, unfinishedThread, whyNotAgain } from './postings.ts';
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
/** Asked by the app: may this part of a summary's thread be posted now? */
const claimReply = z.strictObject({ type: z.literal('ClaimReply'), headline: z.string(), part: z.string() });
/** That nobody can know whether a posting arrived. */
const doubtPosting = z.strictObject({ type: z.literal('DoubtPosting'), posting: z.string() });
/** Answered by a person who looked: does it stand? */
const settlePosting = z.strictObject({
  type: z.literal('SettlePosting'),
  posting: z.string(),
  stands: z.boolean(),
});
/** Asked by the clock: may the digest of this day be posted now? */
const claimDigest = z.strictObject({ type: z.literal('ClaimDigest'), day: z.iso.date() });
const commands = [claimPosting, claimReply, doubtPosting, settlePosting, claimDigest, notePosting] as const;

const postingClaimed = z.strictObject({
  type: z.literal('PostingClaimed'),
  posting: z.string(),
  /** It is a headline under which a thread follows. Summaries of earlier versions stood whole in one message. */
  thread: z.literal(true).optional(),
});
const postingMade = z.strictObject({
  type: z.literal('PostingMade'),
  posting: z.string(),
  channel: z.string(),
  ts: z.string(),
  text: z.string(),
});
const postingRefused = z.strictObject({ type: z.literal('PostingRefused'), posting: z.string() });
const postingDoubted = z.strictObject({ type: z.literal('PostingDoubted'), posting: z.string() });
const postingSettled = z.strictObject({
  type: z.literal('PostingSettled'),
  posting: z.string(),
  stands: z.boolean(),
});
const events = [postingClaimed, postingMade, postingRefused, postingDoubted, postingSettled] as const;

/** What a digest's posting is called: one a day. */
export const digestPosting = (day: string): string => `digest ${day}`;

const isDigest = (posting: string): boolean => posting.startsWith('digest ');

const decide = (command: Of<typeof commands>, inspection: Inspection): Decision<Of<typeof events>> => {
  switch (command.type) {
    case 'ClaimPosting': {
      if (inspection.postings.has(command.posting)) return refuse(null, whyNotAgain(inspection, command.posting));
      if (isSummary(command.posting) && asksForReason(inspection))
        return refuse(null, 'One side of this summary is empty. Say why first.');
      const thread = isSummary(command.posting) && { thread: true as const };
      return { events: [{ type: 'PostingClaimed', posting: command.posting, ...thread }] };
    }
    case 'ClaimReply': {
      const posting = partOf(command.headline, command.part);
      const thread = unfinishedThread(inspection);
      if (thread?.headline.posting !== command.headline || thread.doubted)
        return refuse(null, 'This thread does not go on.');
      if (inspection.postings.get(posting)?.refused === false) return refuse(null, whyNotAgain(inspection, posting));
      return { events: [{ type: 'PostingClaimed', posting }] };
    }
    case 'DoubtPosting': {
      const posting = inspection.postings.get(command.posting);
      if (!posting || posting.slack || posting.refused || posting.doubt)
        return refuse(null, 'There is no doubt of it.');
      return { events: [{ type: 'PostingDoubted', posting: command.posting }] };
    }
    case 'SettlePosting': {
      const { posting, stands } = command;
      if (doubtedPosting(inspection)?.posting !== posting)
        return refuse(null, 'This was answered already, or another summary took its place.');
      return { events: [{ type: 'PostingSettled', posting, stands }] };
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
  }
};

const became = (
  { postings }: Inspection,
  posting: string,
  now: Partial<Posting>,
  { person, at, version }: Entered,
): void => {
  const begun = {
    posting,
    by: person,
    slack: null,
    refused: false,
    tries: 0,
    begunAt: version,
    thread: false,
    doubt: null,
  };
  postings.set(posting, { ...begun, ...postings.get(posting), at, ...now });
};

declare module '../inspection.ts' {
  interface Inspection {
    postings: Map<string, Posting>;
  }
}

export const postingMatter = matter({
  commands,
  events,
  act: { ClaimPosting: 'post to the channel', SettlePosting: 'post to the channel' },
  sealed: false,
  begins: () => ({ postings: new Map() }),
  decide,
  evolve: {
    PostingClaimed: (inspection, { posting, thread = false }, entered) => {
      const tries = (inspection.postings.get(posting)?.tries ?? 0) + 1;
      became(inspection, posting, { refused: false, doubt: null, thread, tries, begunAt: entered.version }, entered);
      const { digest } = inspection;
      if (digest && isDigest(posting)) inspection.digest = { ...digest, told: entered.version };
    },
    PostingMade: (inspection, { posting, channel, ts }, entered) =>
      became(inspection, posting, { slack: { channel, ts }, refused: false, doubt: null }, entered),
    PostingRefused: (inspection, { posting }, entered) =>
      became(inspection, posting, { slack: null, refused: true }, entered),
    PostingDoubted: (inspection, { posting }, entered) => became(inspection, posting, { doubt: 'open' }, entered),
    PostingSettled: (inspection, { posting, stands }, entered) =>
      became(inspection, posting, stands ? { doubt: 'stands' } : { refused: true, doubt: null }, entered),
  },
  moves: 'nothing',
  untold: events.map(({ shape }) => shape.type.value),
});

import type { Inspection } from '../inspection.ts';
import type { Person } from '../people.ts';
import { nameOfPerson } from '../standing.ts';

/** Questions asked of what was posted: a summary, the thread under its headline, and what nobody knows of them. */

/** Something that leaves for Slack, and what became of it. */
export type Posting = {
  posting: string;
  by: Person;
  at: string;
  slack: { channel: string; ts: string } | null;
  refused: boolean;
  /** How often it was begun, and the version of the record in which it last was. */
  tries: number;
  begunAt: number;
  thread: boolean;
  /** That nobody can know whether it arrived, until a person says so. */
  doubt: 'open' | 'stands' | null;
};

/** Whether a posting is a summary's one message, or the headline of its thread: "summary 214", "summary 214 again 1". */
export const isSummary = (posting: string): boolean => /^summary \d+(?: again \d+)?$/.test(posting);

/** Tries to post the summary as it stands of which nobody knows that they stand in the channel. */
export const openTries = (inspection: Inspection): Posting[] => {
  const name = `summary ${inspection.changedAt}`;
  const all = [...inspection.postings.values()];
  return all.filter(({ posting, slack }) => !slack && isSummary(posting) && `${posting} `.startsWith(`${name} `));
};

/** What a part of a headline's thread is called: "summary 214 reply leaders"; of the file that comes in its stead, "summary 214 file". */
export const partOf = (headline: string, part: string): string => `${headline} ${part}`;
export const replyPart = (name: string): string => `reply ${name}`;
export const filePart = 'file';

/** A headline that stands, and whose thread does not yet; `doubted` is what the lead is asked about before it goes on. */
export type Thread = { headline: Posting; doubted: Posting | null };

/** The thread of the last summary posted, while it is unfinished. */
export const unfinishedThread = ({ postings }: Inspection): Thread | null => {
  const all = [...postings.values()];
  const headline = all.findLast(({ thread, slack }) => thread && slack !== null);
  if (!headline) return null;
  const last = [replyPart('end'), filePart].map((part) => postings.get(partOf(headline.posting, part)));
  if (last.some((posting) => posting?.slack)) return null;
  const parts = all.filter(({ posting }) => posting.startsWith(partOf(headline.posting, '')));
  return { headline, doubted: parts.find(({ doubt }) => doubt === 'open') ?? null };
};

/** Whether the app has something to post by itself, or to find out: what follows a headline, or whether that arrived. */
export const postsOn = (inspection: Inspection): boolean => {
  const thread = unfinishedThread(inspection);
  return (thread !== null && !thread.doubted) || headlineUnderWay(inspection) !== null;
};

/** The last headline, while it is begun and not known to stand or to be refused. */
export const headlineUnderWay = ({ postings }: Inspection): Posting | null => {
  const last = [...postings.values()].findLast(({ thread }) => thread);
  return last && !last.slack && !last.refused && !last.doubt ? last : null;
};

/** What the lead is asked about: a part of that thread, or a headline after which none was posted. */
export const doubtedPosting = (inspection: Inspection): Posting | null => {
  const all = [...inspection.postings.values()];
  const last = all.findLast(({ thread, refused }) => thread && !refused);
  return last?.doubt === 'open' ? last : (unfinishedThread(inspection)?.doubted ?? null);
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
    : `${who} began this posting already, and Slack has not confirmed it. Look in the channel. Look at it again to post again.`;
};

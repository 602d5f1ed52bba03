import type { Inspection } from '../domain/inspection.ts';
import { doubtedPosting, partOf, replyPart, unfinishedThread } from '../domain/matters/postings.ts';
import type { Act } from '../domain/roles.ts';
import type { SentFile } from './export.ts';
import { type Message, type Pressed, plainText, says } from './message.ts';

/** What a channel must be before anything of an inspection stands in it. */
type Channel = { private: boolean; shared: boolean; archived: boolean; appIsIn: boolean };

/** Why nothing is posted to a channel; null where it may be. */
export const whyNotPosted = ({ private: isPrivate, shared, archived, appIsIn }: Channel): string | null => {
  if (!appIsIn)
    return 'Fortnight is not in this channel any more, so nothing was posted. Type /invite @Fortnight there.';
  if (!isPrivate)
    return 'The team channel is not private, so nothing about the inspection is posted there. Make it private, or start in one that is.';
  if (shared)
    return 'This channel is shared with another organisation, so nothing about the inspection is posted here. End the sharing first.';
  if (archived) return 'The team channel is archived, so nothing was posted. Unarchive it first.';
  return null;
};

export const posted = says('Posted to the team channel. The replies follow in its thread.');

/** `quoted` is the reference of the fault, here and below. */
export const postedNotNoted = (quoted: string): Message =>
  says(
    `Posted to the team channel, but that could not be noted in the record. Quote ${quoted} to whoever runs Fortnight.`,
  );

export const notPosted = (refused: string): Message =>
  says(`Slack did not take it (${refused}), so nothing was posted. Look at the summary again, then post.`);

export const perhapsPosted = (quoted: string): Message =>
  says(
    `Slack did not say whether it was posted. Look in the channel; if it is not there, post it again. Quote ${quoted} if it stays so.`,
  );

type Asked = readonly (Pressed & { act?: Act })[];

/** What nobody can know of a posting, said to whoever leads, and what they may answer; null where nothing is in doubt. */
export const doubtInWords = (inspection: Inspection): { words: string; acts: Asked } | null => {
  const doubted = doubtedPosting(inspection);
  if (!doubted) return null;
  const { posting } = doubted;
  const act = 'post to the channel';
  const answers = (stands: string, again: string): Asked => [
    { label: stands, does: `summary stands ${posting}`, act },
    { label: again, does: `summary again ${posting}`, act },
  ];
  if (doubted.thread)
    return {
      words:
        'Slack did not say whether the summary arrived. If it stands in the channel, delete it before it is posted again',
      acts: [{ label: 'Look at the summary', does: 'summary' }],
    };
  const headline = unfinishedThread(inspection)?.headline.posting ?? '';
  const isReply = (name: string): boolean => name.startsWith(partOf(headline, replyPart('')));
  if (!isReply(posting))
    return {
      words: 'Slack did not say whether the file with the summary came',
      acts: answers('It came', 'Send it again'),
    };
  const standing = [...inspection.postings.values()].filter((each) => each.slack && isReply(each.posting)).length;
  return {
    words: `Slack did not say whether reply ${standing + 1} under the summary arrived, so its thread waits`,
    acts: answers('It stands, go on', 'Post it again'),
  };
};

/** A summary with all its replies, for where its thread takes none. `refused` is what Slack said, empty where that is past. */
export const threadAsFile = ({ id, authority }: Inspection, all: readonly Message[], refused: string): SentFile => ({
  name: `${id}-summary.txt`,
  content: `${all.map(plainText).join('\n\n')}\n`,
  note: `${authority}: the summary’s thread in the team channel takes no more replies${refused && ` (${refused})`}. This file holds the summary and all of them.`,
});

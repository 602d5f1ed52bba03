import { type Message, says } from './message.ts';

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

export const posted = says('Posted to the team channel.');

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

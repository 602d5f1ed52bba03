import type { Inspection } from '../../domain/inspection.ts';
import { whyNotAgain } from '../../domain/matters/postings.ts';
import type { RequestedBy } from '../../inspections.ts';
import { type Message, plainText, says } from '../../words/message.ts';
import { notPosted, perhapsPosted, posted, postedNotNoted, whyNotPosted } from '../../words/posting.ts';
import { slackError } from '../errors.ts';
import { carriedByPosting } from '../sender.ts';
import type { Shell } from '../shell.ts';
import type { Threads } from './thread.ts';

type Place = { channel: string; ts: string };

/** One posting to a team channel: sends it, and notes with its words where it stands, or that Slack refused it. */
export const teamPosting = (
  { inspections, sender, app, now }: Shell,
  { id, channel }: Inspection,
  posting: string,
  message: Message,
) => ({
  send: async (): Promise<Place> => {
    const stands = await sender.say(channel.id, message, carriedByPosting(id, posting));
    return { channel: stands.channel, ts: stands.ts };
  },
  note: (slack: Place | null) =>
    inspections.record(
      id,
      { type: 'NotePosting', posting, slack, text: plainText(message) },
      { person: app, at: now(), request: `note ${posting}` },
    ),
});

/** Posts to the team channel, each posting once: claimed in the record, sent, and noted with its words. What follows it goes on by itself. */
export const poster = (shell: Shell, thread: Threads) => {
  const { inspections, directory, fault } = shell;
  const postInTurn = async (message: Message, posting: string, id: string, context: RequestedBy): Promise<Message> => {
    const inspection = await inspections.of(id);
    const whyNot = whyNotPosted(await directory.channel(inspection.channel.id));
    if (whyNot) return says(whyNot);
    await inspections.headToShow(id);
    const claim = { ...context, request: `claim ${posting}` };
    const claimed = await inspections.record(id, { type: 'ClaimPosting', posting }, claim);
    if ('refusals' in claimed) return says(...claimed.refusals.map((refusal) => refusal.words));
    if (claimed.again) return says(whyNotAgain(claimed.inspection, posting));
    const { send, note } = teamPosting(shell, inspection, posting, message);
    let stands: Place;
    try {
      stands = await send();
    } catch (error) {
      const refused = slackError(error);
      if (refused === null) {
        await thread.doubt(id, posting, 1).catch(fault);
        return perhapsPosted(fault(error));
      }
      await note(null);
      return notPosted(refused);
    }
    try {
      await note(stands);
      thread.changed(id);
      return posted;
    } catch (error) {
      return postedNotNoted(fault(error));
    }
  };

  const post = (message: Message, posting: string, id: string, context: RequestedBy): Promise<Message> =>
    thread.inTurn(id, () => postInTurn(message, posting, id, context));

  return { post };
};

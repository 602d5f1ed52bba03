import { whyNotAgain } from '../../domain/matters/posting.ts';
import type { RequestedBy } from '../../inspections.ts';
import { type Message, plainText, says } from '../../words/message.ts';
import { notPosted, perhapsPosted, posted, postedNotNoted, whyNotPosted } from '../../words/posting.ts';
import { slackError } from '../errors.ts';
import { carriedByPosting } from '../sender.ts';
import type { Shell } from '../shell.ts';

/** Posts to the team channel, each posting once: claimed in the record, sent, and noted with its words. */
export const poster = ({ inspections, sender, directory, app, now, fault }: Shell) => {
  const post = async (message: Message, posting: string, id: string, context: RequestedBy): Promise<Message> => {
    const inspection = await inspections.of(id);
    const { id: channel } = inspection.channel;
    const whyNot = whyNotPosted(await directory.channel(channel));
    if (whyNot) return says(whyNot);
    const claimed = await inspections.record(
      id,
      { type: 'ClaimPosting', posting },
      { ...context, request: `claim ${posting}` },
    );
    if ('refusals' in claimed) return says(...claimed.refusals.map((refusal) => refusal.words));
    if (claimed.again) return says(whyNotAgain(claimed.inspection, posting));
    const note = (slack: { channel: string; ts: string } | null) =>
      inspections.record(
        id,
        { type: 'NotePosting', posting, slack, text: plainText(message) },
        { person: app, at: now(), request: `note ${posting}` },
      );
    let stands: { channel: string; ts: string };
    try {
      const sent = await sender.post(channel, message, carriedByPosting(id, posting));
      stands = { channel: sent.channel, ts: sent.ts };
    } catch (error) {
      const refused = slackError(error);
      if (refused === null) return perhapsPosted(fault(error));
      await note(null);
      return notPosted(refused);
    }
    try {
      await note(stands);
      return posted;
    } catch (error) {
      return postedNotNoted(fault(error));
    }
  };

  return { post };
};

import type { WebClient } from '@slack/web-api';
import { whyNotAgain } from '../domain/matters/posting.ts';
import type { Context, Inspections } from '../inspections.ts';
import { type Message, plainText, says } from '../words/message.ts';
import { whyNotPosted } from '../words/posting.ts';
import { slackMessage } from './blocks.ts';
import type { Directory } from './directory.ts';
import { slackError } from './errors.ts';

type Given = {
  inspections: Inspections;
  /** Sends without retrying by itself: what was sent twice would stand twice. */
  client: WebClient;
  directory: Directory;
  appUser: string;
  now: () => string;
  /** Writes a fault down and gives the reference that the person is told. */
  fault: (error: unknown) => string;
};

/** Posts to the team channel, each posting once: claimed in the record, sent, and noted with its words. */
export const poster = ({ inspections, client, directory, appUser, now, fault }: Given) => {
  const post = async (message: Message, posting: string, id: string, context: Context): Promise<Message> => {
    const inspection = await inspections.of(id);
    const { team, id: channel } = inspection.channel;
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
        { person: { team, user: appUser }, at: now(), request: `note ${posting}` },
      );
    let stands: { channel: string; ts: string };
    try {
      const sent = await client.chat.postMessage({
        channel,
        ...slackMessage(message),
        unfurl_links: false,
        unfurl_media: false,
        metadata: { event_type: 'fortnight_posting', event_payload: { inspection: id, posting } },
      });
      stands = { channel: sent.channel ?? channel, ts: sent.ts ?? '' };
    } catch (error) {
      const refused = slackError(error);
      if (refused === null) {
        const words =
          'Slack did not say whether it was posted. Look in the channel; if it is not there, /judge summary posts it again.';
        return says(`${words} Quote ${fault(error)} if it stays so.`);
      }
      await note(null);
      return says(`Slack did not take it (${refused}), so nothing was posted. Try /judge summary again.`);
    }
    try {
      await note(stands);
      return says('Posted to the team channel.');
    } catch (error) {
      const words = 'Posted to the team channel, but that could not be noted in the record.';
      return says(`${words} Quote ${fault(error)} to whoever runs Fortnight.`);
    }
  };

  return { post };
};

export type Poster = ReturnType<typeof poster>;

import { dailyOf } from '../../domain/daily.ts';
import { digestDue } from '../../domain/digest.ts';
import type { SetMoment } from '../../domain/due.ts';
import type { Inspection } from '../../domain/inspection.ts';
import { digestPosting } from '../../domain/matters/posting.ts';
import { digestMessage } from '../../words/digest.ts';
import { plainText } from '../../words/message.ts';
import { whyNotPosted } from '../../words/posting.ts';
import { slackError } from '../errors.ts';
import { carriedByPosting } from '../sender.ts';
import type { Shell } from '../shell.ts';
import { ticking } from '../ticking.ts';

/**
 * Posts each inspection's digest to its team channel, where the leads want one: claimed in the record, sent once, and noted with
 * its words. In a channel where nothing is posted, none is begun.
 */
export const digestsInTime = ({ inspections, sender, directory, app, now, holidays, inHand, fault }: Shell) => {
  const post = async (inspection: Inspection, { day, at: of }: SetMoment): Promise<void> => {
    const { id, channel } = inspection;
    if (whyNotPosted(await directory.channel(channel.id))) return;
    const posting = digestPosting(day);
    const record = (command: unknown, request: string) =>
      inspections.record(id, command, { person: app, at: now(), request });
    const head = await inspections.head(id);
    const message = digestMessage(dailyOf(inspection, day, of, holidays), { of, at: now(), head, holidays });
    const claimed = await record({ type: 'ClaimDigest', day }, posting);
    if ('refusals' in claimed || claimed.again) return;
    const note = (slack: { channel: string; ts: string } | null) =>
      record({ type: 'NotePosting', posting, slack, text: plainText(message) }, `note ${posting}`);
    try {
      const { channel: where, ts } = await sender.post(channel.id, message, carriedByPosting(id, posting));
      await note({ channel: where, ts });
    } catch (error) {
      if (slackError(error) !== null) await note(null);
      throw error;
    }
  };

  const postOrFault = async (inspection: Inspection): Promise<void> => {
    const due = digestDue(inspection, now(), holidays);
    if (due === null) return;
    try {
      await post(inspection, due);
    } catch (error) {
      fault(error);
    }
  };

  const work = async (): Promise<void> => {
    for (const inspection of await inspections.running()) await postOrFault(inspection);
  };

  return { tick: ticking(work, inHand, fault) };
};

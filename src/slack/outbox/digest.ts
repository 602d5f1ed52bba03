import { countedUntil, dailyOf } from '../../domain/daily.ts';
import { digestDue } from '../../domain/digest.ts';
import type { SetMoment } from '../../domain/due.ts';
import type { Inspection } from '../../domain/inspection.ts';
import { digestPosting } from '../../domain/matters/posting.ts';
import { digestMessage } from '../../words/digest.ts';
import { whyNotPosted } from '../../words/posting.ts';
import { OffDuty } from '../duty.ts';
import { slackError } from '../errors.ts';
import type { Shell } from '../shell.ts';
import { ticking } from '../ticking.ts';
import { teamPosting } from './posting.ts';

/**
 * Posts each inspection's digest to its team channel, where the leads want one: claimed in the record, sent once, and noted with
 * its words. In a channel where nothing is posted, none is begun.
 */
export const digestsInTime = (shell: Shell) => {
  const { inspections, directory, duty, pace, app, now, holidays, inHand, fault } = shell;
  const post = async (inspection: Inspection, { day, at: of }: SetMoment): Promise<void> => {
    const { id, channel } = inspection;
    if (inHand.stopping.aborted || whyNotPosted(await directory.channel(channel.id))) return;
    const posting = digestPosting(day);
    const head = await inspections.headToShow(id);
    const at = now();
    const daily = dailyOf(inspection, day, countedUntil(inspection, of, at), holidays);
    const message = digestMessage(daily, { of, at, head, holidays });
    await duty.confirm();
    const claim = { person: app, at, request: posting };
    const claimed = await inspections.record(id, { type: 'ClaimDigest', day }, claim);
    if ('refusals' in claimed || claimed.again) return;
    const { send, note } = teamPosting(shell, inspection, posting, message);
    try {
      await note(await send());
    } catch (error) {
      if (slackError(error) !== null || error instanceof OffDuty) await note(null);
      throw error;
    }
  };

  const work = async (): Promise<void> => {
    await inHand.each(await inspections.running(), async (inspection) => {
      const due = digestDue(inspection, now(), holidays);
      if (due !== null) await pace.showing('', () => post(inspection, due), pace.turn()).catch(fault);
    });
  };

  return { tick: ticking(work, inHand, fault) };
};

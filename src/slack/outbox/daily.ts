import { countedUntil, dailyOf } from '../../domain/daily.ts';
import { type Due, due, type SetMoment } from '../../domain/due.ts';
import type { Inspection } from '../../domain/inspection.ts';
import { dailyToSend } from '../../words/daily.ts';
import type { Message } from '../../words/message.ts';
import { passing, slackError } from '../errors.ts';
import { faultsOnce } from '../faults.ts';
import type { Carries, Stands } from '../sender.ts';
import type { Shell } from '../shell.ts';
import { ticking } from '../ticking.ts';

/** One person's daily summary of one inspection: what its request is called, and what its message carries unseen. */
const nameOf = ({ recipient, day }: Due): string => `daily-summary ${day} ${recipient.user}`;
const carries = ({ id }: Inspection, { day }: Due): Carries => ({
  type: 'fortnight_daily_summary',
  payload: { inspection: id, day },
});

/** `again` where it was claimed before, so that it may stand already. */
type Claimed = { each: Due; claim: { again: boolean; at: string } };

/** Sends what the history says is due, each once. */
export const dailySummaries = ({ inspections, sender, pace, app, now, holidays, inHand, fault, count }: Shell) => {
  /** A fault keeps nobody else from their summary; the next tick tries again. */
  const orFault = faultsOnce(fault);

  /** One message for all whom it goes to, so that they read the same and hold the same head of the record. */
  const composed = async ({ id }: Inspection, { day, at: of }: SetMoment): Promise<Message> => {
    const [inspection, head] = await Promise.all([inspections.of(id), inspections.headToShow(id)]);
    const at = now();
    const daily = dailyOf(inspection, day, countedUntil(inspection, of, at), holidays);
    return dailyToSend(daily, { of, at, head, holidays });
  };

  /** Sends one that is claimed, unless it stands already, and notes what became of it. */
  const send = async (inspection: Inspection, { each, claim }: Claimed, message: () => Promise<Message>) => {
    const { recipient, day } = each;
    const note = (became: Stands | { refused: string }, request: string) =>
      inspections.record(
        inspection.id,
        { type: 'NoteDailySummary', recipient, day, became },
        { person: app, at: now(), request: `${nameOf(each)} ${request}` },
      );
    let stands: Stands;
    try {
      const words = await message();
      stands = await sender.inDirect(recipient.user, inspection.daily.stood.get(recipient.user), async (channel) => {
        const found = claim.again ? await sender.standing(channel, carries(inspection, each), claim.at) : null;
        return found ?? sender.say(channel, words, carries(inspection, each), pace.turn());
      });
    } catch (error) {
      count('message', 'daily-summary', 'failed');
      const refused = slackError(error);
      if (refused === null || passing.has(refused)) throw error;
      await note({ refused }, 'refused');
      throw error;
    }
    await note(stands, 'posted');
    count('message', 'daily-summary', 'sent');
  };

  const claimed = async ({ id }: Inspection, each: Due): Promise<Claimed | null> => {
    const kept = await inspections.record(
      id,
      { type: 'ClaimDailySummary', recipient: each.recipient, day: each.day },
      { person: app, at: now(), request: nameOf(each) },
    );
    return 'refusals' in kept ? null : { each, claim: { again: kept.again, at: kept.entry.header.recordedAt } };
  };

  const sendAll = async (inspection: Inspection, all: readonly Due[]): Promise<void> => {
    const [first] = all;
    if (!first) return;
    const named = (each: Due): string => `${inspection.id} ${nameOf(each)}`;
    const ready: Claimed[] = [];
    for (const each of all) {
      const claim = await orFault(named(each), () => claimed(inspection, each));
      if (claim) ready.push(claim);
    }
    let message: Promise<Message> | null = null;
    const once = (): Promise<Message> => {
      message ??= composed(inspection, first);
      return message;
    };
    await inHand.each(ready, (one) => orFault(named(one.each), () => send(inspection, one, once)));
  };

  const work = async (): Promise<void> => {
    await inHand.each(await inspections.running(), (inspection) =>
      sendAll(inspection, due(inspection, now(), holidays)),
    );
  };

  return { tick: ticking(work, inHand, fault) };
};

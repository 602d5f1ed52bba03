import type { Receipt, Reply, ToKeep } from '../../commands/contract.ts';
import type { Person } from '../domain/people.ts';
import { bringsRestricted } from '../domain/restricted.ts';
import type { KeptInspection, RecordedRestricted, Refused, RequestedBy } from '../inspections.ts';
import type { Message } from '../words/message.ts';
import type { Boards } from './board.ts';
import { takingOut } from './export.ts';
import { ReceiptNotShown, restNotKept } from './faults.ts';
import { goingOnAbout } from './going-on.ts';
import type { Homes } from './home.ts';
import type { NoticesSent } from './outbox/notice.ts';
import { poster } from './outbox/posting.ts';
import type { RoundsInTime } from './round.ts';
import type { Shell } from './shell.ts';
import type { Surface, Where } from './surface.ts';
import type { Watch } from './watch.ts';

/** What follows what was kept. */
export type Followers = { board: Boards; notices: NoticesSent; watch: Watch; home: Homes; rounds: RoundsInTime };

/** Carries out replies. Nobody else does. */
export const effects = (shell: Shell, { board, notices, watch, home, rounds }: Followers) => {
  const { inspections, fault } = shell;
  const { post } = poster(shell);
  const { takeOut, sendFile } = takingOut(shell);

  const keep = (
    { in: where, command }: ToKeep,
    inspection: string | null,
    context: RequestedBy,
  ): Promise<KeptInspection | RecordedRestricted | Refused> => {
    if (where === 'start') return inspections.start(command, context);
    if (inspection === null) throw new Error('There is no inspection to keep this in');
    if (where === 'restricted') return inspections.recordRestricted(inspection, command, context);
    return inspections.record(inspection, command, context);
  };

  /** What follows from what was kept, after the receipt: nobody waits for it. */
  const follow = async (
    kind: ToKeep['in'],
    { inspection, again, events }: KeptInspection | RecordedRestricted,
    person: Person,
  ): Promise<void> => {
    if (bringsRestricted(events) && !again) await watch.restrictedRecorded(inspection, person.user);
    if (kind === 'restricted' || again) return;
    notices.changed(inspection.id);
    home.changed(person);
    if (kind === 'start') await watch.tellOfStrangers(inspection).catch(fault);
    await rounds.changed(inspection);
    board.changed(inspection.id);
  };

  /** Whoever waits for it is told first; what follows does so whether or not Slack shows the receipt. */
  const receipted = async (receipt: Message, shown: Promise<void>, follow: () => Promise<void>): Promise<void> => {
    try {
      await shown;
    } catch (error) {
      throw new ReceiptNotShown(receipt, error);
    } finally {
      await follow().catch(fault);
    }
  };

  const carryOut = async (reply: Reply, surface: Surface, where: Where, context: RequestedBy): Promise<void> => {
    if ('say' in reply) return surface.say(goingOnAbout(where.inspection, reply.say));
    if ('open' in reply) return surface.open(reply.open, where);
    if ('refusals' in reply) return surface.refuse(reply.refusals);
    if ('recall' in reply) {
      const earlier = await inspections.at(where.inspection ?? '', reply.recall);
      return carryOut(reply.answer(earlier), surface, where, context);
    }
    if ('gather' in reply) {
      const all = await inspections.allFor(context.person, reply.gather);
      return carryOut(reply.gathered(all), surface, where, context);
    }
    if ('look' in reply) {
      const published = inspections.publishedIn(context.person.team);
      return carryOut(reply.seen(published), surface, where, context);
    }
    if ('takeOut' in reply) return takeOut(reply.takeOut.restricted, surface, where.inspection ?? '', context);
    if ('send' in reply) return sendFile(reply.send, surface, context.person.user);
    if ('post' in reply) return surface.say(await post(reply.post, reply.posting, where.inspection ?? '', context));
    if ('several' in reply) return carryOutSeveral(reply, surface, where, context);
    const kept = await keep(reply.keep, where.inspection, context);
    if ('refusals' in kept) {
      return surface.form
        ? surface.refuse(kept.refusals)
        : carryOut(reply.refused(kept.refusals), surface, where, context);
    }
    const { inspection } = kept;
    const receipt = reply.receipt(receiptOf(kept));
    await receipted(
      receipt,
      surface.receipt(goingOnAbout(inspection.id, receipt), reply.another, { ...where, inspection: inspection.id }),
      () => follow(reply.keep.in, kept, context.person),
    );
  };

  /** One entry after the other, each under a request of its own, so that what is sent twice is kept once. */
  const carryOutSeveral = async (
    reply: Extract<Reply, { several: unknown }>,
    surface: Surface,
    where: Where,
    context: RequestedBy,
  ): Promise<void> => {
    const receipts: Receipt[] = [];
    const stop = async (words: string) =>
      carryOut(reply.stopped(receipts, words), surface, where, { ...context, request: `${context.request} stopped` });
    for (const each of reply.several) {
      const request = `${context.request} ${receipts.length + 1}`;
      try {
        const kept = await keep(each, where.inspection, { ...context, request });
        if ('refusals' in kept) {
          if (receipts.length === 0) return surface.refuse(kept.refusals);
          return stop(kept.refusals.map((refusal) => refusal.words).join(' '));
        }
        receipts.push(receiptOf(kept));
        await follow(each.in, kept, context.person).catch(fault);
      } catch (error) {
        if (receipts.length === 0) throw error;
        return stop(restNotKept(fault(error)));
      }
    }
    const receipt = reply.receipts(receipts);
    await receipted(
      receipt,
      surface.receipt(goingOnAbout(where.inspection, receipt), reply.another, where),
      async () => {},
    );
  };

  return { carryOut };
};

const receiptOf = ({ entry, events, inspection }: KeptInspection | RecordedRestricted): Receipt => ({
  hash: entry.hash,
  version: entry.header.version,
  at: entry.header.recordedAt,
  events,
  inspection,
});

export type Effects = ReturnType<typeof effects>;

import type { Receipt, Reply, ToKeep } from '../../commands/contract.ts';
import type { Inspection } from '../domain/inspection.ts';
import type { Person } from '../domain/people.ts';
import type { Refusal } from '../domain/refusal.ts';
import { bringsRestricted } from '../domain/restricted.ts';
import { givingWay } from '../inspections/giving-way.ts';
import type { KeptInspection, RecordedRestricted, Refused, RequestedBy } from '../inspections.ts';
import { followedBy, type Message } from '../words/message.ts';
import { withLapse } from '../words/signature.ts';
import type { RefusedBefore } from '../words/unshown.ts';
import type { Boards } from './board.ts';
import { takingOut } from './export.ts';
import { ReceiptNotShown, restNotKept } from './faults.ts';
import { goingOnAbout } from './going-on.ts';
import type { Homes } from './home.ts';
import type { NoticesSent } from './outbox/notice.ts';
import { poster } from './outbox/posting.ts';
import type { Threads } from './outbox/thread.ts';
import type { RoundsInTime } from './round.ts';
import { digestOf, notAsBefore, receiptOf } from './sent.ts';
import type { Shell } from './shell.ts';
import type { Surface, Where } from './surface.ts';
import type { Watch } from './watch.ts';

/** What follows what was kept. */
export type Followers = {
  board: Boards;
  notices: NoticesSent;
  watch: Watch;
  home: Homes;
  rounds: RoundsInTime;
  threads: Threads;
  /** Has all that follows what was kept in an inspection. Nobody waits for it. */
  followed: (inspection: Inspection) => Promise<void>;
};

/** What became of something that was sent, before its answer is shown: that may not arrive. */
export type Became = { saved: readonly Receipt[] } | { refused: readonly Refusal[] };

/** Who asks, as the record is asked, and who is told what became of it. */
export type Asking = RequestedBy & { became: (what: Became) => void };

/** A receipt with where what it tells of stands in the record. */
const placed = (receipt: Message, kept: Receipt | undefined): Message =>
  followedBy(receipt, { note: kept?.hash.slice(0, 6) ?? '' });

/** Carries out replies. Nobody else does. */
export const effects = (shell: Shell, { watch, home, threads, followed }: Followers) => {
  const { inspections, fault } = shell;
  const { post } = poster(shell, threads);
  const { takeOut, sendFile } = takingOut(shell);

  const record = (
    { in: where, command }: ToKeep,
    inspection: string | null,
    context: RequestedBy,
  ): Promise<KeptInspection | RecordedRestricted | Refused> => {
    if (where === 'start') return inspections.start(command, context);
    if (inspection === null) throw new Error('There is no inspection to keep this in');
    if (where === 'restricted') return inspections.recordRestricted(inspection, command, context);
    return inspections.record(inspection, command, context);
  };

  /** Keeps it, unless its request was kept before and is other than this. */
  const keep = async (
    what: ToKeep,
    inspection: string | null,
    context: RequestedBy,
  ): Promise<KeptInspection | RecordedRestricted | (Refused & Partial<RefusedBefore>)> => {
    const asked = what.sent ? { ...context, sent: digestOf(what.sent) } : context;
    const kept = await record(what, inspection, asked);
    return 'refusals' in kept ? kept : (notAsBefore(kept, asked) ?? kept);
  };

  /** What follows from what was kept, after the receipt: nobody waits for it. */
  const follow = async (
    kind: ToKeep['in'],
    { inspection, again, events, entry }: KeptInspection | RecordedRestricted,
    person: Person,
  ): Promise<void> => {
    if (bringsRestricted(events) && !again) await watch.restrictedRecorded(inspection, person.user);
    if (kind === 'restricted' || again) return;
    void watch.greet(inspection, entry.header.version, person);
    home.changed(person);
    await followed(inspection);
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

  const carryOut = async (reply: Reply, surface: Surface, where: Where, context: Asking): Promise<void> => {
    if ('tell' in reply) {
      await watch.tell(await inspections.of(where.inspection ?? ''), reply.tell);
      return surface.say(reply.said);
    }
    if ('say' in reply) return surface.say(goingOnAbout(where.inspection, reply.say));
    if ('show' in reply) {
      const { show } = reply;
      return surface.show({ ...show, message: goingOnAbout(where.inspection, show.message) }, where);
    }
    if ('open' in reply) return surface.open(reply.open, where);
    if ('refusals' in reply) {
      context.became({ refused: reply.refusals });
      return surface.refuse(reply.refusals, reply.beside);
    }
    if ('recall' in reply) {
      const earlier = await inspections.at(where.inspection ?? '', reply.recall);
      return carryOut(reply.answer(earlier), surface, where, context);
    }
    if ('gather' in reply) {
      const all = await inspections.allFor(context.person, reply.gather);
      return carryOut(reply.gathered(all), surface, where, context);
    }
    if ('results' in reply) {
      const results = await inspections.resultsFor(context.person, reply.results);
      return carryOut(reply.seen(results), surface, where, context);
    }
    if ('look' in reply) {
      const published = await inspections.publishedIn(context.person.team);
      return carryOut(reply.seen(published), surface, where, context);
    }
    if ('working' in reply) return carryOut(await givingWay(reply.working), surface, where, context);
    if ('takeOut' in reply) return takeOut(reply.takeOut, surface, where.inspection ?? '', context);
    if ('send' in reply) return sendFile(reply.send, surface, context.person.user);
    if ('write' in reply) {
      await shell.sender.tell(reply.to.user, reply.write);
      return surface.say(reply.written);
    }
    if ('post' in reply) return surface.say(await post(reply.post, reply.posting, where.inspection ?? '', context));
    if ('several' in reply) return carryOutSeveral(reply, surface, where, context);
    const kept = await keep(reply.keep, where.inspection, context);
    if ('refusals' in kept) {
      if ((surface.form && !reply.redraws) || kept.beside) return carryOut(kept, surface, where, context);
      const other = reply.refused(kept.refusals);
      // A form that opens shows by itself why.
      if (!('open' in other)) context.became({ refused: kept.refusals });
      return carryOut(other, surface, where, context);
    }
    const { inspection } = kept;
    const saved = receiptOf(kept);
    const lapsing = reply.keep.in === 'inspection' ? [saved] : [];
    const receipt = placed(withLapse(reply.receipt(saved), lapsing, context.person), saved);
    context.became({ saved: [saved] });
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
    context: Asking,
  ): Promise<void> => {
    const receipts: Receipt[] = [];
    const ordinary = () => receipts.filter((_, place) => reply.several[place]?.in === 'inspection');
    const stop = async (words: string) =>
      carryOut(reply.stopped(receipts, words), surface, where, { ...context, request: `${context.request} stopped` });
    for (const each of reply.several) {
      const request = `${context.request} ${receipts.length + 1}`;
      try {
        const kept = await keep(each, where.inspection, { ...context, request });
        if ('refusals' in kept) {
          if (receipts.length === 0) return carryOut(kept, surface, where, context);
          return stop(kept.refusals.map((refusal) => refusal.words).join(' '));
        }
        receipts.push(receiptOf(kept));
        context.became({ saved: receipts });
        await follow(each.in, kept, context.person).catch(fault);
      } catch (error) {
        if (receipts.length === 0) throw error;
        return stop(restNotKept(fault(error)));
      }
    }
    const receipt = placed(withLapse(reply.receipts(receipts), ordinary(), context.person), receipts.at(-1));
    await receipted(
      receipt,
      surface.receipt(goingOnAbout(where.inspection, receipt), reply.another, where),
      async () => {},
    );
  };

  return { carryOut };
};

export type Effects = ReturnType<typeof effects>;

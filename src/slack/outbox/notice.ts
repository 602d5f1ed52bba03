import type { Inspection } from '../../domain/inspection.ts';
import { type DueNotice, noticesDue } from '../../domain/matters/notice.ts';
import { noticeMessage } from '../../words/notice.ts';
import { slackError } from '../errors.ts';
import { faultsOnce } from '../faults.ts';
import type { Carries, Stands } from '../sender.ts';
import type { Shell } from '../shell.ts';
import { ticking } from '../ticking.ts';

/** Slack says in these ways that a person cannot be written to. Everything else is tried again. */
const unreachable = new Set([
  'account_inactive',
  'cannot_dm_bot',
  'messages_tab_disabled',
  'user_disabled',
  'user_not_found',
  'user_not_visible',
  'users_not_found',
]);

const carries = ({ id }: Inspection, { notice }: DueNotice): Carries => ({
  type: 'fortnight_notice',
  payload: { inspection: id, notice },
});

/**
 * Sends the notices that the history says are due: at once after what they tell of is kept, and each minute what could not
 * be sent. One of unknown outcome is looked for before it is sent again; where the app may not look, it is sent again, because
 * a message too many does less harm than none.
 */
export const notices = ({ inspections, sender, app, now, inHand, fault }: Shell) => {
  const orFault = faultsOnce(fault);
  const waiting = new Set<string>();
  const working = new Map<string, Promise<void>>();

  const standing = async (channel: string, inspection: Inspection, due: DueNotice, since: string) => {
    try {
      return await sender.standing(channel, carries(inspection, due), since);
    } catch (error) {
      if (slackError(error) === null) throw error;
      return null;
    }
  };

  const sent = async (inspection: Inspection, due: DueNotice, begun: string | null): Promise<Stands | null> => {
    const message = noticeMessage(inspection, due, now());
    if (message === null) return null;
    const channel = await sender.channelTo(due.recipient.user);
    const found = begun === null ? null : await standing(channel, inspection, due, begun);
    return found ?? (await sender.say(channel, message, carries(inspection, due)));
  };

  const send = async (inspection: Inspection, due: DueNotice): Promise<void> => {
    const { notice, recipient } = due;
    const request = `notice ${notice} ${recipient.user}`;
    const record = (command: unknown, name: string) =>
      inspections.record(inspection.id, command, { person: app, at: now(), request: name });
    const claimed = await record({ type: 'ClaimNotice', notice, recipient }, request);
    if ('refusals' in claimed) return;
    try {
      const stands = await sent(inspection, due, claimed.again ? claimed.entry.header.recordedAt : null);
      if (!stands) return;
      const { channel, ts } = stands;
      await record({ type: 'NoteNotice', notice, recipient, became: { channel, ts } }, `${request} posted`);
    } catch (error) {
      const refused = slackError(error);
      if (refused !== null && unreachable.has(refused))
        await record({ type: 'NoteNotice', notice, recipient, became: { refused } }, `${request} refused`);
      throw error;
    }
  };

  const sendAll = async (id: string): Promise<void> => {
    const tried = new Set<string>();
    const next = async (): Promise<[Inspection, DueNotice] | null> => {
      const inspection = await inspections.of(id);
      const due = noticesDue(inspection).find((each) => !tried.has(`${each.notice} ${each.recipient.user}`));
      return due ? [inspection, due] : null;
    };
    // Asked anew after each: a refused one may make another due.
    for (let due = await next(); due !== null; due = await next()) {
      const [inspection, notice] = due;
      const name = `${notice.notice} ${notice.recipient.user}`;
      tried.add(name);
      await orFault(`${id} ${name}`, () => send(inspection, notice));
    }
  };

  const work = async (id: string): Promise<void> => {
    try {
      while (waiting.delete(id)) await sendAll(id);
    } catch (error) {
      fault(error);
    } finally {
      working.delete(id);
    }
  };

  /** Something was kept in an inspection: what is due in it goes out now. Resolves once each was tried. */
  const changed = (id: string): Promise<void> => {
    waiting.add(id);
    const now = working.get(id) ?? inHand.during(() => work(id));
    working.set(id, now);
    return now;
  };

  /** The clock moved on: what is still due is tried again, also of inspections that are signed off. */
  const look = async (): Promise<void> => {
    await inHand.each(await inspections.owing(), ({ id }) => changed(id));
  };

  return { changed, tick: ticking(look, inHand, fault) };
};

export type NoticesSent = ReturnType<typeof notices>;

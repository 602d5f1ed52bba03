import {
  filePart,
  headlineUnderWay,
  partOf,
  postsOn,
  replyPart,
  unfinishedThread,
} from '../../domain/matters/postings.ts';
import { succession } from '../../domain/standing.ts';
import { summaryOf } from '../../domain/summary.ts';
import { plainText } from '../../words/message.ts';
import { threadAsFile, whyNotPosted } from '../../words/posting.ts';
import { headlineOf } from '../../words/summary/headline.ts';
import { threadOf } from '../../words/summary/thread.ts';
import { OffDuty } from '../duty.ts';
import { passing, slackError } from '../errors.ts';
import { faultsOnce } from '../faults.ts';
import { carriedByPosting } from '../sender.ts';
import type { Shell } from '../shell.ts';
import { ticking } from '../ticking.ts';
import { uploading } from '../upload.ts';

type Place = { channel: string; ts: string };

/** One part of what follows a headline: its words, and how it is sent. */
type Part = { part: string; text: string; send: () => Promise<Place> };

/**
 * Posts what follows each summary's headline, in order, each once: claimed in the record, sent into the thread, and noted with its
 * words. They are those of the record as it was when the headline was claimed, so a change since mixes no two states. Where nobody
 * can know whether one arrived it stops, and whoever leads is asked; where the thread takes none, all of it comes to them as a file.
 */
export const threads = (shell: Shell, tells: { lead: (id: string) => unknown; board: (id: string) => unknown }) => {
  const { inspections, sender, duty, directory, once, pace, app, now, inHand, fault } = shell;
  const orFault = faultsOnce(fault);
  const upload = uploading(shell);
  /** What is under way in each inspection: one thing at a time, so that what the record holds begun is not under way here. */
  const turns = new Map<string, Promise<unknown>>();
  const working = new Set<string>();

  /** Does this when nothing else of this inspection is being posted, in any replica. */
  const inTurn = <Result>(id: string, act: () => Promise<Result>): Promise<Result> => {
    const turn = (turns.get(id) ?? Promise.resolve())
      .catch(() => undefined)
      .then(() => inspections.replicas.alone(`posting ${id}`, act));
    turns.set(id, turn);
    return turn;
  };

  const record = (id: string, command: { type: string; [field: string]: unknown }, request: string) =>
    inspections.record(id, command, { person: app, at: now(), request });

  const noteOf = (id: string, posting: string, text: string) => async (slack: Place | null, tries: number) => {
    const command = { type: 'NotePosting', posting, slack: slack && { channel: slack.channel, ts: slack.ts }, text };
    const noted = await record(id, command, `note ${posting} ${tries} ${slack !== null}`);
    if ('refusals' in noted) throw new Error(`What became of ${posting} could not be noted`);
  };

  /** Notes that nobody can know whether this arrived. Whoever leads is asked. */
  const doubt = async (id: string, posting: string, tries: number): Promise<void> => {
    await record(id, { type: 'DoubtPosting', posting }, `doubt ${posting} ${tries}`);
    tells.lead(id);
    tells.board(id);
  };

  /** Posts one part, unless it stands; whether the next may follow. By what name Slack refused it for good, where it did. */
  const post = async (id: string, headline: string, { part, text, send }: Part): Promise<boolean | string> => {
    const inspection = await inspections.of(id);
    const thread = unfinishedThread(inspection);
    if (inHand.stopping.aborted || thread?.headline.posting !== headline || thread.doubted) return false;
    const posting = partOf(headline, part);
    const before = inspection.postings.get(posting);
    const note = noteOf(id, posting, text);
    if (before?.slack) return true;
    if (before?.doubt === 'stands') {
      await note({ channel: inspection.channel.id, ts: '' }, before.tries);
      return true;
    }
    if (before && !before.refused) {
      await doubt(id, posting, before.tries);
      return false;
    }
    if (whyNotPosted(await directory.channel(inspection.channel.id))) return false;
    const tries = (before?.tries ?? 0) + 1;
    await duty.confirm();
    const claimed = await record(id, { type: 'ClaimReply', headline, part }, `claim ${posting} ${tries}`);
    if ('refusals' in claimed || claimed.again) return false;
    try {
      await note(await send(), tries);
      return true;
    } catch (error) {
      if (error instanceof OffDuty) {
        await note(null, tries);
        return false;
      }
      const refused = slackError(error);
      if (refused === null || part === filePart) await doubt(id, posting, tries);
      else await note(null, tries);
      if (refused === null || passing.has(refused) || part === filePart) throw error;
      return refused;
    }
  };

  /** The headline and all that follows it, in the words of the record as it was. */
  const wordsOf = async (id: string, { begunAt, at }: { begunAt: number; at: string }) => {
    const then = await inspections.at(id, begunAt);
    if (!then) throw new Error(`${id} has no entry ${begunAt}`);
    const summary = summaryOf(then.inspection);
    return { headline: headlineOf(summary, at, then.head), replies: threadOf(summary) };
  };

  /** By what name Slack says that the headline is no more; null where it stands. */
  const gone = async (channel: string, message_ts: string): Promise<string | null> => {
    try {
      await once.chat.getPermalink({ channel, message_ts });
      return null;
    } catch (error) {
      if (slackError(error) !== 'message_not_found') throw error;
      return 'message_not_found';
    }
  };

  const goOn = async (id: string): Promise<void> => {
    await inTurn(id, async () => {
      const open = headlineUnderWay(await inspections.of(id));
      if (open) await doubt(id, open.posting, open.tries);
    });
    const inspection = await inspections.of(id);
    const thread = unfinishedThread(inspection);
    if (!thread || thread.doubted) return;
    const { posting: headline, slack } = thread.headline;
    const { channel, ts } = slack ?? { channel: inspection.channel.id, ts: '' };
    tells.board(id);
    const { headline: above, replies } = await wordsOf(id, thread.headline);
    const inThread = replies.map(
      ({ name, says }): Part => ({
        part: replyPart(name),
        text: plainText(says),
        send: () => sender.sayUnder(channel, ts, says, carriedByPosting(id, partOf(headline, replyPart(name)))),
      }),
    );
    const asFile = (why: string): Part => {
      const file = threadAsFile(inspection, [above, ...replies.map(({ says }) => says)], why);
      const [lead] = succession(inspection);
      return {
        part: filePart,
        text: file.content,
        send: async () => {
          await duty.confirm();
          return { channel: await upload(lead?.person.user ?? '', file.note, [file]), ts: '' };
        },
      };
    };
    // Claimed when it is its turn, so that stopping in between leaves nothing in doubt.
    const inOrder = (each: Part) =>
      inTurn(id, () => pace.message(channel, () => post(id, headline, each), pace.turn()));
    const begun = inspection.postings.has(partOf(headline, filePart));
    for (const each of begun ? [asFile('')] : inThread) {
      const came = (begun ? null : await gone(channel, ts)) ?? (await inOrder(each));
      if (came === false) return;
      if (came === true) continue;
      await inOrder(asFile(came));
      break;
    }
    tells.board(id);
  };

  /** What follows the headlines of this inspection is posted from here on. Nobody waits for it. */
  const changed = (id: string): void => {
    if (working.has(id)) return;
    working.add(id);
    void inHand
      .during(() => orFault(`thread of ${id}`, () => goOn(id)))
      .catch(fault)
      .finally(() => working.delete(id));
  };

  const look = async (): Promise<void> => {
    for (const inspection of await inspections.owing()) if (postsOn(inspection)) changed(inspection.id);
  };

  return { changed, inTurn, doubt, tick: ticking(look, inHand, fault) };
};

export type Threads = ReturnType<typeof threads>;

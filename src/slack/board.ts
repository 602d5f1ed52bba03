import type { WebClient } from '@slack/web-api';
import type { Inspection } from '../domain/inspection.ts';
import { summaryOf } from '../domain/summary.ts';
import type { BankHolidays } from '../domain/working-days.ts';
import type { Inspections } from '../inspections.ts';
import { board as boardMessage } from '../words/board.ts';
import { whyNotPosted } from '../words/posting.ts';
import { slackMessage } from './blocks.ts';
import type { Directory } from './directory.ts';
import { pauseAskedFor, slackError } from './errors.ts';
import type { InHand } from './in-hand.ts';

type Given = {
  inspections: Inspections;
  client: WebClient;
  directory: Directory;
  appUser: string;
  now: () => string;
  holidays: BankHolidays;
  /** Milliseconds between two updates of one board: Slack takes about fifty a minute. */
  pause: number;
  inHand: InHand;
  fault: (error: unknown) => void;
};

/** Slack says in these ways that a message is gone or not to be changed. */
const gone = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed']);

/** The pinned message in the team channel, updated in place. A burst of changes is one update. */
export const boards = ({ inspections, client, directory, appUser, now, holidays, pause, inHand, fault }: Given) => {
  const waiting = new Set<string>();
  const working = new Map<string, Promise<void>>();
  const timers = new Set<NodeJS.Timeout>();

  const place = async (inspection: Inspection): Promise<void> => {
    const { team, id: channel } = inspection.channel;
    const sent = await client.chat.postMessage({
      channel,
      ...slackMessage(boardMessage(summaryOf(inspection), now(), holidays)),
      unfurl_links: false,
      unfurl_media: false,
    });
    const ts = sent.ts ?? '';
    await inspections.record(
      inspection.id,
      { type: 'PlaceBoard', channel: sent.channel ?? channel, ts },
      { person: { team, user: appUser }, at: now(), request: `board ${ts}` },
    );
    await client.pins.add({ channel, timestamp: ts });
  };

  const show = async (id: string): Promise<void> => {
    const inspection = await inspections.of(id);
    if (whyNotPosted(await directory.channel(inspection.channel.id))) return;
    if (!inspection.board) return place(inspection);
    const { channel, ts } = inspection.board;
    try {
      await client.chat.update({ channel, ts, ...slackMessage(boardMessage(summaryOf(inspection), now(), holidays)) });
    } catch (error) {
      if (!gone.has(slackError(error) ?? '')) throw error;
      await place(inspection);
    }
  };

  /** Once Slack takes updates again. Stopping does not wait for it: the board comes with the next change. */
  const later = (id: string, milliseconds: number): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      changed(id);
    }, milliseconds);
    timers.add(timer);
  };

  const work = async (id: string): Promise<void> => {
    while (waiting.delete(id)) {
      try {
        await show(id);
      } catch (error) {
        const asked = pauseAskedFor(error);
        if (asked === null) fault(error);
        else later(id, asked);
      }
      if (waiting.has(id) && pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    }
    working.delete(id);
  };

  /** Says that an inspection has changed. Its board follows soon; nobody waits for it. */
  const changed = (id: string): void => {
    waiting.add(id);
    if (!working.has(id))
      working.set(
        id,
        inHand.during(() => work(id)),
      );
  };

  const stop = (): void => {
    for (const timer of timers) clearTimeout(timer);
    timers.clear();
  };

  return { changed, stop };
};

export type Board = ReturnType<typeof boards>;

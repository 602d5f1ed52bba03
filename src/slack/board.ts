import type { Inspection } from '../domain/inspection.ts';
import { dayIn, type Zoned } from '../domain/moments.ts';
import { summaryOf } from '../domain/summary.ts';
import { board as boardMessage } from '../words/board.ts';
import type { Message } from '../words/message.ts';
import { whyNotPosted } from '../words/posting.ts';
import { passing, pauseAskedFor, slackError } from './errors.ts';
import type { Shell } from './shell.ts';
import { ticking } from './ticking.ts';
import type { Watch } from './watch.ts';

/** How long after the first, second ... failure in a row a board is tried again, in milliseconds. */
const tryAgainAfter = (failures: number): number => Math.min(1000 * 2 ** (failures - 1), 60_000);

/** Slack says in these ways that a message is gone or not to be changed. */
const gone = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed']);

/** The pinned message in the team channel, updated in place. A burst of changes is one update. */
export const boards = (shell: Shell, watch: Watch) => {
  const { inspections, once, sender, duty, pace, now, holidays, inHand, fault } = shell;
  /** Those that do not show yet how things stand, each with its turn: since when that is so. */
  const waiting = new Map<string, number>();
  const working = new Map<string, Promise<void>>();
  const failures = new Map<string, number>();
  const timers = new Map<string, NodeJS.Timeout>();
  /** On which of its days each was shown last: everything on it that the clock moves, moves with the day. */
  const shownOn = new Map<string, { zone: Zoned; day: string }>();
  /** Slack asked for a pause; until then a change waits with the board. */
  const paused = new Set<string>();
  let stopped = false;

  const messageOf = (inspection: Inspection): Message => {
    const at = now();
    shownOn.set(inspection.id, { zone: { timeZone: inspection.timeZone }, day: dayIn(inspection, at) });
    return boardMessage(summaryOf(inspection), at, holidays);
  };

  const place = async (inspection: Inspection): Promise<void> => {
    const { channel, ts } = await sender.say(inspection.channel.id, messageOf(inspection));
    await watch.note(inspection, { type: 'PlaceBoard', channel, ts });
  };

  /** Pins the board, where that is not known to be done; where Slack refuses it by name, that is kept. */
  const pin = async (inspection: Inspection): Promise<void> => {
    const { id, board, pin } = inspection;
    if (!board || pin?.refused === null) return;
    const { channel, ts } = board;
    const refused = await pace
      .pinning('', async () => {
        await duty.confirm();
        return once.pins.add({ channel, timestamp: ts });
      })
      .then(
        () => null,
        (error: unknown) => {
          const name = slackError(error);
          if (name === null || passing.has(name) || gone.has(name)) throw error;
          return name === 'already_pinned' ? null : name;
        },
      );
    const isNews = await watch.note(inspection, { type: 'NotePin', ts, refused });
    // The board itself says that it is not pinned, and no more once it is.
    if (isNews && (refused ?? pin)) wait(id);
  };

  const stand = async (inspection: Inspection): Promise<void> => {
    if (!inspection.board) return place(inspection);
    try {
      await sender.change(inspection.board, messageOf(inspection));
    } catch (error) {
      if (!gone.has(slackError(error) ?? '')) throw error;
      await place(inspection);
    }
  };

  const wait = (id: string): void => void (waiting.has(id) || waiting.set(id, pace.turn()));

  /** Whether it stands in its channel now. */
  const show = async (id: string): Promise<boolean> => {
    const inspection = await inspections.of(id);
    const channel = await watch.channelOf(inspection);
    const looking = watch.lookThrough(inspection, channel);
    await Promise.allSettled([looking]);
    const stands = whyNotPosted(channel) === null;
    if (stands) await stand(inspection);
    // What could not be looked at is tried again with the board.
    await looking;
    return stands;
  };

  /** Tries again by and by. Stopping does not wait for it: every board is shown anew after the next start. */
  const later = (id: string, milliseconds: number): void => {
    if (stopped) return;
    clearTimeout(timers.get(id));
    const timer = setTimeout(() => {
      timers.delete(id);
      paused.delete(id);
      changed(id);
    }, milliseconds);
    timers.set(id, timer);
  };

  const failed = (id: string, error: unknown): void => {
    const count = (failures.get(id) ?? 0) + 1;
    failures.set(id, count);
    const asked = pauseAskedFor(error);
    if (asked !== null) paused.add(id);
    // Written down once for as long as it lasts.
    else if (count === 1) fault(error);
    later(id, asked ?? tryAgainAfter(count));
  };

  /** Shows it when it is its turn. One that could not be shown keeps that turn for when it is tried again. */
  const attempt = async (id: string, turn: number): Promise<void> => {
    const stoppedBefore = stopped;
    const stands = await pace.showing(
      '',
      async () => {
        waiting.delete(id);
        // Whose turn had not come when the app was told to stop is shown anew after the next start.
        return (!stopped || stoppedBefore) && duty.isHere() && show(id);
      },
      turn,
    );
    // Nobody else's board waits for it.
    if (stands) await pin(await inspections.of(id));
    failures.delete(id);
  };

  const work = async (id: string): Promise<void> => {
    let turn = waiting.get(id);
    try {
      for (; turn !== undefined; turn = waiting.get(id)) await attempt(id, turn);
    } catch (error) {
      // Whichever replica is on duty shows all of them anew.
      if (duty.isHere()) {
        waiting.set(id, turn ?? pace.turn());
        failed(id, error);
      }
    }
    working.delete(id);
  };

  /** Says that an inspection has changed. Its board follows soon; nobody waits for it. */
  const changed = (id: string): void => {
    wait(id);
    if (paused.has(id) || working.has(id)) return;
    working.set(
      id,
      inHand.during(() => work(id)),
    );
  };

  /**
   * Shows every running inspection's board as it stands, one after the other: what changed while the app or Slack was
   * away. The record does not say what a board last showed, and one update each is cheap.
   */
  const catchUp = async (): Promise<void> => {
    for (const { id } of await inspections.running()) {
      if (stopped) return;
      changed(id);
      await working.get(id);
    }
  };

  /** The clock moved on: where another day has begun, the board is shown as it stands on that, once. */
  const turnOfDay = async (): Promise<void> => {
    for (const [id, { zone, day }] of shownOn) {
      const today = dayIn(zone, now());
      if (today === day) continue;
      shownOn.set(id, { zone, day: today });
      // Of a record that was closed meanwhile it was said why.
      await inspections.of(id).then(
        () => changed(id),
        () => shownOn.delete(id),
      );
    }
  };

  const stop = (): void => {
    stopped = true;
    for (const timer of timers.values()) clearTimeout(timer);
    timers.clear();
  };

  /** How many boards do not show yet how things stand. */
  const waitingNow = (): number => new Set([...waiting.keys(), ...working.keys(), ...timers.keys()]).size;

  return { changed, catchUp, tick: ticking(turnOfDay, inHand, fault), waiting: waitingNow, stop };
};

export type Boards = ReturnType<typeof boards>;

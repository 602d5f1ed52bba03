import type { Decision, Refusal } from '../domain/refusal.ts';
import { Conflict, Damaged, type Entry, type Head, type Store } from '../store/port.ts';
import { turns } from '../store/turns.ts';
import { readEvents } from './newer.ts';

/** Who asks, when by the clock, the request's own id, and a digest of what they sent: the same request is kept once. */
export type RequestedBy = { person: { team: string; user: string }; at: string; request: string; sent?: string };

/** What was kept. `again` where this very request had been kept before: it gets its first answer again. */
export type Kept<Event> = { entry: Entry; events: readonly Event[]; again: boolean };
/** The same, and how it stood then as far as was known here: it may not be there to be read any more. */
export type KeptUpon<State, Event> = Kept<Event> & { stood: State | null };
export type Refused = { refusals: Refusal[] };

/** How one kind of history is read and extended. */
export type Folding<State, Event> = {
  parse(event: unknown): Event;
  begin(history: string): State | null;
  /** Extends by one entry, in place where it can. `state` is null before a first entry that begins it. */
  extend(
    state: State | null,
    events: readonly Event[] | null,
    entry: { person: RequestedBy['person']; at: string; version: number },
  ): State;
};

type Request = { version: number; entry: Promise<Entry> | null };

/** A history folded once and then extended by what is appended, also before the disk has answered. */
type Open<State> = {
  state: State | null;
  version: number;
  recordedAt: string;
  head: Head;
  requests: Map<string, Request>;
};

/** The time recorded never runs backwards, whatever a clock does. ISO times in UTC compare as text. */
const later = (one: string, other: string): string => [one, other].sort().at(-1) ?? one;

/** Later than any moment. */
const everything = '~';

/** One history of one inspection: read, decide, append; once per request; again on a conflict. */
export const openHistory = <State, Event>(
  store: Store,
  name: string,
  folding: Folding<State, Event>,
  /** Told where it is found to be closed. */
  closed: (name: string, why: string) => void,
  /** The hash of the first entry of the history it belongs to, for a restricted one. */
  of?: string,
) => {
  let opened: Promise<Open<State>> | null = null;
  let underWay: Promise<unknown> = Promise.resolve();
  let asking = 0;
  const inTurn = turns();
  const isShared = store.shared !== null;

  const unread = (): Open<State> => ({
    state: folding.begin(name),
    version: 0,
    recordedAt: '',
    head: { version: 0, hash: '' },
    requests: new Map(),
  });

  const take = (open: Open<State>, entry: Entry): void => {
    const { version, recordedAt, person, request } = entry.header;
    const events = readEvents(name, entry, folding.parse);
    open.state = folding.extend(open.state, events, { person, at: recordedAt, version });
    open.version = version;
    open.recordedAt = recordedAt;
    open.head = { version, hash: entry.hash };
    open.requests.set(request, { version, entry: null });
  };

  /** What is there up to a moment, or to a version. That an entry cannot be taken is said only once the whole is found to hold. */
  const read = async (until: string | number): Promise<Open<State>> => {
    const open = unread();
    let fault: unknown = null;
    await store.each(name, 0, (entry) => {
      const { recordedAt, version } = entry.header;
      if (fault !== null || (typeof until === 'number' ? version > until : recordedAt > until)) return;
      try {
        take(open, entry);
      } catch (error) {
        fault = error;
      }
    });
    if (fault !== null) throw fault;
    return open;
  };

  const asRead = (): Promise<Open<State>> => {
    if (!opened) {
      const reading = read(everything);
      opened = reading;
      // A history that could not be read is tried again when next asked for.
      reading.catch((error) => {
        forget(reading);
        if (error instanceof Damaged) closed(error.inspection, error.reason);
      });
    }
    return opened;
  };

  /** Takes what others kept since; whether all there is could be taken on top of what is known. */
  const takesNews = async (reading: Promise<Open<State>>, open: Open<State>): Promise<boolean> => {
    try {
      await store.each(name, open.version, (entry) => {
        // It may be taken already: by another who asked, or by whoever kept it.
        if (entry.header.version > open.version) take(open, entry);
      });
      return opened === reading;
    } catch (error) {
      forget(reading);
      if (error instanceof Damaged) closed(error.inspection, error.reason);
      if (!(error instanceof Conflict)) throw error;
      return false;
    }
  };

  const current = async (): Promise<Open<State>> => {
    for (;;) {
      const reading = asRead();
      const open = await reading;
      if (!isShared || (await takesNews(reading, open))) return open;
    }
  };

  const forget = (which: Promise<Open<State>>): void => {
    if (opened === which) opened = null;
  };

  const answerAgain = async (request: Request): Promise<Kept<Event>> => {
    const entry = (await request.entry) ?? (await store.read(name, request.version - 1))[0];
    if (!entry) throw new Error(`${name} lost entry ${request.version}`);
    return { entry, events: readEvents(name, entry, folding.parse) ?? [], again: true };
  };

  /** What this request came to, where it is in the history; null where it is not. */
  const answered = async (request: string): Promise<Kept<Event> | null> => {
    const before = (await current()).requests.get(request);
    return before ? answerAgain(before) : null;
  };

  /**
   * Decides on what the history holds so far and keeps the outcome. Resolves only when it is on stable storage.
   * Commands that arrive meanwhile are decided on top of this one and share a sync with it; if it cannot be stored,
   * everything is read again, so nothing decided upon it survives. Where others may keep something first, nothing is decided on top of
   * what is not kept.
   */
  const decided = async (
    decide: (state: State | null, at: string) => Decision<Event>,
    context: RequestedBy,
  ): Promise<KeptUpon<State, Event> | Refused> => {
    for (;;) {
      const reading = asRead();
      const open = await reading;
      if (isShared && !(await takesNews(reading, open))) continue;
      const before = open.requests.get(context.request);
      if (before) {
        try {
          return { ...(await answerAgain(before)), stood: open.state };
        } catch (error) {
          forget(reading);
          if (!(error instanceof Conflict)) throw error;
          continue;
        }
      }
      const at = later(context.at, open.recordedAt);
      const decision = decide(open.state, at);
      if ('refusals' in decision) {
        // A no may rest on what is not kept yet: it is said once that is, and asked again if it never was.
        await underWay;
        if (opened === reading) return decision;
        continue;
      }
      const { person, request, sent } = context;
      const version = open.version + 1;
      const begins = open.version === 0 ? { of } : {};
      const draft = { request, recordedAt: at, person, events: decision.events, sent, ...begins };
      const appended = store.append(name, open.version, draft);
      underWay = Promise.allSettled([underWay, appended]).then(() => undefined);
      const extend = (): void => {
        if (open.version >= version) return;
        open.state = folding.extend(open.state, decision.events, { person, at, version });
        open.version = version;
        open.recordedAt = at;
        open.requests.set(request, { version, entry: appended });
      };
      if (!isShared) extend();
      try {
        const entry = await appended;
        extend();
        if (open.head.version < version) open.head = { version, hash: entry.hash };
        open.requests.set(request, { version, entry: null });
        return { entry, events: decision.events, again: false, stood: open.state };
      } catch (error) {
        if (!isShared) forget(reading);
        if (error instanceof Damaged) closed(error.inspection, error.reason);
        if (!(error instanceof Conflict)) throw error;
      }
    }
  };

  const record: typeof decided = (...asked) => (isShared ? inTurn(() => decided(...asked)) : decided(...asked));

  /** How it stands, once everything asked for before now is on stable storage or refused. Null before its first entry. */
  const state = async (): Promise<State | null> => {
    await current();
    await underWay;
    return (await current()).state;
  };

  /** The version and hash that the history stood at when the last entry was kept. */
  const head = async (): Promise<Head> => {
    await state();
    return (await current()).head;
  };

  /** How it stood at a moment, by the time recorded, or at a version. Null where it had not begun. */
  const stateAt = async (until: string | number): Promise<{ state: State; head: Head } | null> => {
    const open = await read(until);
    return open.version === 0 || open.state === null ? null : { state: open.state, head: open.head };
  };

  const during =
    <Args extends unknown[], Value>(act: (...args: Args) => Promise<Value>) =>
    async (...args: Args): Promise<Value> => {
      asking += 1;
      try {
        return await act(...args);
      } finally {
        asking -= 1;
      }
    };

  return {
    record: during(record),
    answered: during(answered),
    state: during(state),
    head: during(head),
    stateAt: during(stateAt),
    /** Whether nothing that was asked of it is still under way. */
    isIdle: (): boolean => asking === 0,
  };
};

export type History<State, Event> = ReturnType<typeof openHistory<State, Event>>;

import { decide, type Inspection, type InspectionEvent, inspectionCommand } from './domain/inspection.ts';
import { type Person, samePerson } from './domain/people.ts';
import { type Published, resultOf, sameAuthority } from './domain/published.ts';
import { refuse } from './domain/refusal.ts';
import { refusalsOf } from './domain/refusals.ts';
import type { RestrictedRecord } from './domain/restricted.ts';
import { type Act, may } from './domain/roles.ts';
import { roleOf } from './domain/standing.ts';
import { atTheStart } from './inspections/at-the-start.ts';
import { elsewhere, onlyOne } from './inspections/elsewhere.ts';
import { inspectionFolding, isRestrictedHistory, restrictedHistory } from './inspections/foldings.ts';
import { givingWay } from './inspections/giving-way.ts';
import { holding } from './inspections/held.ts';
import { type KeptUpon, openHistory, type Refused, type RequestedBy } from './inspections/history.ts';
import {
  type ChannelKey,
  type Ended,
  endedFor,
  type Known,
  noteOpened,
  owes,
  publishedIn,
  untouchedSince,
} from './inspections/known.ts';
import { outgoing } from './inspections/outgoing.ts';
import { type RecordedRestricted, restrictedHistories } from './inspections/restricted.ts';
import { standings } from './inspections/standing.ts';
import { type KeptInspection, starting } from './inspections/starting.ts';
import type { Copies, Copy } from './store/copy.ts';
import { Damaged, type Head, NotRead, type Store } from './store/port.ts';

export { onlyOne, type Replicas } from './inspections/elsewhere.ts';
export { channelOfStart, isRestrictedHistory, restrictedHistory } from './inspections/foldings.ts';
export type { Kept, Refused, RequestedBy } from './inspections/history.ts';
export type { Ended } from './inspections/known.ts';
export { whyClosed } from './inspections/newer.ts';
export { outgoing } from './inspections/outgoing.ts';
export type { RecordedRestricted } from './inspections/restricted.ts';
export type { KeptInspection } from './inspections/starting.ts';
export { Damaged, NotKept, NotRead, OutcomeUnknown } from './store/port.ts';

/**
 * The one caller of the store. Commands come to it as they were sent: it is their door.
 * `damaged` is told once of every history that is found to be closed, by name. */
export const openInspections = async (store: Store & Copies, damaged: (inspection: string, why: string) => void) => {
  const closed = new Set<string>();
  let over = false;
  const close = (name: string, why: string): void => {
    if (!closed.has(name)) damaged(name, why);
    closed.add(name);
  };

  const asOf = await store.shared?.begun();
  const { known, heads, closedHalves } = await atTheStart(store, close);
  /** Every id that anything of a record ever had. */
  const taken = new Set(await store.idsGiven());
  const standing = await standings(store, heads);

  const replicas = store.shared ?? onlyOne;
  const others = elsewhere(store, { asOf, known, taken, closedHalves, found: standing.found, close });

  const held = holding(store, standing, (id) => openHistory(store, id, inspectionFolding(id), close));
  const historyOf = held.of;

  /** @throws Damaged when its record is closed */
  const of = async (id: string): Promise<Inspection> => {
    const inspection = await historyOf(id).state();
    if (!inspection) throw new Error('There is no inspection of that id');
    noteOpened(known, inspection);
    others.opened(id, inspection.version);
    return inspection;
  };

  /** Whoever is to be told that it is kept is told so, also where what others kept since cannot be read. */
  const standingAt = async (
    id: string,
    { stood, ...kept }: KeptUpon<Inspection, InspectionEvent>,
  ): Promise<KeptInspection> => {
    const inspection = await of(id).catch((error: unknown) => {
      if (error instanceof NotRead && stood) return stood;
      throw error;
    });
    return { ...kept, inspection };
  };

  const record = async (id: string, command: unknown, context: RequestedBy): Promise<KeptInspection | Refused> => {
    const read = inspectionCommand.safeParse(command);
    if (!read.success) return refusalsOf(read.error, await of(id));
    const kept = await historyOf(id).record(
      (inspection, at) =>
        inspection
          ? decide(read.data, inspection, { person: context.person, at })
          : refuse(null, `There is no inspection ${id}.`),
      context,
    );
    return 'refusals' in kept ? kept : standingAt(id, kept);
  };

  const restricted = restrictedHistories({ store, standing, closedHalves, close, of });

  /** Where an inspection's record stands, kept beside it: so it is asked for wherever that leaves the app. */
  const headToShow = async (id: string): Promise<Head> => {
    const own = historyOf(id);
    await standing.note([
      [id, own],
      [restrictedHistory(id), restricted.opened(id)],
    ]);
    return own.head();
  };

  const knownIn = (channel: ChannelKey): Known[] =>
    known.filter((each) => each.channel.team === channel.team && each.channel.id === channel.id);

  /**
   * The inspection a channel is about: its running one, else the one that ended last. Null where there was none.
   * @throws Damaged when none runs and one of the channel's records is closed: it may be the one that is meant
   */
  const inChannel = async (channel: ChannelKey): Promise<Inspection | null> => {
    await others.begun();
    const opened = await Promise.allSettled(knownIn(channel).map((each) => of(each.id)));
    const all = opened.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    const running = all.find((inspection) => !inspection.sealed);
    const closed = opened.find((result) => result.status === 'rejected');
    if (!running && closed) throw closed.reason;
    return running ?? all.at(-1) ?? null;
  };

  const openedOf = async (which: readonly Known[]): Promise<Inspection[]> => {
    const opened = await Promise.allSettled(which.map((each) => of(each.id)));
    return opened.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  };

  /** Notes how those stand that were changed elsewhere, also of those that are over: each may have been opened again. */
  const lookElsewhere = async (): Promise<void> => {
    for (const id of await others.changed()) {
      const inspection = await of(id).catch((error: unknown) => {
        if (!(error instanceof Damaged)) throw error;
        close(id, error.reason);
      });
      if (inspection?.sealed) await held.letGo(id);
    }
  };

  /** Every inspection not signed off yet. A closed record is left out: whoever asks in its channel hears of it. */
  const running = async (): Promise<Inspection[]> => {
    await lookElsewhere();
    return (await openedOf(known.filter((each) => !each.sealed))).filter((inspection) => !inspection.sealed);
  };

  /** Every inspection with something still to be sent, signed off or not: a notice, or what follows a summary's headline. */
  const owing = async (): Promise<Inspection[]> => {
    await lookElsewhere();
    return (await openedOf(known.filter((each) => !each.sealed || each.owes))).filter(owes);
  };

  /** The inspections not signed off yet in which this person has a role. */
  const runningFor = async (person: Person): Promise<Inspection[]> =>
    (await running()).filter(({ members }) => members.some((member) => samePerson(member.person, person)));

  /** Every inspection, running or over, in which this person's role allows the act. One that is over is let go again. */
  const allFor = async (person: Person, act: Act): Promise<Inspection[]> => {
    const all: Inspection[] = await runningFor(person);
    for (const { id } of endedFor(known, person)) {
      const opened = await of(id).catch((error: Error) => close(id, error.message));
      if (!opened) continue;
      all.push(opened);
      await held.letGo(id);
    }
    return all.filter((inspection) => may(roleOf(inspection, person), act));
  };

  /**
   * What the signed inspections of an authority came to, as far as this person may know it: what is public in their workspace, and what
   * they may read. Each as it stands, with its head. A closed record is left out.
   */
  const resultsFor = async (person: Person, authority: string): Promise<Published[]> => {
    await lookElsewhere();
    const places = [...endedFor(known, person), ...publishedIn(known, person.team)];
    const ids = new Set(places.flatMap((each) => (sameAuthority(each.authority, authority) ? [each.id] : [])));
    const results: Published[] = [];
    for (const inspection of await openedOf(known.filter(({ id }) => ids.has(id)))) {
      const result = resultOf(inspection);
      if (!result || (result.unpublished && !may(roleOf(inspection, person), 'read'))) continue;
      const { version, hash } = await headToShow(inspection.id);
      results.push({ ...result, head: `${version}:${hash}` });
      await held.letGo(inspection.id);
    }
    return results.sort((one, other) => other.published.localeCompare(one.published));
  };

  const start = starting({
    histories: { historyOf, of, standingAt },
    known,
    knownIn,
    taken,
    inChannel,
    noteBegun: standing.noteBegun,
    alone: (act) =>
      replicas.alone('start', async () => {
        await others.begun();
        return act();
      }),
  });

  return {
    replicas,
    start,
    record,
    recordRestricted: restricted.record,
    of,
    knows: async (id: string): Promise<boolean> => {
      await others.begun();
      return known.some((each) => each.id === id);
    },
    inChannel,
    running,
    owing,
    /** Those whose last entry was recorded at this moment or before; a closed record is left out. */
    untouchedSince: async (moment: string): Promise<string[]> => {
      await lookElsewhere();
      return untouchedSince(known, moment);
    },
    /** Those whose last entry was recorded after this moment. A closed record is left out. */
    recordedAfter: async (moment: string): Promise<Inspection[]> => {
      await lookElsewhere();
      return openedOf(known.filter(({ recordedAt }) => recordedAt > moment));
    },
    runningFor,
    allFor,
    /** Those that are over in which this person had a role, the latest first. */
    endedFor: async (person: Person): Promise<Ended[]> => {
      await lookElsewhere();
      return endedFor(known, person);
    },
    /** What is public of every inspection of a workspace, as it was when last opened. */
    publishedIn: async (team: string): Promise<Published[]> => {
      await lookElsewhere();
      return publishedIn(known, team);
    },
    resultsFor,
    restrictedFor: restricted.stateFor,
    /** Restricted evidence, for those whom the caller has found may read it. */
    restrictedOf: (id: string): Promise<RestrictedRecord | null> => restricted.state(id),
    /** What a request was kept as before, in either record of an inspection; null where it was not. A closed one has no answer. */
    keptBefore: async (id: string, request: string): Promise<KeptInspection | RecordedRestricted | null> => {
      const own = await historyOf(id)
        .answered(request)
        .catch(() => null);
      const kept =
        own ??
        (await restricted
          .open(id)
          .then((half) => half.answered(request))
          .catch(() => null));
      return kept && { ...kept, inspection: await of(id) };
    },
    head: (id: string): Promise<Head> => historyOf(id).head(),
    headToShow,
    /** Its record as it may leave the app, as it is on stable storage. */
    copyOf: async (id: string): Promise<Copy | null> => {
      await headToShow(id);
      const copy = await store.copy(id);
      return copy && givingWay(outgoing(copy));
    },
    /** The same of its restricted record, for those whom the caller has found may read it. */
    copyOfRestricted: (id: string): Promise<Copy | null> => store.copy(restrictedHistory(id)),
    /** How it and its record stood at a moment by the time recorded, or at a version; null before its start. */
    at: async (id: string, until: string | number): Promise<{ inspection: Inspection; head: Head } | null> => {
      const there = await historyOf(id).stateAt(until);
      return there && { inspection: there.state, head: there.head };
    },
    /**
     * Opens what is running, so that the first command meets a folded state; the latest first, since these are asked about most.
     * What is signed off is let go again.
     */
    open: async (): Promise<void> => {
      for (const { id } of [...known].reverse()) {
        const inspection = await of(id).catch((error: Error) => {
          // What cannot be read for now is read when it is asked about.
          if (!over && !(error instanceof NotRead)) close(id, error.message);
        });
        // What was not opened before the end says nothing of what is kept.
        if (over) return;
        if (inspection?.sealed) await held.letGo(id);
      }
    },
    /** A minute has passed: what nobody asked about for a while is let go of. What is running is asked about each minute. */
    minute: async (): Promise<void> => {
      await held.minute();
      await restricted.minute();
    },
    /** How many inspections are closed; what is restricted is counted nowhere. */
    closed: (): number => [...closed].filter((name) => !isRestrictedHistory(name)).length,
    /** Reads what is running once more from where it is kept, and closes what was changed there meanwhile. */
    lookThrough: async (): Promise<void> => {
      const half = (id: string): string[] => (standing.first(restrictedHistory(id)) ? [restrictedHistory(id)] : []);
      for (const { id, sealed } of known)
        for (const name of sealed ? [] : [id, ...half(id)]) {
          await store
            .each(name, 0, () => {})
            .catch((error) => {
              if (!(error instanceof Damaged)) throw error;
              close(name, error.reason);
            });
          if (!held.opened(name) && !restricted.opened(id)) await store.letGo(name);
        }
    },
    close: (): Promise<void> => {
      over = true;
      return store.close();
    },
  };
};

export type Inspections = Awaited<ReturnType<typeof openInspections>>;

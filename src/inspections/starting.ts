import type { Inspection, InspectionEvent } from '../domain/inspection.ts';
import { decideStart, inspectionId, type StartInspection, startInspection } from '../domain/matters/start.ts';
import { refuse } from '../domain/refusal.ts';
import { refusalsOf } from '../domain/refusals.ts';
import type { Entry } from '../store/port.ts';
import type { History, Kept, KeptUpon, Refused, RequestedBy } from './history.ts';
import { type ChannelKey, type Known, newlyKnown } from './known.ts';

/** An inspection that is kept: what it came to, and how it stands with it. */
export type KeptInspection = Kept<InspectionEvent> & { inspection: Inspection };

type Register = {
  histories: {
    historyOf: (id: string) => History<Inspection, InspectionEvent>;
    of: (id: string) => Promise<Inspection>;
    standingAt: (id: string, kept: KeptUpon<Inspection, InspectionEvent>) => Promise<KeptInspection>;
  };
  known: Known[];
  knownIn: (channel: ChannelKey) => Known[];
  /** Every id that a record has. */
  taken: Set<string>;
  inChannel: (channel: ChannelKey) => Promise<Inspection | null>;
  noteBegun: (id: string, entry: Entry, channel: ChannelKey) => Promise<void>;
  /** Does it while nobody else starts one, in any replica, and all that were started are known. */
  alone: <Value>(act: () => Promise<Value>) => Promise<Value>;
};

/** Starts inspections, one after the other, so that two in one channel or of one name cannot meet. */
export const starting = (register: Register) => {
  const { histories, known, knownIn, taken, inChannel, noteBegun, alone } = register;
  const { historyOf, of, standingAt } = histories;
  let last: Promise<unknown> = Promise.resolve();

  /** What this very request started in a channel before, whatever became of it since. Null where it started nothing. */
  const startedBy = async (request: string, channel: ChannelKey): Promise<KeptInspection | null> => {
    const asked = knownIn(channel).map(async ({ id }) => ({ id, kept: await historyOf(id).answered(request) }));
    // A closed record among them is `inChannel`'s to tell of.
    for (const result of await Promise.allSettled(asked)) {
      if (result.status === 'rejected' || !result.value.kept) continue;
      return { ...result.value.kept, inspection: await of(result.value.id) };
    }
    return null;
  };

  const startOnce = async (command: StartInspection, context: RequestedBy): Promise<KeptInspection | Refused> => {
    const again = await startedBy(context.request, command.channel);
    if (again) return again;
    const running = await inChannel(command.channel);
    if (running && !running.sealed) {
      return refuse(
        null,
        `This channel already has an inspection: ${running.authority}. One channel holds one at a time.`,
      );
    }
    for (let others = 0; ; others += 1) {
      const id = inspectionId(command.authority, command.firstDay, others);
      if (taken.has(id)) continue;
      const kept = await historyOf(id).record(
        (there) => (there ? refuse('authority', 'This name is taken.') : decideStart(command)),
        context,
      );
      if ('refusals' in kept) return kept;
      await noteBegun(id, kept.entry, command.channel);
      taken.add(id);
      known.push(newlyKnown(id, command.channel, kept.entry.header.recordedAt));
      return standingAt(id, kept);
    }
  };

  /** Starts an inspection in a channel that has no running one. Its id is never changed. */
  const start = (command: unknown, context: RequestedBy): Promise<KeptInspection | Refused> => {
    const read = startInspection.safeParse(command);
    if (!read.success) return Promise.resolve(refusalsOf(read.error, { framework: {} }));
    const result = last.then(() => alone(() => startOnce(read.data, context)));
    last = result.catch(() => undefined);
    return result;
  };

  return start;
};

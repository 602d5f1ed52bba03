import type { Inspection } from '../domain/inspection.ts';
import type { Member } from '../domain/people.ts';
import { refusalsOf } from '../domain/refusals.ts';
import {
  decideRestricted,
  type RestrictedEvent,
  type RestrictedRecord,
  restrictedCommand,
} from '../domain/restricted.ts';
import { may } from '../domain/roles.ts';
import { memberOf } from '../domain/standing.ts';
import { inspectionOf } from '../store/absence.ts';
import { Damaged, NotKept, type Store } from '../store/port.ts';
import { restrictedFolding, restrictedHistory } from './foldings.ts';
import { holding } from './held.ts';
import { type History, type Kept, openHistory, type Refused, type RequestedBy } from './history.ts';
import type { Standings } from './standing.ts';

/** A restricted item that is kept, and the inspection it belongs to. */
export type RecordedRestricted = Kept<RestrictedEvent> & { inspection: Inspection };

const mayRead = ({ role }: Member): boolean => may(role, 'read restricted evidence');

type Beside = {
  store: Store;
  standing: Standings;
  /** Which are closed since they stand beside another record than their own, and why. */
  closedHalves: ReadonlyMap<string, string>;
  close: (name: string, why: string) => void;
  of: (id: string) => Promise<Inspection>;
};

/** What is restricted of each inspection, in histories of their own beside theirs. */
export const restrictedHistories = ({ store, standing, closedHalves, close, of }: Beside) => {
  const held = holding(store, standing, (name) =>
    openHistory(store, name, restrictedFolding, close, standing.first(inspectionOf(name))),
  );

  /** @throws Damaged where it belongs to another record */
  const open = async (id: string): Promise<History<RestrictedRecord, RestrictedEvent>> => {
    const name = restrictedHistory(id);
    const why = closedHalves.get(name);
    if (why !== undefined) throw new Damaged(name, why);
    return held.of(name);
  };

  const state = async (id: string): Promise<RestrictedRecord | null> => (await open(id)).state();

  return {
    open,
    /** That of an inspection, where something was asked of it not long ago. */
    opened: (id: string): History<RestrictedRecord, RestrictedEvent> | undefined => held.opened(restrictedHistory(id)),
    minute: held.minute,
    state,
    /** What is restricted, or why its record is closed, for a member who may read it; null for everybody else. */
    stateFor: async (id: string, member: Member): Promise<RestrictedRecord | Damaged | null> => {
      if (!mayRead(member)) return null;
      try {
        return await state(id);
      } catch (error) {
        if (error instanceof Damaged) return error;
        throw error;
      }
    },
    record: async (id: string, command: unknown, context: RequestedBy): Promise<RecordedRestricted | Refused> => {
      const inspection = await of(id);
      const read = restrictedCommand.safeParse(command);
      if (!read.success) return refusalsOf(read.error, inspection);
      const { person } = context;
      const member = memberOf(inspection, person);
      try {
        const history = await open(id);
        const kept = await history.record(
          (held, at) => (held ? decideRestricted(read.data, held, inspection, { person, at }) : { events: [] }),
          context,
        );
        if ('refusals' in kept) return kept;
        await standing.noteBegun(restrictedHistory(id), kept.entry, null);
        return { ...kept, inspection };
      } catch (error) {
        // Why it is closed tells that there is one, and how much is in it.
        if (error instanceof Damaged && member && !mayRead(member))
          throw new NotKept('What is confided could not be kept', { cause: error });
        throw error;
      }
    },
  };
};

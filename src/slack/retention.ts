import { yearsBefore } from '../domain/matters/retention.ts';
import type { Inspections } from '../inspections.ts';
import type { InHand } from './in-hand.ts';

type Given = {
  inspections: Inspections;
  /** For how many years after its last entry a record is kept; null where that was not decided. */
  years: number | null;
  team: string;
  appUser: string;
  now: () => string;
  inHand: InHand;
  /** Told of each record in which something was noted: its notices go out. */
  noted: (id: string) => void;
  fault: (error: unknown) => void;
};

/** Notes which records have been kept for as long as was decided. It never deletes one. */
export const retentionInTime = ({ inspections, years, team, appUser, now, inHand, noted, fault }: Given) => {
  const look = async (kept: number): Promise<void> => {
    for (const id of inspections.untouchedSince(yearsBefore(now(), kept))) {
      try {
        const by = { person: { team, user: appUser }, at: now(), request: 'retention' };
        await inspections.record(id, { type: 'NoteRetention', years: kept }, by);
        noted(id);
      } catch (error) {
        fault(error);
      }
    }
  };

  return { tick: (): void => void (years !== null && inHand.during(() => look(years))) };
};

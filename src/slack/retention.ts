import { yearsBefore } from '../domain/matters/retention.ts';
import type { Shell } from './shell.ts';

/** Notes which records have been kept for as long as was decided. It never deletes one. */
export const retentionInTime = (
  { inspections, app, now, inHand, fault }: Shell,
  /** For how many years after its last entry a record is kept; null where that was not decided. */
  years: number | null,
  /** Told of each record in which something was noted: its notices go out. */
  noted: (id: string) => void,
) => {
  const look = async (kept: number): Promise<void> => {
    for (const id of inspections.untouchedSince(yearsBefore(now(), kept))) {
      try {
        const by = { person: app, at: now(), request: 'retention' };
        await inspections.record(id, { type: 'NoteRetention', years: kept }, by);
        noted(id);
      } catch (error) {
        fault(error);
      }
    }
  };

  return { tick: (): void => void (years !== null && inHand.during(() => look(years))) };
};

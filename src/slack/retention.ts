import { yearsBefore } from '../domain/matters/retention.ts';
import type { Shell } from './shell.ts';
import { ticking } from './ticking.ts';

/** Notes which records have been kept for as long as was decided. It never deletes one. */
export const retentionInTime = (
  { inspections, app, now, inHand, fault }: Shell,
  /** For how many years after its last entry a record is kept; null where that was not decided. */
  years: number | null,
  /** Told of each record in which something was noted: its notices go out. */
  noted: (id: string) => void,
) => {
  const note = async (id: string, kept: number): Promise<void> => {
    const by = { person: app, at: now(), request: 'retention' };
    await inspections.record(id, { type: 'NoteRetention', years: kept }, by);
    noted(id);
  };

  const look = async (): Promise<void> => {
    if (years === null) return;
    await inHand.each(await inspections.untouchedSince(yearsBefore(now(), years)), (id) =>
      note(id, years).catch(fault),
    );
  };

  return { tick: ticking(look, inHand, fault) };
};

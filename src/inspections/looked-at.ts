import type { Inspection } from '../domain/inspection.ts';
import { Damaged, type Entry } from '../store/port.ts';
import type { Reading } from '../store/records.ts';
import { verifyHistory } from '../store/verify.ts';
import { channelOfStart, inspectionFolding } from './foldings.ts';
import { readEvents } from './newer.ts';

/** An inspection as its lines leave it, read once beside whoever records there; or in words why its record is closed. */
export const lookedAt = async (id: string, lines: Reading): Promise<Inspection | string> => {
  const { parse, extend } = inspectionFolding(id);
  let state: Inspection | null = null;
  const whyClosed = (entry: Entry): string | undefined => {
    const { person, recordedAt: at, version } = entry.header;
    if (state === null && channelOfStart(entry.events?.[0]) === null)
      return 'its first entry is not the start of an inspection';
    try {
      state = extend(state, readEvents(id, entry, parse), { person, at, version });
    } catch (error) {
      if (error instanceof Damaged) return error.reason;
      throw error;
    }
    return undefined;
  };
  const verdict = await verifyHistory({ inspection: id, lines, known: [], whyClosed });
  if (!verdict.holds) return verdict.why;
  return verdict.closed ?? state ?? 'nothing of it is there';
};

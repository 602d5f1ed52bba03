import { z } from 'zod';
import { type Inspection, type InspectionEvent, inspectionEvent, withEntry } from '../domain/inspection.ts';
import {
  emptyRestricted,
  extendRestricted,
  type RestrictedEvent,
  type RestrictedRecord,
  restrictedEvent,
} from '../domain/restricted.ts';
import type { Folding } from './history.ts';

/** How an inspection's own history is read. */
export const inspectionFolding = (id: string): Folding<Inspection, InspectionEvent> => ({
  parse: (event) => inspectionEvent.parse(event),
  begin: () => null,
  extend: (inspection, events, entered) => withEntry(id, inspection, events, entered),
});

export const restrictedFolding: Folding<RestrictedRecord, RestrictedEvent> = {
  parse: (event) => restrictedEvent.parse(event),
  begin: emptyRestricted,
  extend: (record, events, entered) => extendRestricted(record ?? emptyRestricted(), events, entered),
};

/** The name of the history that restricted evidence has beside an inspection's own. */
export const restrictedHistory = (id: string): string => `${id}.restricted`;
export const isRestrictedHistory = (name: string): boolean => name.endsWith('.restricted');

const startInChannel = z.object({
  type: z.literal('InspectionStarted'),
  channel: z.object({ team: z.string(), id: z.string() }),
});

/**
 * The channel an inspection was started in, or null where that event is no start. The framework beside it is not looked at: a
 * thousand of them would hold up the app's start, and each is checked when its inspection is opened.
 */
export const channelOfStart = (event: unknown): { team: string; id: string } | null =>
  startInChannel.safeParse(event).data?.channel ?? null;

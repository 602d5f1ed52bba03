import { z } from 'zod';
import { type Inspection, type InspectionEvent, inspectionEvent, withEntry } from '../domain/inspection.ts';
import {
  emptyRestricted,
  extendRestricted,
  type RestrictedEvent,
  type RestrictedRecord,
  restrictedEvent,
} from '../domain/restricted.ts';
import { sha256 } from '../store/layout.ts';
import type { Folding } from './history.ts';

type Framework = Inspection['framework'];
const frameworks = new Map<string, WeakRef<Framework>>();

/** The same framework, one for all inspections that are open under it: each began with its own copy. */
const sharedFramework = (own: Framework): Framework => {
  const text = sha256(JSON.stringify(own));
  const shared = frameworks.get(text)?.deref() ?? own;
  if (shared === own) frameworks.set(text, new WeakRef(own));
  return shared;
};

/** How an inspection's own history is read. */
export const inspectionFolding = (id: string): Folding<Inspection, InspectionEvent> => ({
  parse: (event) => inspectionEvent.parse(event),
  begin: () => null,
  extend: (inspection, events, entered) => {
    const extended = withEntry(id, inspection, events, entered);
    if (inspection === null) extended.framework = sharedFramework(extended.framework);
    return extended;
  },
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

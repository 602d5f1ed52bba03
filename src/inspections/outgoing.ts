import { z } from 'zod';
import { type InspectionEvent, inspectionEvent } from '../domain/inspection.ts';
import type { Steps } from '../domain/steps.ts';
import { decidesWhatIsWithheld, withheldIn } from '../domain/withheld.ts';
import { type Copy, copyWithout } from '../store/copy.ts';

const kind = z.looseObject({ type: z.string() });

/** The events that decide, read; the others are left unread, since a record may have a hundred thousand. */
const deciding = (events: readonly unknown[]): InspectionEvent[] =>
  events.flatMap((event) =>
    decidesWhatIsWithheld.has(kind.safeParse(event).data?.type ?? '') ? [inspectionEvent.parse(event)] : [],
  );

/** An inspection's own record as it may leave the app: without the words that are for nobody else's eyes. Its chain still holds. */
export function* outgoing(copy: Copy): Steps<Copy> {
  const entries: Parameters<typeof withheldIn>[0][number][] = [];
  for (const { header, events } of copy.entries) {
    entries.push({ version: header.version, events: events && deciding(events) });
    yield;
  }
  return copyWithout(copy, withheldIn(entries));
}

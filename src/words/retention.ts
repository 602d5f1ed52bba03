import type { Inspection } from '../domain/inspection.ts';
import { counted, type Message, says } from './message.ts';
import { dayOf } from './times.ts';

/** Said once to those who answer for a record, when it has been kept for as long as was decided; null where it has not. */
export const retentionMessage = ({ id, authority, retention, timeZone }: Inspection): Message | null =>
  retention &&
  says(
    `${authority}: this record has been kept for ${counted(retention.years, 'year')} since its last entry, on ${dayOf({ timeZone }, retention.since)}. So long it is to be kept.`,
    `Fortnight deletes nothing by itself. Decide whether it goes: then ask whoever runs Fortnight to export and delete ${id} on the command line. You are told this once.`,
  );

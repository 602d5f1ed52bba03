import { createHash } from 'node:crypto';
import type { Receipt } from '../../commands/contract.ts';
import type { Values } from '../../commands/form.ts';
import { samePerson } from '../domain/people.ts';
import type { KeptInspection, RecordedRestricted, RequestedBy } from '../inspections.ts';
import { keptAsOther, keptForAnother, type RefusedBefore } from '../words/unshown.ts';

/**
 * A digest of what somebody sent: their line, or what is filled in in their form, whatever else is drawn in it. Nothing that
 * the app adds of its own, such as a time, is in it.
 */
export const digestOf = (sent: string | Values): string => {
  const filled =
    typeof sent === 'string'
      ? sent
      : Object.entries(sent)
          .filter(([, value]) => value?.length)
          .sort();
  return createHash('sha256').update(JSON.stringify(filled)).digest('base64url');
};

export const receiptOf = ({ entry, events, inspection }: KeptInspection | RecordedRestricted): Receipt => ({
  hash: entry.hash,
  version: entry.header.version,
  at: entry.header.recordedAt,
  events,
  inspection,
});

/** Why what is sent is not what was kept under its request before; null where nothing was, or the very same. */
export const notAsBefore = (
  kept: KeptInspection | RecordedRestricted,
  { person, sent }: RequestedBy,
): RefusedBefore | null => {
  const { entry, again } = kept;
  if (!again) return null;
  if (!samePerson(entry.header.person, person)) return keptForAnother;
  if (entry.sent !== undefined && entry.sent === sent) return null;
  return keptAsOther(receiptOf(kept), entry.sent !== undefined);
};

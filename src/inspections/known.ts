import type { Inspection } from '../domain/inspection.ts';
import type { Person } from '../domain/people.ts';

export type Place = { team: string; id: string };
/** An inspection that is over: since when, and who was on its team. */
export type Ended = { id: string; authority: string; at: string; timeZone: string };
/** What is known of an inspection without opening it; what stands below its channel as it was when last opened. */
export type Known = {
  id: string;
  channel: Place;
  sealed: boolean;
  ended: (Ended & { team: readonly Person[] }) | null;
  /** Whether a notice is still to be sent. */
  owes: boolean;
};

export const endedOf = ({ id, authority, signatures, recordedAt, timeZone, members }: Inspection): Known['ended'] => ({
  id,
  authority,
  at: signatures.qualityAssuranceManager?.at ?? recordedAt,
  timeZone,
  team: members.map(({ person }) => person),
});

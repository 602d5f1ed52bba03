import type { Inspection } from '../domain/inspection.ts';
import { noticesDue } from '../domain/matters/notice.ts';
import { postsOn } from '../domain/matters/postings.ts';
import { type Person, samePerson } from '../domain/people.ts';
import { type Published, publishedOf } from '../domain/published.ts';
import type { Listing } from '../store/port.ts';

export type ChannelKey = { team: string; id: string };
/** An inspection that is over: since when. */
export type Ended = { id: string; authority: string; at: string; timeZone: string };
/** What is known of an inspection without opening it; what stands below its channel as it was when last opened. */
export type Known = {
  id: string;
  channel: ChannelKey;
  sealed: boolean;
  ended: (Ended & { team: readonly Person[] }) | null;
  /** When its last entry was recorded. */
  recordedAt: string;
  /** Whether something is still to be sent. */
  owes: boolean;
  /** What is public of it, if anything is. */
  published: Published | null;
};

/** When the last entry was recorded; empty where the record is closed. */
export const lastOf = (listing: Listing): string =>
  listing.damage === undefined ? listing.last.header.recordedAt : '';

export const newlyKnown = (id: string, channel: ChannelKey, recordedAt: string): Known => ({
  id,
  channel,
  recordedAt,
  sealed: false,
  ended: null,
  owes: false,
  published: null,
});

const endedOf = ({ id, authority, signatures, recordedAt, timeZone, members }: Inspection): Known['ended'] => ({
  id,
  authority,
  at: signatures.qualityAssuranceManager?.at ?? recordedAt,
  timeZone,
  team: members.map(({ person }) => person),
});

/** Whether something is still to be sent: a notice, or what follows a summary's headline. */
export const owes = (inspection: Inspection): boolean => noticesDue(inspection).length > 0 || postsOn(inspection);

/** Notes how an inspection stands now that it is open. */
export const noteOpened = (known: readonly Known[], inspection: Inspection): void => {
  const place = known.find((each) => each.id === inspection.id);
  if (!place) return;
  place.sealed = inspection.sealed;
  place.recordedAt = inspection.recordedAt;
  place.ended = inspection.sealed ? endedOf(inspection) : null;
  place.owes = owes(inspection);
  place.published = publishedOf(inspection);
};

/** Those that are over in which this person had a role, the latest first. */
export const endedFor = (known: readonly Known[], person: Person): Ended[] =>
  known
    .flatMap(({ ended }) => (ended?.team.some((member) => samePerson(member, person)) ? [ended] : []))
    .sort((one, other) => other.at.localeCompare(one.at))
    .map(({ id, authority, at, timeZone }) => ({ id, authority, at, timeZone }));

/** What is public of every inspection of a workspace, the latest first. */
export const publishedIn = (known: readonly Known[], team: string): Published[] =>
  known
    .flatMap(({ channel, published }) => (published && channel.team === team ? [published] : []))
    .sort((one, other) => other.published.localeCompare(one.published));

/** Those whose last entry was recorded at this moment or before; a closed record is left out. */
export const untouchedSince = (known: readonly Known[], moment: string): string[] =>
  known.flatMap(({ id, recordedAt }) => (recordedAt !== '' && recordedAt <= moment ? [id] : []));

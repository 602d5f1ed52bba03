import {
  type Entered,
  type Inspection,
  type InspectionEvent,
  inspectionEvent,
  withEntry,
} from '../domain/inspection.ts';
import type { EvidenceContent } from '../domain/matters/evidence-content.ts';
import type { FindingContent } from '../domain/matters/finding-content.ts';
import type { Person } from '../domain/people.ts';
import {
  emptyRestricted,
  extendRestricted,
  type RestrictedEvent,
  type RestrictedRecord,
  restrictedEvent,
} from '../domain/restricted.ts';
import { counted } from '../words/message.ts';
import { momentOf } from '../words/times.ts';

/** One entry as the record has it; `events` is null once its words were erased. */
export type RecordEntry = {
  header: { version: number; recordedAt: string; person: Person };
  hash: string;
  events: readonly unknown[] | null;
};

/** One entry, read. */
export type ReadEntry<Event> = Entered & { hash: string; events: readonly Event[] | null };

/** One wording of an item, as it was recorded. */
export type Wording = Entered & { hash: string; content: EvidenceContent };

/** By item, the first one first. */
export type Wordings = ReadonlyMap<string, readonly Wording[]>;

type Read<Event> = { entries: readonly ReadEntry<Event>[]; wordings: Wordings };

/** A record, whole: how it stands, and every entry that led there. */
export type OrdinaryRecord = Read<InspectionEvent> & { inspection: Inspection };
export type RestrictedReport = Read<RestrictedEvent> & { record: RestrictedRecord };

const told = <Event>(entries: readonly RecordEntry[], parse: (event: unknown) => Event): ReadEntry<Event>[] =>
  entries.map(({ header: { version, recordedAt: at, person }, hash, events }) => ({
    version,
    at,
    person,
    hash,
    events: events?.map(parse) ?? null,
  }));

type Worded = { type: string; item?: string; content?: EvidenceContent | FindingContent };

const wordingsIn = (entries: readonly ReadEntry<Worded>[]): Wordings => {
  const all = new Map<string, Wording[]>();
  for (const { events, version, at, person, hash } of entries) {
    for (const { item, content } of events ?? []) {
      if (item === undefined || content === undefined || !('sign' in content)) continue;
      const wordings = all.get(item) ?? [];
      wordings.push({ version, at, person, hash, content });
      all.set(item, wordings);
    }
  }
  return all;
};

/**
 * Reads an inspection's own record.
 * @throws Error when it does not begin with the start of an inspection; ZodError when it holds what this version does not know
 */
export const ordinaryRecord = (id: string, kept: readonly RecordEntry[]): OrdinaryRecord => {
  const entries = told(kept, (event) => inspectionEvent.parse(event));
  const inspection = entries.reduce<Inspection | null>((so, entry) => withEntry(id, so, entry.events, entry), null);
  if (!inspection) throw new Error(`The record of ${id} has no entry`);
  return { inspection, entries, wordings: wordingsIn(entries) };
};

/** Reads its restricted record. @throws ZodError when it holds what this version does not know */
export const restrictedReport = (kept: readonly RecordEntry[]): RestrictedReport => {
  const entries = told(kept, (event) => restrictedEvent.parse(event));
  const record = entries.reduce((so, entry) => extendRestricted(so, entry.events, entry), emptyRestricted());
  return { record, entries, wordings: wordingsIn(entries) };
};

/** Where a record stands, whole, so that it can be held against any other copy. */
export const headOf = (entries: readonly ReadEntry<unknown>[]): string => {
  const last = entries.at(-1);
  return last ? `${last.version}:${last.hash}` : '';
};

/** How many entries a record has, from when to when. */
export const span = ({ timeZone }: Inspection, entries: readonly ReadEntry<unknown>[]): string => {
  const [first, last] = [entries.at(0), entries.at(-1)];
  if (!first || !last) return `Recorded: nothing. Times are those of ${timeZone}`;
  const moments = `from ${momentOf({ timeZone }, first.at)} to ${momentOf({ timeZone }, last.at)}`;
  return `Recorded: ${counted(entries.length, 'entry', 'entries')}, ${moments}. Times are those of ${timeZone}`;
};

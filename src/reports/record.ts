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
import type { Steps } from '../domain/steps.ts';
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

/** A record, whole: how it stands, and every entry that led there, also by the items that it is about. */
export type OrdinaryRecord = Read<InspectionEvent> & {
  inspection: Inspection;
  byItem: ReadonlyMap<string, readonly ReadEntry<InspectionEvent>[]>;
  /** The items of evidence that name a case. */
  byCase: ReadonlyMap<string, readonly string[]>;
};
export type RestrictedReport = Read<RestrictedEvent> & { record: RestrictedRecord };

const told = <Event>(
  { header: { version, recordedAt: at, person }, hash, events }: RecordEntry,
  parse: (event: unknown) => Event,
): ReadEntry<Event> => ({ version, at, person, hash, events: events?.map(parse) ?? null });

type Worded = { type: string; item?: string; content?: EvidenceContent | FindingContent };

const put = <Value>(all: Map<string, Value[]>, key: string, value: Value): void => {
  const before = all.get(key);
  if (!before) all.set(key, [value]);
  else if (before.at(-1) !== value) before.push(value);
};

const noteWordings = (all: Map<string, Wording[]>, entry: ReadEntry<Worded>): void => {
  const { events, version, at, person, hash } = entry;
  for (const { item, content } of events ?? [])
    if (item !== undefined && content !== undefined && 'sign' in content)
      put(all, item, { version, at, person, hash, content });
};

/**
 * Reads an inspection's own record.
 * @throws Error when it does not begin with the start of an inspection; ZodError when it holds what this version does not know
 */
export function* ordinaryRecord(id: string, kept: readonly RecordEntry[]): Steps<OrdinaryRecord> {
  let inspection: Inspection | null = null;
  const entries: ReadEntry<InspectionEvent>[] = [];
  const wordings = new Map<string, Wording[]>();
  const byItem = new Map<string, ReadEntry<InspectionEvent>[]>();
  for (const each of kept) {
    const entry = told(each, (event) => inspectionEvent.parse(event));
    inspection = withEntry(id, inspection, entry.events, entry);
    entries.push(entry);
    noteWordings(wordings, entry);
    for (const event of entry.events ?? []) if ('item' in event) put(byItem, event.item, entry);
    yield;
  }
  if (!inspection) throw new Error(`The record of ${id} has no entry`);
  const byCase = new Map<string, string[]>();
  for (const { item, content } of inspection.evidence.values()) {
    if (content.case !== null) put(byCase, content.case, item);
    yield;
  }
  return { inspection, entries, wordings, byItem, byCase };
}

/** Reads its restricted record. @throws ZodError when it holds what this version does not know */
export function* restrictedReport(kept: readonly RecordEntry[]): Steps<RestrictedReport> {
  let record = emptyRestricted();
  const entries: ReadEntry<RestrictedEvent>[] = [];
  const wordings = new Map<string, Wording[]>();
  for (const each of kept) {
    const entry = told(each, (event) => restrictedEvent.parse(event));
    record = extendRestricted(record, entry.events, entry);
    entries.push(entry);
    noteWordings(wordings, entry);
    yield;
  }
  return { record, entries, wordings };
}

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

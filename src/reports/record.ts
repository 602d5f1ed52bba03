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

/** A record's entries as they are written in it, a line each. */
export const entriesOf = (bytes: Uint8Array): RecordEntry[] => {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: RecordEntry[] = [];
  // Line by line: all of it may be too much for one string.
  for (let from = 0, to = text.indexOf('\n'); to >= 0; from = to + 1, to = text.indexOf('\n', from)) {
    const { header, hash, body } = JSON.parse(text.toString('utf8', from, to));
    entries.push({ header, hash, events: body?.events ?? null });
  }
  return entries;
};

/** One entry, read. */
export type ReadEntry<Event> = Entered & { hash: string; events: readonly Event[] | null };

/** One wording of an item, as it was recorded. */
export type Wording = Entered & { hash: string; type: string; content: EvidenceContent };

type Read<Event> = {
  entries: readonly ReadEntry<Event>[];
  /** The entries about each item, and those with each type of event. */
  about: ReadonlyMap<string, readonly ReadEntry<Event>[]>;
};

/** A record, whole: how it stands, which evidence names each case, and every entry that led there. */
export type OrdinaryRecord = Read<InspectionEvent> & {
  inspection: Inspection;
  byCase: ReadonlyMap<string, readonly string[]>;
};
export type RestrictedReport = Read<RestrictedEvent> & { record: RestrictedRecord };

export type Worded = { type: string; item?: string; content?: EvidenceContent | FindingContent };

const put = <Value>(all: Map<string, Value[]>, key: string, value: Value): void => {
  const before = all.get(key);
  if (before) before.push(value);
  else all.set(key, [value]);
};

/** Reads entry by entry, and has each taken in. */
const read = <Event extends InspectionEvent | RestrictedEvent>(
  kept: readonly RecordEntry[],
  parse: (event: unknown) => Event,
  take: (entry: ReadEntry<Event>) => void,
): Read<Event> => {
  const entries: ReadEntry<Event>[] = [];
  const about = new Map<string, ReadEntry<Event>[]>();
  for (const { header, hash, events } of kept) {
    const { version, recordedAt: at, person } = header;
    const entry = { version, at, person, hash, events: events?.map(parse) ?? null };
    take(entry);
    entries.push(entry);
    const named = entry.events?.flatMap((event) => ('item' in event ? [event.item, event.type] : event.type));
    for (const each of new Set(named)) put(about, each, entry);
  }
  return { entries, about };
};

/** Each wording of an item, the first one first. */
export const wordingsOf = (entries: readonly ReadEntry<Worded>[], of: string): Wording[] =>
  entries.flatMap(({ events, ...entry }) =>
    (events ?? []).flatMap(({ type, item, content }) =>
      item === of && content && 'sign' in content ? [{ ...entry, type, content }] : [],
    ),
  );

/**
 * Reads an inspection's own record.
 * @throws Error when it does not begin with the start of an inspection; ZodError when it holds what this version does not know
 */
export const ordinaryRecord = (id: string, kept: readonly RecordEntry[]): OrdinaryRecord => {
  let inspection: Inspection | null = null;
  const take = (entry: ReadEntry<InspectionEvent>): void => {
    inspection = withEntry(id, inspection, entry.events, entry);
  };
  const all = read(kept, (event) => inspectionEvent.parse(event), take);
  const folded = inspection as Inspection | null;
  if (!folded) throw new Error(`The record of ${id} has no entry`);
  const byCase = new Map<string, string[]>();
  for (const { item, content } of folded.evidence.values()) if (content.case) put(byCase, content.case, item);
  return { ...all, inspection: folded, byCase };
};

/** Reads its restricted record. @throws ZodError when it holds what this version does not know */
export const restrictedReport = (kept: readonly RecordEntry[]): RestrictedReport => {
  let record = emptyRestricted();
  const take = (entry: ReadEntry<RestrictedEvent>): void => {
    record = extendRestricted(record, entry.events, entry);
  };
  return { ...read(kept, (event) => restrictedEvent.parse(event), take), record };
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

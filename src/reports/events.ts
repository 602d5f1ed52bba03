import type { Inspection, InspectionEvent } from '../domain/inspection.ts';
import type { Person } from '../domain/people.ts';
import { entryInWords } from './phrases.ts';
import type { OrdinaryRecord, ReadEntry } from './record.ts';

type Type = InspectionEvent['type'];
export type EventOf<Of extends Type> = Extract<InspectionEvent, { type: Of }>;

/** An event as it stands in the record; `when` says when, by whom and in which entry. */
export type InRecord<Event> = { event: Event; person: Person; when: string };

const eventsIn = <Of extends Type>(
  inspection: Inspection,
  entries: readonly ReadEntry<InspectionEvent>[],
  types: readonly Of[],
): InRecord<EventOf<Of>>[] => {
  const isOneOf = (event: InspectionEvent): event is EventOf<Of> => types.some((type) => type === event.type);
  return entries.flatMap((entry) =>
    (entry.events ?? []).filter(isOneOf).map((event) => ({
      event,
      person: entry.person,
      get when() {
        return entryInWords(inspection, entry);
      },
    })),
  );
};

/** Each event of these kinds, in order. */
export const eventsOf = <Of extends Type>(
  { inspection, about }: OrdinaryRecord,
  ...types: Of[]
): InRecord<EventOf<Of>>[] => {
  const entries = [...new Set(types.flatMap((type) => about.get(type) ?? []))];
  return eventsIn(
    inspection,
    entries.sort((one, other) => one.version - other.version),
    types,
  );
};

/** Each event of these kinds about one item, in order. */
export const trailOf = <Of extends Type>(
  { inspection, about }: OrdinaryRecord,
  item: string,
  ...types: Of[]
): InRecord<EventOf<Of>>[] =>
  eventsIn(inspection, about.get(item) ?? [], types).filter(({ event }) => 'item' in event && event.item === item);

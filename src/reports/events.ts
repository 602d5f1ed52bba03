import type { InspectionEvent } from '../domain/inspection.ts';
import type { Person } from '../domain/people.ts';
import { entryInWords } from './phrases.ts';
import type { OrdinaryRecord } from './record.ts';

type Type = InspectionEvent['type'];
export type EventOf<Of extends Type> = Extract<InspectionEvent, { type: Of }>;

/** An event as it stands in the record; `when` says when, by whom and in which entry. */
export type InRecord<Event> = { event: Event; person: Person; when: string };

/** Each event of these kinds, in order. */
export const eventsOf = <Of extends Type>(
  { inspection, entries }: Pick<OrdinaryRecord, 'inspection' | 'entries'>,
  ...types: Of[]
): InRecord<EventOf<Of>>[] => {
  const isOneOf = (event: InspectionEvent): event is EventOf<Of> => types.some((type) => type === event.type);
  return entries.flatMap((entry) => {
    const { person, events } = entry;
    return (events ?? []).filter(isOneOf).map((event) => ({
      event,
      person,
      get when() {
        return entryInWords(inspection, entry);
      },
    }));
  });
};

/** Each event of these kinds about one item, in order. */
export const trailOf = <Of extends Type>(
  record: OrdinaryRecord,
  item: string,
  ...types: Of[]
): InRecord<EventOf<Of>>[] =>
  eventsOf({ ...record, entries: record.byItem.get(item) ?? [] }, ...types).filter(
    ({ event }) => 'item' in event && event.item === item,
  );

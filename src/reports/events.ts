import type { InspectionEvent } from '../domain/inspection.ts';
import type { Person } from '../domain/people.ts';
import { entryInWords } from './phrases.ts';
import type { OrdinaryRecord } from './record.ts';

type Type = InspectionEvent['type'];
export type EventOf<Of extends Type> = Extract<InspectionEvent, { type: Of }>;

/** An event as it stands in the record; `when` says when, by whom and in which entry. */
export type Kept<Event> = { event: Event; person: Person; at: string; when: string };

const is =
  <Of extends Type>(...types: Of[]) =>
  (event: InspectionEvent): event is EventOf<Of> =>
    (types as string[]).includes(event.type);

/** Each event of these kinds, in order. */
export const eventsOf = <Of extends Type>(
  { inspection, entries }: OrdinaryRecord,
  ...types: Of[]
): Kept<EventOf<Of>>[] =>
  entries.flatMap((entry) =>
    (entry.events ?? []).filter(is(...types)).map((event) => {
      const { person, at } = entry;
      return { event, person, at, when: entryInWords(inspection, entry) };
    }),
  );

/** Each event of these kinds about one item, in order. */
export const trailOf = <Of extends Type>(record: OrdinaryRecord, item: string, ...types: Of[]): Kept<EventOf<Of>>[] =>
  eventsOf(record, ...types).filter(({ event }) => 'item' in event && event.item === item);

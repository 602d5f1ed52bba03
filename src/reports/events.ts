import type { InspectionEvent } from '../domain/inspection.ts';
import type { OrdinaryRecord, Told } from './record.ts';

type Of<Type extends InspectionEvent['type']> = Extract<InspectionEvent, { type: Type }>;

const is =
  <Type extends InspectionEvent['type']>(...types: Type[]) =>
  (event: InspectionEvent): event is Of<Type> =>
    (types as string[]).includes(event.type);

/** Each event of these kinds with its entry, in order. */
export const eventsOf = <Type extends InspectionEvent['type']>(
  { entries }: OrdinaryRecord,
  ...types: Type[]
): { entry: Told<InspectionEvent>; event: Of<Type> }[] =>
  entries.flatMap((entry) => (entry.events ?? []).filter(is(...types)).map((event) => ({ entry, event })));

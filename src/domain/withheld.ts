import type { InspectionEvent } from './inspection.ts';

/** One entry as far as it matters here; `events` is null where its words were erased. */
type Entry = { version: number; events: readonly InspectionEvent[] | null };

/** What a person set for themselves is for nobody else. */
const forTheirOwner: ReadonlySet<InspectionEvent['type']> = new Set(['DailySummaryWanted', 'RemindersWanted'] as const);

/** Which kinds of event decide what is withheld: entries without one need not be read for it. */
export const decidesWhatIsWithheld: ReadonlySet<string> = new Set<InspectionEvent['type']>([
  'RoundOpened',
  'RoundAnswered',
  'RoundClosed',
  ...forTheirOwner,
]);

/**
 * The entries whose words no copy of the record takes out of the app: what was answered to a round that is open, and for good
 * what was answered to one without names, where the entry would tell who said it; and what people set for themselves.
 */
export const withheldIn = (entries: readonly Entry[]): ReadonlySet<number> => {
  const events = entries.flatMap((entry) => entry.events ?? []);
  const named = new Set(
    events.flatMap((event) => (event.type === 'RoundOpened' && event.withNames ? [event.item] : [])),
  );
  const closed = new Set(events.flatMap((event) => (event.type === 'RoundClosed' ? [event.item] : [])));
  const isWithheld = (event: InspectionEvent): boolean =>
    forTheirOwner.has(event.type) ||
    (event.type === 'RoundAnswered' && !(closed.has(event.item) && named.has(event.item)));
  return new Set(entries.filter((entry) => entry.events?.some(isWithheld)).map(({ version }) => version));
};

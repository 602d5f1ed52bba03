import { listed } from '../domain/framework.ts';
import type { Inspection, InspectionEvent } from '../domain/inspection.ts';
import type { Refusal } from '../domain/refusal.ts';
import { bringsRestricted, type RestrictedEvent } from '../domain/restricted.ts';
import { type Button, type Message, says } from './message.ts';
import { timeOf } from './times.ts';

/** What is told of an answer that perhaps nobody was shown, and of an answer that was given before. Never what was typed. */

/** What was kept of one request. */
type Kept = {
  version: number;
  at: string;
  events: readonly (InspectionEvent | RestrictedEvent)[];
  inspection: Inspection;
};

const itemOf = ({ events }: Kept): string | undefined => events.find((event) => 'item' in event)?.item;

/** By its number, where it has one. */
const named = (kept: Kept): string => {
  const item = itemOf(kept);
  if (item === undefined) return `What you sent at ${timeOf(kept.inspection, kept.at)}`;
  const [first] = kept.inspection.items.versions.get(item) ?? [];
  return first === kept.version || bringsRestricted(kept.events) ? item : `Your change to ${item}`;
};

export const savedUnshown = (kept: readonly Kept[]): Message =>
  says(`${listed(kept.map(named), 'and')} ${kept.length > 1 ? 'are' : 'is'} saved, in case you were not shown it.`);

/** `labelOf` says what the field of a refusal is called in its form; left out where there is none. */
export const refusedUnshown = (refusals: readonly Refusal[], labelOf?: (refusal: Refusal) => string): Message =>
  says(
    'Not saved, in case you were not shown it.',
    ...refusals.map((refusal) => {
      const { kind = 'It was refused. Send it again to see why.' } = refusal;
      return labelOf ? `${labelOf(refusal)}: ${kind}` : kind;
    }),
    ...(labelOf ? ['Where your form still stands, it has what you typed.'] : []),
  );

/** A no, and what can be pressed beside it. */
export type RefusedBefore = { refusals: Refusal[]; beside: Button[] };

const refused = (words: string, ...beside: Button[]): RefusedBefore => ({
  refusals: [{ field: null, words, kind: words }],
  beside,
});

/** Said to nobody but its author: what their request was kept as before. `known` where that was with other words for certain. */
export const keptAsOther = (kept: Kept, known: boolean): RefusedBefore => {
  const item = itemOf(kept);
  // A restricted item is named to whoever recorded it, and opened from nowhere but where it is read.
  const opens = item !== undefined && kept.inspection.items.versions.has(item);
  const [label, does] = known ? ['Edit', 'edit'] : ['Open', 'find'];
  const beside = opens ? [{ label: `${label} ${item}`, does: `${does} ${item}` }] : [];
  if (known) return refused(`${named(kept)} was saved with other words. What stands here is not saved.`, ...beside);
  return refused(`${named(kept)} was saved before${opens ? ': open it to see with which words.' : '.'}`, ...beside);
};

export const keptForAnother = refused('Somebody else sent this before. Close it and open it anew.');

/**
 * A no meant for the person who asked: in their words, at the field where it belongs (null: at none). `kind` says the same without a
 * word that anybody typed; left out where nobody looked whether there is one.
 */
export type Refusal = { field: string | null; words: string; kind?: string };

/** What stands in the way of an act: in words, and what is pressed about it. */
export type InTheWay = { words: string; label: string; does: string };

export const inTheWay = (words: string, label: string, does: string): InTheWay => ({ words, label, does });

/** What deciding gives: the facts to keep, or why not. Never both, never neither. */
export type Decision<Event> = { events: Event[] } | { refusals: Refusal[] };

export const refuse = (field: string | null, words: string): { refusals: Refusal[] } => ({
  refusals: [{ field, words }],
});

import { z } from 'zod';
import type { Entered, Inspection } from './inspection.ts';
import type { Person } from './people.ts';
import { type Decision, refuse } from './refusal.ts';
import { typed } from './text/typed.ts';

/*
 * What lead, deputy and quality assurance manager do about what a whistleblower said: a line of enquiry it led to, and how
 * it was closed. Both stand in the restricted history alone, so that no line points back at it.
 */

/** A line of the ordinary record that was made because of this. */
export const linkRestrictedItem = z.strictObject({
  type: z.literal('LinkRestrictedItem'),
  item: z.string(),
  line: z.string('Choose the line of enquiry.'),
});
export const closeRestrictedItem = z.strictObject({
  type: z.literal('CloseRestrictedItem'),
  item: z.string(),
  done: typed('Say what was done about it.'),
});
export type HandlingCommand = z.infer<typeof linkRestrictedItem> | z.infer<typeof closeRestrictedItem>;

export const restrictedItemLinked = z.strictObject({
  type: z.literal('RestrictedItemLinked'),
  item: z.string(),
  line: z.string(),
});
export const restrictedItemClosed = z.strictObject({
  type: z.literal('RestrictedItemClosed'),
  item: z.string(),
  done: z.string(),
});
export type HandlingEvent = z.infer<typeof restrictedItemLinked> | z.infer<typeof restrictedItemClosed>;

/** What came of one restricted item so far. */
export type Handling = { lines: readonly string[]; closed: { done: string; by: Person; at: string } | null };

const nothingYet: Handling = { lines: [], closed: null };

export const handlingOf = (handled: ReadonlyMap<string, Handling>, item: string): Handling =>
  handled.get(item) ?? nothingYet;

export const decideHandling = (
  command: HandlingCommand,
  handled: ReadonlyMap<string, Handling>,
  { lines }: Inspection,
): Decision<HandlingEvent> => {
  const { item } = command;
  const so = handlingOf(handled, item);
  if (command.type === 'CloseRestrictedItem') {
    if (so.closed?.done === command.done) return refuse('done', `${item} is closed with these words already.`);
    return { events: [{ type: 'RestrictedItemClosed', item, done: command.done }] };
  }
  const { line } = command;
  if (!lines.has(line)) return refuse('line', `There is no line ${line}. Open it first with /judge line.`);
  if (so.lines.includes(line)) return refuse('line', `${item} led to ${line} already. Choose another.`);
  return { events: [{ type: 'RestrictedItemLinked', item, line }] };
};

export const evolveHandling = (handled: Map<string, Handling>, event: HandlingEvent, { person, at }: Entered): void => {
  const so = handlingOf(handled, event.item);
  handled.set(
    event.item,
    event.type === 'RestrictedItemLinked'
      ? { ...so, lines: [...so.lines, event.line] }
      : { ...so, closed: { done: event.done, by: person, at } },
  );
};

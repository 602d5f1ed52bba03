import { z } from 'zod';
import { type Of, type RestrictedSubject, restrictedMatter } from '../matter.ts';
import type { By, Person } from '../people.ts';
import { type Decision, refuse } from '../refusal.ts';
import { may } from '../roles.ts';
import { roleOf } from '../standing.ts';
import { typed } from '../text/typed.ts';
import { noSuchItem } from './evidence.ts';

/*
 * What lead, deputy and quality assurance manager do about what a whistleblower said: a line of enquiry it led to, and how
 * it was closed. Both stand in the restricted history alone, so that no line points back at it.
 */

/** A line of the ordinary record that was made because of this. */
const linkRestrictedItem = z.strictObject({
  type: z.literal('LinkRestrictedItem'),
  item: z.string(),
  line: z.string('Choose the line of enquiry.'),
});
const closeRestrictedItem = z.strictObject({
  type: z.literal('CloseRestrictedItem'),
  item: z.string(),
  done: typed('Say what was done about it.'),
});
const commands = [linkRestrictedItem, closeRestrictedItem] as const;

const restrictedItemLinked = z.strictObject({
  type: z.literal('RestrictedItemLinked'),
  item: z.string(),
  line: z.string(),
});
const restrictedItemClosed = z.strictObject({
  type: z.literal('RestrictedItemClosed'),
  item: z.string(),
  done: z.string(),
});
const events = [restrictedItemLinked, restrictedItemClosed] as const;
type HandlingEvent = Of<typeof events>;

/** What came of one restricted item so far. */
export type Handling = { lines: readonly string[]; closed: { done: string; by: Person; at: string } | null };

const nothingYet: Handling = { lines: [], closed: null };

export const handlingOf = (handled: ReadonlyMap<string, Handling>, item: string): Handling =>
  handled.get(item) ?? nothingYet;

const decide = (
  command: Of<typeof commands>,
  { record, inspection }: RestrictedSubject,
  by: By,
): Decision<HandlingEvent> => {
  const { item } = command;
  if (!record.evidence.has(item) || !may(roleOf(inspection, by.person), 'read restricted evidence'))
    return noSuchItem(item);
  const so = handlingOf(record.handled, item);
  switch (command.type) {
    case 'CloseRestrictedItem':
      if (so.closed?.done === command.done) return refuse('done', `${item} is closed with these words already.`);
      return { events: [{ type: 'RestrictedItemClosed', item, done: command.done }] };
    case 'LinkRestrictedItem': {
      const { line } = command;
      if (!inspection.lines.has(line)) return refuse('line', `There is no line ${line}. Open it first.`);
      if (so.lines.includes(line)) return refuse('line', `${item} led to ${line} already. Choose another.`);
      return { events: [{ type: 'RestrictedItemLinked', item, line }] };
    }
  }
};

export const handlingMatter = restrictedMatter({
  commands,
  events,
  decide,
  evolve: {
    RestrictedItemLinked: ({ handled }, { item, line }) => {
      const so = handlingOf(handled, item);
      handled.set(item, { ...so, lines: [...so.lines, line] });
    },
    RestrictedItemClosed: ({ handled }, { item, done }, { person: by, at }) =>
      void handled.set(item, { ...handlingOf(handled, item), closed: { done, by, at } }),
  },
});

import type { Inspection } from './inspection.ts';
import { onlyFor } from './only-for.ts';
import { type Person, samePerson } from './people.ts';
import { type Act, may } from './roles.ts';
import { roleOf } from './standing.ts';

/* Whose an item is, and until when it changes: said once for each kind, asked when a form is opened and again when it is submitted. */

/** An item as far as every kind has it: its number, and who recorded it. */
export type Recorded = { item: string; by: Person };

/** Withdrawn: why, by whom and when. It stays in the record, marked. */
export type Withdrawn = { reason: string; by: Person; at: string };

type Rule<Item> = {
  /** What somebody must be allowed to do, to change one at all. */
  act: Act;
  /** What they must be allowed to do beside that to change somebody else's; null where nothing more is asked. */
  others: Act | null;
  /** Whether signing off seals it. */
  sealed: boolean;
  /** Whether it counts as this person's own; where this is not said, what they recorded does. */
  isOwn?: (item: Item, person: Person) => boolean;
  /** Why it changes no more, whoever asks; null while it may. */
  over: (item: Item) => string | null;
};

/** Why this person may not change an item; null where they may. */
export type WhyNotChanged<Item> = (inspection: Inspection, item: Item, person: Person) => string | null;

export const changedBy =
  <Item extends Recorded>({ act, others, sealed, isOwn, over }: Rule<Item>): WhyNotChanged<Item> =>
  (inspection, item, person) => {
    const gone = over(item);
    if (gone !== null) return gone;
    const role = roleOf(inspection, person);
    const own = isOwn ? isOwn(item, person) : samePerson(item.by, person);
    if (others && !own && !may(role, others)) return `${item.item} is somebody else’s. ${onlyFor(inspection, others)}`;
    if (!may(role, act)) return onlyFor(inspection, act);
    return sealed && inspection.sealed ? sealedWords(inspection) : null;
  };

/** That an item was withdrawn, and why; null while it stands. */
export const withdrawnWords = ({ item, withdrawn }: { item: string; withdrawn: { reason: string } | null }) =>
  withdrawn && `${item} was withdrawn: ${withdrawn.reason}`;

/** Says something else of an item. Where its first words were erased there is none, and nothing to change. */
export const alter = <Item>(items: Map<string, Item>, item: string, now: Partial<Item>): void => {
  const before = items.get(item);
  if (before) items.set(item, { ...before, ...now });
};

/** Why a correction that corrects nothing is not kept. */
export const nothingChanged = (what: string): string =>
  `Nothing was changed in ${what}. Change something, or close the form.`;

/** That there is none of that number, or that it was erased. */
export const noSuchItem = ({ erasedItems }: Pick<Inspection, 'erasedItems'>, item: string): string => {
  const erased = erasedItems.get(item);
  return erased ? `${item} was erased: ${erased.reason}` : `There is no ${item} here.`;
};

/** Why evidence, grades and findings can be changed no more. */
export const sealedWords = ({ incomplete, framework: { output } }: Inspection): string =>
  incomplete
    ? `This inspection ended incomplete, so evidence and ${output} are sealed until it is reopened.`
    : `This inspection is signed off, so evidence and ${output} are sealed until it is reopened.`;

import { z } from 'zod';
import { nothingChanged } from '../changing.ts';
import { oneOf } from '../composing.ts';
import type { Inspection } from '../inspection.ts';
import { itemIn, kindOf, kinds, letterOf, whyNotChanged } from '../kinds.ts';
import { type Moves, matter } from '../matter.ts';
import type { By } from '../people.ts';
import { type Decision, refuse } from '../refusal.ts';
import { typed } from '../text/typed.ts';
import { dissentMoves } from './challenge.ts';

/*
 * Putting right what was recorded, for the kinds of item that have no rules of their own for it: those with a `correction` in the
 * list of kinds. A correction is the item as it should have been recorded; what came of it since stays.
 */

type Correction = Extract<(typeof kinds)[keyof typeof kinds], { correction: unknown }>['correction'];

const corrections = Object.values(kinds).flatMap((kind): Correction[] =>
  'correction' in kind ? [kind.correction] : [],
);

const correctItem = z.discriminatedUnion(
  'of',
  corrections.map(({ command }) => command) as [Correction['command'], ...Correction['command'][]],
);
type CorrectItem = z.infer<Correction['command']>;

/** Of an item that others would count on, though it should not be there. */
const withdrawItem = z.strictObject({
  type: z.literal('WithdrawItem'),
  item: z.string(),
  reason: typed('Say why it is withdrawn. It stays in the record, marked as withdrawn.'),
});

/** The item as it should have been recorded, in the words of the event that recorded it. */
const rightly = oneOf(corrections.map(({ event }): Correction['event'] => event));
export type Rightly = z.infer<Correction['event']>;
/** The kinds of event that record what is put right as a whole. */
export const recordings = corrections.map(({ event }): Rightly['type'] => event.shape.type.value);
const itemCorrected = z.strictObject({ type: z.literal('ItemCorrected'), item: z.string(), to: rightly });
const itemWithdrawn = z.strictObject({ type: z.literal('ItemWithdrawn'), item: z.string(), reason: z.string() });
type ItemCorrected = { type: 'ItemCorrected'; item: string; to: Rightly };
type ItemWithdrawn = z.infer<typeof itemWithdrawn>;

/** As any kind's correction is asked. */
type AnyCorrection = {
  of: string;
  read: (said: never, item: string, inspection: Inspection, by: By) => Decision<Rightly>;
  reword: (inspection: Inspection, to: never) => void;
};
const correctionOf = (item: string): AnyCorrection | null => {
  const kind = kindOf(item);
  return kind && 'correction' in kind ? (kind.correction as AnyCorrection) : null;
};

/** Whether a wording says what stands already: field by field, as it would be recorded. */
const isTheSame = ({ type: _, ...to }: Rightly, standing: object): boolean => {
  const says = new Map(Object.entries('content' in standing ? (standing.content as object) : standing));
  return Object.entries(to).every(
    ([field, value]) => field === 'item' || JSON.stringify(says.get(field)) === JSON.stringify(value),
  );
};

const decide = (
  command: CorrectItem | z.infer<typeof withdrawItem>,
  inspection: Inspection,
  by: By,
): Decision<ItemCorrected | ItemWithdrawn> => {
  const { item } = command;
  const whyNot = whyNotChanged(inspection, item, by.person);
  if (whyNot) return refuse(null, whyNot);
  const kind = kindOf(item);
  if (command.type === 'WithdrawItem')
    return kind?.withdraw
      ? { events: [{ type: 'ItemWithdrawn', item, reason: command.reason }] }
      : refuse(null, `${item} is not withdrawn.`);
  const correction = correctionOf(item);
  if (correction?.of !== command.of) return refuse(null, `${item} is no ${command.of}.`);
  const read = correction.read(command as never, item, inspection, by);
  if ('refusals' in read) return read;
  const [to] = read.events;
  if (!to || isTheSame(to, itemIn(inspection, item) ?? {})) return refuse(null, nothingChanged(item));
  return { events: [{ type: 'ItemCorrected', item, to }] };
};

/** The summary says what moved since an earlier inspection, so the lead signs for it; it shows dissent, and nobody signs for that. */
const moves = (inspection: Inspection, event: ItemCorrected | ItemWithdrawn): Moves => {
  if (letterOf(event.item) === 'V') return 'signature';
  const now = event.type === 'ItemCorrected' && event.to.type === 'ChallengeRaised' ? event.to : undefined;
  return dissentMoves(inspection, event.item, now);
};

export const correctionMatter = matter({
  commands: [correctItem, withdrawItem],
  events: [itemCorrected, itemWithdrawn],
  sealed: false,
  begins: () => ({}),
  decide,
  evolve: {
    ItemCorrected: (inspection, { item, to }) => correctionOf(item)?.reword(inspection, to as never),
    ItemWithdrawn: (inspection, { item, reason }, { person: by, at }) =>
      kindOf(item)?.withdraw?.(inspection, item, { reason, by, at }),
  },
  moves,
  corrects: ['ItemCorrected'],
});

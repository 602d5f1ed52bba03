import { z } from 'zod';
import { inWordsOf } from '../field.ts';
import type { Inspection } from '../inspection.ts';
import { matter } from '../matter.ts';
import { type By, type Person, samePerson } from '../people.ts';
import { type Decision, refuse } from '../refusal.ts';
import { evidenceAbout } from '../sorted-evidence.ts';
import { typed } from '../text/typed.ts';
import type { Evidence } from './evidence.ts';

/*
 * A second inspector looks at a key case, or at one item of evidence, and says whether they see the same. It moves no
 * grade and stands beside what it is about.
 */

const confirmItem = z.strictObject({
  type: z.literal('ConfirmItem'),
  item: z.string(),
  sees: z.enum(['the-same', 'something-else'], 'Choose whether you see the same.'),
  words: typed('Say what you looked at and what you saw.'),
});
export type ConfirmItem = z.infer<typeof confirmItem>;

const itemConfirmed = z.strictObject({
  type: z.literal('ItemConfirmed'),
  item: z.string(),
  sees: z.enum(['the-same', 'something-else']),
  words: z.string(),
});
type ItemConfirmed = z.infer<typeof itemConfirmed>;

type Confirmation = { sees: ItemConfirmed['sees']; words: string; by: Person; at: string };

/** What stands in the record under that name: the item, or every item about the case. */
export const behind = (inspection: Inspection, item: string): readonly Evidence[] => {
  const one = inspection.evidence.get(item);
  return one && !one.withdrawn ? [one] : evidenceAbout(inspection, item);
};

/** Whether this person would be a second inspector of it: somebody else recorded something there. */
export const isSecond = (inspection: Inspection, item: string, person: Person): boolean =>
  behind(inspection, item).some(({ by }) => !samePerson(by, person));

/** What each second inspector said of a case or an item, in the order of first saying so; one word a person stands. */
export const confirmationsOf = ({ confirmations }: Inspection, item: string): readonly Confirmation[] =>
  confirmations.get(item) ?? [];

const decide = ({ item, sees, words }: ConfirmItem, inspection: Inspection, by: By): Decision<ItemConfirmed> => {
  if (behind(inspection, item).length === 0)
    return refuse(
      null,
      `Nothing stands in the record under ${item}. ${inWordsOf(inspection, 'Name a {case} or an item of evidence.')}`,
    );
  if (!isSecond(inspection, item, by.person))
    return refuse(null, `You recorded ${item} yourself. A second inspector confirms it.`);
  const before = confirmationsOf(inspection, item).find((each) => samePerson(each.by, by.person));
  if (before?.sees === sees && before.words === words)
    return refuse('words', `This is what you said of ${item} already. Change something, or close the form.`);
  return { events: [{ type: 'ItemConfirmed', item, sees, words }] };
};

declare module '../inspection.ts' {
  interface Inspection {
    /** What second inspectors said, by the case or item that it is about. */
    confirmations: Map<string, readonly Confirmation[]>;
  }
}

export const confirmationMatter = matter({
  commands: [confirmItem],
  events: [itemConfirmed],
  act: 'confirm a {case}',
  sealed: true,
  begins: () => ({ confirmations: new Map() }),
  decide,
  evolve: {
    ItemConfirmed: (inspection, { item, sees, words }, { person, at }) => {
      const others = confirmationsOf(inspection, item).filter(({ by }) => !samePerson(by, person));
      inspection.confirmations.set(item, [...others, { sees, words, by: person, at }]);
    },
  },
  moves: 'nothing',
});

import { z } from 'zod';
import { alter, changedBy, noSuchItem, type Withdrawn, withdrawnWords } from '../changing.ts';
import { correcting } from '../correcting.ts';
import { inWordsOf } from '../field.ts';
import type { Inspection } from '../inspection.ts';
import { nextItem } from '../items.ts';
import { matter } from '../matter.ts';
import type { Person } from '../people.ts';
import { isToMend } from '../published.ts';
import { type Decision, type Refusal, refuse } from '../refusal.ts';
import { typed, typedOrNothing } from '../text/typed.ts';
import { headingOf } from './finding-content.ts';

/*
 * Good practice that others could take something from: an item of evidence or a finding, and in words for everybody's eyes what was
 * needed, what was done, what changed and what to take from it. The item's own words go nowhere with it, and it stands no
 * longer than its item.
 */

const texts = {
  take: typed('Say what others could take from it.'),
  need: typedOrNothing,
  did: typedOrNothing,
  changed: typedOrNothing,
};
const practiceFields = { shares: z.string('Choose a strength or a finding that stands.'), ...texts };
const sharePractice = z.strictObject({ type: z.literal('SharePractice'), ...practiceFields });
type Said = Omit<z.infer<typeof sharePractice>, 'type'>;

const practiceShared = z.strictObject({
  type: z.literal('PracticeShared'),
  item: z.string(),
  shares: z.string(),
  take: z.string(),
  need: z.string().nullable(),
  did: z.string().nullable(),
  changed: z.string().nullable(),
});
type PracticeShared = z.infer<typeof practiceShared>;

export type Practice = Omit<PracticeShared, 'type'> & { by: Person; recordedAt: string; withdrawn: Withdrawn | null };

/** Why an item is none that others could take something from; null where it may be. */
export const whyNotShared = (inspection: Inspection, item: string): string | null => {
  const [evidence, finding] = [inspection.evidence.get(item), inspection.findings.get(item)];
  const found = evidence ?? finding;
  if (!found) return noSuchItem(inspection, item);
  if (found.withdrawn) return `${item} was withdrawn: ${found.withdrawn.reason}`;
  if (evidence && evidence.content.sign !== 'strength')
    return `${item} is no strength. Choose one, or correct it where it is.`;
  if (finding && !finding.adopted) return `${item} is only proposed. Lead or deputy adopts it first.`;
  return finding && (finding.content.none || isToMend(headingOf(inspection, finding.content.heading)))
    ? `${item} says what is to be put right. Choose a finding of what is good.`
    : null;
};

/** What is worth sharing and stands: with its item, and for no longer. */
export const standingPractice = (inspection: Inspection): Practice[] =>
  [...inspection.practice.values()].filter(
    ({ withdrawn, shares }) => withdrawn === null && whyNotShared(inspection, shares) === null,
  );

/** The strengths and findings of which nobody has said it yet, the latest first. */
export const shareable = (inspection: Inspection): string[] => {
  const shared = new Set(standingPractice(inspection).map(({ shares }) => shares));
  return [...inspection.findings.keys(), ...inspection.evidence.keys()]
    .filter((item) => !shared.has(item) && whyNotShared(inspection, item) === null)
    .reverse();
};

const act = 'share good practice';

const readPractice = (said: Said, item: string, inspection: Inspection): Decision<PracticeShared> => {
  const { shares, take, need, did, changed } = said;
  const whyNot = whyNotShared(inspection, shares);
  if (whyNot !== null) return refuse('shares', whyNot);
  const before = standingPractice(inspection).find((each) => each.shares === shares && each.item !== item);
  if (before) return refuse('shares', `${shares} is marked already, as ${before.item}. Correct that one.`);
  const cases = Object.entries({ take, need, did, changed }).flatMap(([field, text]): Refusal[] => {
    const [named] = text?.match(/\bC\s?[-–]?\s?\d{1,5}\b/i) ?? [];
    return named
      ? [
          {
            field,
            words: `"${named}" ${inWordsOf(inspection, 'names a {case}. Everybody may read this: say it without.')}`,
          },
        ]
      : [];
  });
  if (cases.length > 0) return { refusals: cases };
  return { events: [{ type: 'PracticeShared', item, shares, take, need, did, changed }] };
};

export const whyNotChangePractice = changedBy<Practice>({
  act,
  others: 'correct what others recorded',
  sealed: false,
  over: withdrawnWords,
});

export const practiceCorrection = correcting({
  of: 'practice',
  fields: practiceFields,
  event: practiceShared,
  read: readPractice,
  reword: ({ practice }, { type: _, ...said }) => alter(practice, said.item, said),
});

declare module '../inspection.ts' {
  interface Inspection {
    practice: Map<string, Practice>;
  }
}

export const practiceMatter = matter({
  commands: [sharePractice],
  events: [practiceShared],
  act,
  sealed: false,
  begins: () => ({ practice: new Map() }),
  decide: ({ type: _, ...said }: z.infer<typeof sharePractice>, inspection) =>
    readPractice(said, nextItem(inspection.items, 'B'), inspection),
  evolve: {
    PracticeShared: ({ practice }, { type: _, ...said }, { person: by, at }) =>
      void practice.set(said.item, { ...said, by, recordedAt: at, withdrawn: null }),
  },
  moves: 'nothing',
});

import { z } from 'zod';
import { basedOn } from '../based-on.ts';
import type { Inspection } from '../inspection.ts';
import { matter } from '../matter.ts';
import type { Person } from '../people.ts';
import { type Decision, refuse } from '../refusal.ts';
import { typed } from '../text/typed.ts';

/*
 * Strengths stand beside weaknesses. A summary that rests on no evidence of one side is posted only with a reason, which it
 * shows; the reason holds for as long as the same side is empty.
 */

export const sides = ['strength', 'weakness'] as const;
export type EmptySide = (typeof sides)[number];

const explainSides = z.strictObject({
  type: z.literal('ExplainSides'),
  reason: typed('Say why this side is empty. The posting shows it.'),
});
export type ExplainSides = z.infer<typeof explainSides>;

const sidesExplained = z.strictObject({
  type: z.literal('SidesExplained'),
  empty: z.array(z.enum(sides)).min(1),
  reason: z.string(),
});

type Explained = { empty: readonly EmptySide[]; reason: string; by: Person; at: string };

/** The sides that no evidence relied on is of. None while nothing is judged, or where the inspection ended incomplete. */
export const emptySides = (inspection: Inspection): EmptySide[] => {
  const { items, strengths, concerns } = basedOn(inspection);
  if (items === 0 || inspection.incomplete !== null) return [];
  return [...(strengths === 0 ? (['strength'] as const) : []), ...(concerns === 0 ? (['weakness'] as const) : [])];
};

/** The reason that was given for what is empty now; null where none was. */
export const explanationOf = (inspection: Inspection): Explained | null => {
  const { explained } = inspection;
  return explained && explained.empty.join() === emptySides(inspection).join() ? explained : null;
};

/** Whether a reason is still to be given before the summary is posted. */
export const asksForReason = (inspection: Inspection): boolean =>
  emptySides(inspection).length > 0 && explanationOf(inspection) === null;

const decide = ({ reason }: ExplainSides, inspection: Inspection): Decision<z.infer<typeof sidesExplained>> => {
  const empty = emptySides(inspection);
  if (empty.length === 0) return refuse('reason', 'Both sides are there, so no reason is needed.');
  return { events: [{ type: 'SidesExplained', empty, reason }] };
};

declare module '../inspection.ts' {
  interface Inspection {
    /** Why one side of the summary is empty, as it was last said. */
    explained: Explained | null;
  }
}

export const sidesMatter = matter({
  commands: [explainSides],
  events: [sidesExplained],
  act: 'post to the channel',
  sealed: false,
  begins: () => ({ explained: null }),
  decide,
  evolve: {
    SidesExplained: (inspection, { empty, reason }, { person: by, at }) => {
      inspection.explained = { empty, reason, by, at };
    },
  },
  moves: 'changed',
});

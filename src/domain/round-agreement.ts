import { fewestRounds, ordinalAlpha, stepsApart } from './agreement.ts';
import { scaleOf } from './framework.ts';
import type { Inspection } from './inspection.ts';
import type { Round } from './matters/round.ts';
import { gradesShown } from './matters/round-answers.ts';

/** How far the blind rounds of one framework agree: counts first, and a coefficient where there are enough of them. */
export type Agreement = {
  /** Closed rounds in which at least two gave a grade; only those can agree. */
  rounds: number;
  raters: number;
  grades: number;
  same: number;
  oneStep: number;
  further: number;
  /** Those whose grades differ, the furthest apart first. */
  disagreements: { inspection: Inspection; round: Round }[];
  enough: boolean;
  /** Null where there are too few rounds, or where it is not defined. */
  alpha: number | null;
};

/**
 * Over the rounds of these inspections, all of them under one scale: those on areas with a scale of their own are left out, since
 * their grades are others. Whose grade is whose plays no part in it.
 */
export const agreementOver = (scale: readonly string[], inspections: readonly Inspection[]): Agreement => {
  const all = inspections
    .flatMap((inspection) => [...inspection.rounds.values()].map((round) => ({ inspection, round })))
    .filter(({ inspection: { framework }, round }) => scaleOf(framework, round.area) === framework.scale)
    .map((each) => ({ ...each, grades: gradesShown(each.round) }))
    .filter(({ grades }) => grades.length > 1)
    .map((each) => ({ ...each, steps: stepsApart(scale, each.grades) }));
  const raters = new Set(all.flatMap(({ round }) => (round.closed?.raters ?? []).map(({ user }) => user)));
  const enough = all.length >= fewestRounds;
  return {
    rounds: all.length,
    raters: raters.size,
    grades: all.reduce((sum, { grades }) => sum + grades.length, 0),
    same: all.filter(({ steps }) => steps === 0).length,
    oneStep: all.filter(({ steps }) => steps === 1).length,
    further: all.filter(({ steps }) => steps > 1).length,
    disagreements: all
      .filter(({ steps }) => steps > 0)
      .sort((one, other) => other.steps - one.steps)
      .map(({ inspection, round }) => ({ inspection, round })),
    enough,
    alpha: enough
      ? ordinalAlpha(
          scale,
          all.map(({ grades }) => grades),
        )
      : null,
  };
};

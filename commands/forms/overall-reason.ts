import { type Framework, gradeLabel, listed } from '../../src/domain/framework.ts';
import type { Outcome } from '../../src/domain/grading.ts';
import { needsReason } from '../../src/domain/matters/overall.ts';
import { box, type Field, one, type Values } from '../form.ts';

/** The reason for an overall grade: asked for as needed where the rules leave several, or the grade chosen is not expected. */

/** Why the reason is needed, or what becomes of one that is not: the box says so as the grade chosen has it. */
const reasonHint = (framework: Framework, outcome: Outcome, grade: string | null): string => {
  if (grade !== null && !needsReason(outcome, grade))
    return 'The rules expect this grade, so it needs no reason. The summary shows what you write.';
  if (grade !== null && !outcome.expected.includes(grade)) {
    const expected = outcome.expected.map((each) => gradeLabel(framework, each).toLowerCase());
    return `Needed: the rules expect ${listed(expected, 'or')}. The summary shows your words.`;
  }
  return outcome.fixed || outcome.rules.length === 0
    ? 'Needed. The summary shows your words.'
    : 'Needed: the rules expect more than one grade. The summary shows your words.';
};

/** The grade chosen so far: as it stands in the form, else the one that is expected, or that was set, or the only one left. */
export const gradeChosen = (values: Values, outcome: Outcome, set: string | undefined): string | null => {
  const { permitted, expected, fixed } = outcome;
  const [only = null] = permitted.length === 1 ? permitted : [];
  const chosen = one(values, 'grade') ?? (fixed ? expected[0] : set) ?? null;
  return chosen !== null && permitted.includes(chosen) ? chosen : only;
};

/** The box for it, as the grade chosen has it. */
export const reasonBox = (
  framework: Framework,
  outcome: Outcome,
  grade: string | null,
  initial: string | null,
): Field =>
  box('reason', 'Why this grade?', initial, {
    required: grade === null || needsReason(outcome, grade),
    fresh: outcome.of,
    hint: reasonHint(framework, outcome, grade),
  });

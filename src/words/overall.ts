import { type Framework, gradeInWords, gradesInWords, nameOf, scaleOf } from '../domain/framework.ts';
import {
  decidingRules,
  heldInWords,
  inSentence,
  levelInWords,
  type Outcome,
  type RuleResult,
  soFar,
} from '../domain/grading.ts';
import type { Inspection } from '../domain/inspection.ts';
import type { OverallSummary } from '../domain/summary.ts';
import { gradeWords } from './areas.ts';
import type { Line } from './message.ts';

/** The overall grade and the rules behind it, in the same words on the board, in the form and in the summary. */

/** "Expected: good or requires improvement. Any other needs a reason." */
export const leftInWords = (framework: Framework, { of, rules, expected, permitted }: Outcome): Line => {
  if (rules.length === 0) return ['No rule of this framework limits it: any grade, with a reason.'];
  const [all, others] = [scaleOf(framework, of).length, permitted.filter((grade) => !expected.includes(grade))];
  const rest =
    expected.length === all
      ? ''
      : permitted.length === all
        ? ' Any other needs a reason.'
        : ` No other is permitted${others.length > 0 ? ` but, with a reason, ${gradesInWords(framework, others)}` : ''}.`;
  return [{ strong: 'Expected: ' }, `${gradesInWords(framework, expected)}.${rest}`];
};

/** One line on where an overall grade stands: as set, or what is left so far. */
export const overallLine = (inspection: Inspection, { overall, outcome, set }: OverallSummary): Line => {
  if (set) return [{ strong: `${overall.title}: ${gradeWords(inspection, set.grade)}` }];
  if (outcome.judged.length === 0) return [{ strong: `${overall.title}: ` }, 'no area that counts is judged yet'];
  return [{ strong: `${overall.title} so far: ` }, `${soFar(inspection.framework, outcome)}.`];
};

/** "Help and protection is below good, so not outstanding", or the rule's own words where that would take more. */
const decidesInWords = (framework: Framework, { judged }: Outcome, { rule, fired, ruledOut }: RuleResult): string => {
  const given = Object.fromEntries(judged.map(({ area, grade }) => [area, grade]));
  const held = fired === 'yes' && rule.force !== 'consider' ? heldInWords(framework, rule, given) : null;
  if (held === null || rule.force === 'consider') return inSentence(rule.because);
  const [only] = ruledOut.length === 1 && rule.permits.length > 1 ? ruledOut : [];
  const [condition] = rule.when;
  const effect = only ? `not ${gradeInWords(framework, only)}` : levelInWords(framework, rule.limits, rule.permits);
  const [overall] = framework.overalls.length === 1 ? framework.overalls : [];
  const limited = overall?.id === rule.limits ? 'overall' : inSentence(nameOf(framework, rule.limits));
  const isSame = condition?.atLeast !== undefined && levelInWords(framework, rule.limits, condition.grades) === effect;
  return `${held}, so ${isSame ? `${limited} is too` : effect}`;
};

/**
 * Why only these grades are left, from the fewest rules that leave them: "help and protection is below good, so not outstanding
 * (IL-7c); no judgement is inadequate, so not inadequate (IL-3)". Empty where no rule rules anything out.
 */
export const becauseInWords = (framework: Framework, outcome: Outcome): string =>
  decidingRules(framework, outcome)
    .map((result) => `${decidesInWords(framework, outcome, result)} (${result.rule.id})`)
    .join('; ');

export const titleOf = (inspection: Inspection, overall: string): string => nameOf(inspection.framework, overall);

import { type Framework, gradeInWords, gradesInWords, listed, nameOf, scaleOf } from '../domain/framework.ts';
import {
  changesInWords,
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
import { within } from './fitting.ts';
import { type Line, lineIf, type Part, paragraph } from './message.ts';

/** The overall grade and the rules behind it, in the same words on the board, in the form and in the summary. */

/** "SIF-1 (must; source): any key judgement inadequate makes overall inadequate." Where a rule is not published, on what it rests. */
const ruleInWords = ({ rule }: RuleResult): string => {
  const standing = rule.status === 'published' ? '' : `; ${rule.status}`;
  return `${rule.id} (${rule.force}${standing}; ${rule.source}): ${inSentence(rule.because)}.`;
};

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

/** Why this one, each reason at most so many characters long: the rule that fixes it, and what was decided where it was open. */
export const whyLines = (
  inspection: Inspection,
  { overall, outcome, set }: OverallSummary,
  mostReason: number,
): Line[] => {
  const { framework } = inspection;
  if (!set) return [];
  const label = gradeInWords(framework, set.grade);
  const outside = !outcome.expected.includes(set.grade);
  const free = outcome.rules.length === 0;
  const which = framework.overalls.length > 1 ? ` (${overall.title})` : '';
  const chosen = free
    ? 'no rule of this framework limits it; chosen for the reason given'
    : outside
      ? `outside what is expected (${listed(
          outcome.expected.map((grade) => gradeInWords(framework, grade)),
          'or',
        )}), chosen for the reason given`
      : outcome.fixed
        ? 'the one grade that the rules leave'
        : `chosen from ${listed(
            outcome.expected.map((grade) => gradeInWords(framework, grade)),
            'and',
          )}, ${outcome.expected.length === 2 ? 'both' : 'all'} expected, for the reason given`;
  const answers = Object.entries(set.answers).map(
    ([rule, answer]): Line => [`${askOf(inspection, rule)} ${within(answer, mostReason)}`],
  );
  return [
    [{ strong: `Why ${label}${which}: ` }, `${chosen}.`],
    ...decidingRules(framework, outcome).map((result): Line => [ruleInWords(result)]),
    ...lineIf(set.reason, { strong: 'Reason given: ' }, within(set.reason ?? '', mostReason)),
    ...answers,
  ];
};

/** What would alter the grade that was set, one change a line; nothing where no rule limits it. */
export const whatWouldChange = ({ framework }: Inspection, { outcome, set }: OverallSummary): Part[] =>
  set && outcome.rules.length > 0
    ? [
        paragraph({ strong: 'What would change it:' }),
        { list: changesInWords(framework, outcome).map((words) => [words]) },
      ]
    : [];

const askOf = (inspection: Inspection, id: string): string => {
  const rule = inspection.framework.rules.find((each) => each.id === id);
  return rule?.force === 'consider' ? `${id} asked: ${rule.ask}` : id;
};

export const titleOf = (inspection: Inspection, overall: string): string => nameOf(inspection.framework, overall);

import { gradeInWords, listed, nameOf } from '../domain/framework.ts';
import { changesInWords, type Outcome, type RuleResult, soFar } from '../domain/grading.ts';
import type { Inspection } from '../domain/inspection.ts';
import type { OverallSummary } from '../domain/summary.ts';
import { gradeWords } from './areas.ts';
import { within } from './fitting.ts';
import { type Line, lineIf, type Part, paragraph } from './message.ts';

/** The overall grade and the rules behind it, in the same words on the board, in the form and in the summary. */

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** "SIF-1 (must; source): any key judgement inadequate makes overall inadequate." Where a rule is not published, on what it rests. */
const ruleInWords = ({ rule }: RuleResult): string => {
  const standing = rule.status === 'published' ? '' : `; ${rule.status}`;
  return `${rule.id} (${rule.force}${standing}; ${rule.source}): ${lowerFirst(rule.because)}.`;
};

/** "SIF-1 (must): any key judgement inadequate makes overall inadequate." */
const ruleInShort = ({ rule }: RuleResult): string => `${rule.id} (${rule.force}): ${lowerFirst(rule.because)}.`;

/** A rule in the form: what it says and whether it fired. */
export const ruleLine = (inspection: Inspection, result: RuleResult): Line => {
  const { rule, fired, ruledOut, lacked } = result;
  const effect =
    fired === 'yes'
      ? ruledOut.length > 0
        ? `Rules out ${listed(
            ruledOut.map((grade) => gradeInWords(inspection.framework, grade)),
            'and',
          )}`
        : 'Asks a question below'
      : `Did not fire: ${lacked}`;
  return [{ strong: `${rule.id} (${rule.force}): ` }, `${lowerFirst(rule.because)}. ${effect}.`];
};

/** "Expected: good or requires improvement. Permitted: outstanding, good or requires improvement." */
export const leftInWords = (inspection: Inspection, outcome: Outcome): Line => {
  if (outcome.rules.length === 0) return ['No rule of this framework limits it: any grade, with a reason.'];
  const words = (grades: readonly string[]) =>
    listed(
      grades.map((grade) => gradeInWords(inspection.framework, grade)),
      'or',
    );
  return [
    { strong: 'Expected: ' },
    `${words(outcome.expected)}. `,
    { strong: 'Permitted: ' },
    `${words(outcome.permitted)}.`,
  ];
};

/** One line on where an overall grade stands: as set, or what is left so far. */
export const overallLine = (inspection: Inspection, { overall, outcome, set }: OverallSummary): Line => {
  if (set) return [{ strong: `${overall.title}: ${gradeWords(inspection, set.grade)}` }];
  if (outcome.judged.length === 0) return [{ strong: `${overall.title}: ` }, 'no area that counts is judged yet'];
  return [{ strong: `${overall.title} so far: ` }, `${soFar(inspection.framework, outcome)}.`];
};

/** The rules that decide: where a published rule fixes the grade, the others add nothing. */
const deciding = (outcome: Outcome): RuleResult[] => {
  const musts = outcome.because.filter((result) => result.rule.force === 'must');
  return outcome.permitted.length === 1 && musts.length > 0 ? musts : outcome.because;
};

/** Why only these grades are left so far. */
export const becauseLines = (outcome: Outcome): Line[] => deciding(outcome).map((result) => [ruleInShort(result)]);

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
    ...deciding(outcome).map((result): Line => [ruleInWords(result)]),
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

import { gradeInWords, listed } from '../../domain/framework.ts';
import { changesInWords, decidingRules, inSentence, type RuleResult } from '../../domain/grading.ts';
import type { Inspection } from '../../domain/inspection.ts';
import type { OverallJudgement } from '../../domain/matters/overall.ts';
import { nameOfPerson } from '../../domain/standing.ts';
import type { OverallSummary, Summary } from '../../domain/summary.ts';
import { gradeWords } from '../areas.ts';
import { dissentParts } from '../challenge.ts';
import { type Line, type Part, paragraph } from '../message.ts';
import { becauseInWords } from '../overall.ts';
import { movedInWords } from '../previous.ts';
import { type Chapter, wordsUnder } from './chapters.ts';

/** Why an overall grade is what it is: a sentence for the headline, the whole for its thread. */

type Set = OverallSummary & { set: OverallJudgement };

const isSet = (overall: OverallSummary): overall is Set => overall.set !== null;

/** "chosen from good and requires improvement, both expected". */
const howChosen = ({ framework }: Inspection, { outcome, set }: Set): string => {
  const { rules, expected, fixed } = outcome;
  const words = (join: 'and' | 'or') =>
    listed(
      expected.map((grade) => gradeInWords(framework, grade)),
      join,
    );
  if (rules.length === 0) return 'no rule of this framework limits it';
  if (!expected.includes(set.grade)) return `outside what is expected (${words('or')})`;
  return fixed
    ? 'the one grade that the rules leave'
    : `chosen from ${words('and')}, ${expected.length === 2 ? 'both' : 'all'} expected`;
};

/** "any judgement inadequate makes overall inadequate (SIF-1): the one grade that the rules leave." */
const whyOf = (inspection: Inspection, overall: Set): string => {
  const { outcome, set } = overall;
  const because = becauseInWords(inspection.framework, outcome);
  const reason = set.reason === null ? '' : `; the reason of ${nameOfPerson(inspection, set.by)} is in the thread`;
  return `${because && `${because}: `}${howChosen(inspection, overall)}${reason}.`;
};

/** Why, for the headline: one sentence for each overall grade, or one where they say the same. */
export const whyInSentences = ({ inspection, overalls }: Summary): Line[] => {
  const all = overalls.filter(isSet).map((overall) => ({ overall, why: whyOf(inspection, overall) }));
  const [first] = all;
  if (first && all.every(({ why }) => why === first.why)) return [[{ strong: 'Why: ' }, first.why]];
  return all.map(({ overall: { overall }, why }) => [{ strong: `Why (${overall.title}): ` }, why]);
};

/** Where rules come from, each source once: "IL-1 and IL-3: consistent with all published results; 313 published results". */
const sourceLines = (rules: readonly RuleResult[]): Line[] => {
  const bySource = new Map<string, string[]>();
  for (const { rule } of rules) {
    const source = rule.status === 'published' ? rule.source : `${rule.status}; ${rule.source}`;
    bySource.set(source, [...(bySource.get(source) ?? []), rule.id]);
  }
  return [...bySource].map(([source, ids]): Line => [`${listed(ids, 'and')}: ${source}.`]);
};

const asked = ({ framework }: Inspection, id: string): string => {
  const rule = framework.rules.find((each) => each.id === id);
  return rule?.force === 'consider' ? `${id} asked: ${rule.ask}` : id;
};

const wholeOf = ({ inspection, final }: Summary, overall: Set): Chapter => {
  const { overall: of, outcome, set } = overall;
  const rules = decidingRules(inspection.framework, outcome);
  const moved = movedInWords(inspection, of.id);
  const by = nameOfPerson(inspection, set.by);
  const changes: Part[] =
    final || outcome.rules.length === 0
      ? []
      : [
          paragraph({ strong: 'What would change it' }),
          { list: changesInWords(inspection.framework, outcome).map((words) => [words]) },
        ];
  return {
    name: of.id,
    title: [{ strong: `${of.title}: ${gradeWords(inspection, set.grade)}` }, moved && ` · ${moved}`],
    together: [
      set.reason === null ? [] : wordsUnder([{ strong: 'Reason' }, ` of ${by}`], set.reason),
      [
        { lines: [[`Set by ${by}: ${howChosen(inspection, overall)}.`]] },
        { list: rules.map(({ rule }) => [`${rule.id} (${rule.force}): ${inSentence(rule.because)}.`]) },
        { lines: sourceLines(rules) },
      ],
      ...Object.entries(set.answers).map(([id, answer]) => wordsUnder([asked(inspection, id)], answer)),
      ...dissentParts(inspection, of.id, set.grade),
      changes,
    ],
  };
};

/** What was decided overall, with its reason whole and the rules that decided. */
export const overallChapters = (summary: Summary): Chapter[] =>
  summary.overalls.filter(isSet).map((overall) => wholeOf(summary, overall));

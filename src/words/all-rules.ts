import { listed, nameOf } from '../domain/framework.ts';
import {
  changesInWords,
  decidingRules,
  inSentence,
  type Outcome,
  outcomeOf,
  type RuleResult,
} from '../domain/grading.ts';
import type { Inspection } from '../domain/inspection.ts';
import { gradesSoFar } from '../domain/standing.ts';
import { type Line, type Message, message, paragraph, titled } from './message.ts';
import { leftInWords } from './overall.ts';

/** Every rule on an overall grade by what became of it, on whose word each stands, and what would change the grade. */

const ruleLine = ({ rule }: RuleResult): Line => [
  { strong: `${rule.id} (${rule.force}): ` },
  `${inSentence(rule.because)}.`,
];

/** Each source once, with the rules that stand on it; the one of most rules last. */
const sourceLines = ({ rules }: Outcome): Line[] => {
  const by = new Map<string, string[]>();
  for (const { rule } of rules) {
    const source = `${rule.status}; ${rule.source}`;
    by.set(source, [...(by.get(source) ?? []), rule.id]);
  }
  return [...by]
    .sort(([, one], [, other]) => one.length - other.length)
    .map(([source, ids], at) => {
      const isRest = at === by.size - 1 && ids.length > 2;
      return [`${isRest ? `All ${at > 0 ? 'others' : 'rules here'}` : listed(ids, 'and')}: ${source}.`];
    });
};

export const allRules = (inspection: Inspection, overall: string): Message => {
  const { framework } = inspection;
  const outcome = outcomeOf(framework, overall, gradesSoFar(inspection));
  const decided = decidingRules(framework, outcome);
  const others = outcome.rules.filter((result) => !decided.includes(result));
  const those = (are: (result: RuleResult) => boolean): Line[] => others.filter(are).map(ruleLine);
  const [asks, fired] = [outcome.questions, (result: RuleResult) => result.fired === 'yes'];
  return message(
    { heading: `${nameOf(framework, overall)}: all rules` },
    paragraph(...leftInWords(framework, outcome)),
    ...titled([{ strong: 'Decided' }], decided.map(ruleLine)),
    ...titled(
      [{ strong: 'Asks for an answer' }],
      those(({ rule }) => asks.includes(rule)),
    ),
    ...titled(
      [{ strong: 'Fired too' }],
      those((result) => fired(result) && !asks.includes(result.rule)),
    ),
    ...titled(
      [{ strong: 'Did not fire' }],
      those((result) => !fired(result)),
    ),
    ...titled(
      [{ strong: 'The closest changes' }],
      changesInWords(framework, outcome).map((words) => [words]),
    ),
    ...titled([{ strong: 'Sources' }], sourceLines(outcome)),
  );
};

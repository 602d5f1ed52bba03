import { type Condition, type Framework, scaleOf } from '../domain/framework.ts';
import { counting, gradesIn, gradesOf, holds, opposite, tableOf } from '../domain/grading.ts';
import { casesOf } from './cases.ts';

/** The combinations that certain conditions leave alike: how many, and which grades are left. */
export type DecisionRow = { when: Condition[]; combinations: number; permitted: string[]; expected: string[] };

/**
 * The decision table of an overall or area: every combination of the areas that its rules count, in few cases told by the
 * rules' own conditions. Worst outcome first.
 */
export const decisionsOf = (framework: Framework, of: string): DecisionRow[] => {
  const table = tableOf(framework, of);
  const conditions = table.rules.flatMap((rule) => (rule.force === 'consider' ? [] : rule.when));
  const questions = conditions.map((condition) => ({
    condition,
    asks: (grades: Record<string, string>) => holds(condition, counting(framework, condition, grades).length),
  }));
  const combinations = Array.from({ length: table.size }, (_, combination) => gradesOf(table, combination));
  const places = new Map(combinations.map((grades, combination) => [grades, combination]));
  const left = (field: 'permitted' | 'expected', grades: Record<string, string>): number =>
    table[field][places.get(grades) ?? 0] ?? 0;
  const scale = scaleOf(framework, of).map(({ id }) => id);
  const rank = (grade: string | undefined): number => scale.indexOf(grade ?? '');
  return casesOf(combinations, questions, (grades) => `${left('permitted', grades)} ${left('expected', grades)}`)
    .map(({ answers, items: [first = {}, ...others] }) => ({
      when: answers.map(({ question, is }) => (is ? question.condition : opposite(question.condition))),
      combinations: others.length + 1,
      permitted: gradesIn(framework, of, left('permitted', first)),
      expected: gradesIn(framework, of, left('expected', first)),
    }))
    .sort(
      (one, other) =>
        rank(other.expected[0]) - rank(one.expected[0]) || rank(other.expected.at(-1)) - rank(one.expected.at(-1)),
    );
};

import { type Condition, type Framework, scaleOf } from '../domain/framework.ts';
import { gradesIn, opposite, tableOf } from '../domain/grading.ts';
import { casesOf, combinationsIn } from './cases.ts';

/** The combinations that certain conditions leave alike: how many, and which grades are left. */
export type DecisionRow = { when: Condition[]; combinations: number; permitted: string[]; expected: string[] };

/**
 * The decision table of an overall or area: every combination of the areas that its rules count, in few cases told by the
 * rules' own conditions. Worst outcome first.
 */
export const decisionsOf = (framework: Framework, of: string): DecisionRow[] => {
  const table = tableOf(framework, of);
  const all = table.apart.map(({ combinations }, at) => ({
    at,
    combinations,
    permitted: table.permitted[at] ?? 0,
    expected: table.expected[at] ?? 0,
  }));
  const questions = table.rules.flatMap(({ force, when }, rule) =>
    (force === 'consider' ? [] : when).map((condition, index) => ({
      condition,
      asks: ({ at }: { at: number }) => table.held[rule]?.[index]?.[at] === 1,
    })),
  );
  const scale = scaleOf(framework, of).map(({ id }) => id);
  const rank = (grade: string | undefined): number => scale.indexOf(grade ?? '');
  return casesOf(all, questions, ({ permitted, expected }) => `${permitted} ${expected}`)
    .map(({ answers, items }) => ({
      when: answers.map(({ question, is }) => (is ? question.condition : opposite(question.condition))),
      combinations: combinationsIn(items),
      permitted: gradesIn(framework, of, items[0]?.permitted ?? 0),
      expected: gradesIn(framework, of, items[0]?.expected ?? 0),
    }))
    .sort(
      (one, other) =>
        rank(other.expected[0]) - rank(one.expected[0]) || rank(other.expected.at(-1)) - rank(one.expected.at(-1)),
    );
};

import { type Framework, gradesInWords, nameOf, notJudged } from '../domain/framework.ts';
import { type Outcome, outcomeOf } from '../domain/grading.ts';
import { limitedBy } from '../frameworks.ts';
import { argumentsOf } from './arguments.ts';
import { aboutFramework } from './framework-about.ts';
import { frameworkNamed } from './framework-named.ts';
import { type PublishedResult, readResults } from './results.ts';
import { wrapped } from './text.ts';
import { type Word, WrongUsage } from './word.ts';

type Compared = { result: PublishedResult; of: string; grade: string; outcome: Outcome };

/** Each grade of a result that rules limit, beside what the rules leave. */
const compared = (framework: Framework, result: PublishedResult): Compared[] =>
  [...framework.overalls.map(({ id }) => id), ...limitedBy(framework)]
    .filter((of, index, all) => all.indexOf(of) === index)
    .flatMap((of) => {
      const grade = result.grades[of];
      return grade === undefined || grade === notJudged
        ? []
        : [{ result, of, grade, outcome: outcomeOf(framework, of, result.grades) }];
    });

const described = (framework: Framework, { result, of, grade, outcome }: Compared): string => {
  const isPermitted = outcome.permitted.includes(grade);
  const left = isPermitted ? outcome.expected : outcome.permitted;
  const rules = outcome.because.filter(
    ({ ruledOut, rule }) => ruledOut.includes(grade) && (isPermitted || rule.force === 'must'),
  );
  const name = [result.authority, result.published].filter((part) => part !== '').join(', ');
  const given = `${nameOf(framework, of)} ${gradesInWords(framework, [grade])}`;
  const why = `${rules.map(({ rule }) => rule.id).join(', ')} ${rules.length === 1 ? 'rules' : 'rule'} it out`;
  return `${name}: ${given} is not ${isPermitted ? 'expected' : 'permitted'}. ${why}; left: ${gradesInWords(framework, left)}`;
};

const compareAll = (framework: Framework, results: readonly PublishedResult[]): { lines: string[]; holds: boolean } => {
  const each = results.map((result) => compared(framework, result));
  const outside = (field: 'permitted' | 'expected') =>
    each.filter((rows) => rows.some(({ grade, outcome }) => !outcome[field].includes(grade))).length;
  const overalls = framework.overalls.map(({ id }) => id);
  const fixed = each.filter((rows) => {
    const whole = rows.filter(({ of }) => overalls.includes(of));
    return whole.length > 0 && whole.every(({ outcome }) => outcome.fixed);
  }).length;
  const wrong = each.flat().filter(({ grade, outcome }) => !outcome.expected.includes(grade));
  return {
    lines: [
      '',
      ...wrong.flatMap((row) => wrapped(described(framework, row), 2)),
      `${results.length} results: ${outside('permitted')} not permitted, ${outside('expected')} not expected, ${fixed} fixed`,
    ],
    holds: wrong.length === 0,
  };
};

/** Checks one framework wholly and says what its rules come to; with results, whether they agree with what was published. */
export const frameworkCheck: Word = {
  name: 'framework check',
  usage: '<id or file> [--results file.csv]',
  about:
    'Checks a framework and says what its rules leave in every combination of grades, what is fixed and what is open, and every example; with a file of published results, which of them its rules do not permit or expect.',
  run: async (args, environment) => {
    const { positionals, values } = argumentsOf(args, { results: { type: 'string' } });
    const [name, ...more] = positionals;
    if (name === undefined) throw new WrongUsage('Say which framework: its id or its file.');
    if (more.length > 0) throw new WrongUsage(`One framework at a time, without "${more.join(' ')}".`);
    const framework = frameworkNamed(name, environment);
    const results = values.results === undefined ? undefined : readResults(framework, values.results);
    for (const line of aboutFramework(framework)) environment.print(line);
    if (!results) return 0;
    const { lines, holds } = compareAll(framework, results);
    for (const line of lines) environment.print(line);
    return holds ? 0 : 1;
  },
};

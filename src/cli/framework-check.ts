import { type Framework, gradesInWords, listed, nameOf, notJudged } from '../domain/framework.ts';
import { type Outcome, outcomeOf } from '../domain/grading.ts';
import { limitedBy, rulesDecidingNothing, surveyOf } from '../frameworks.ts';
import { argumentsOf } from './arguments.ts';
import { frameworkNamed } from './framework-named.ts';
import { inForceWords } from './in-force.ts';
import { type Result, readResults } from './results.ts';
import { aligned, wrapped } from './text.ts';
import { type Word, WrongUsage } from './word.ts';

const checked =
  'Every check holds: ids and references; labels and one-line words; a grade is left in every combination; a better grade never leaves worse; every rule rules something out or asks; every example.';

const survey = (framework: Framework, of: string): string[] => {
  const { counted, combinations, fires, fixed, open } = surveyOf(framework, of);
  const names = counted.map((id) => nameOf(framework, id));
  return [
    '',
    ...wrapped(`${nameOf(framework, of)}, from ${listed(names, 'and')}`, 2),
    ...aligned(
      fires.map(({ rule, combinations: times }) => [
        rule.id,
        rule.force,
        `fires in ${times} of ${combinations}`,
        rule.because,
      ]),
      2,
    ),
    `  ${combinations} combinations: ${fixed} fixed, ${open} open`,
  ];
};

const about = (framework: Framework): string[] => {
  const { id, title, areas, scale, rules, examples = [], noOverall, planned } = framework;
  const idle = rulesDecidingNothing(framework);
  return [
    ...wrapped(`${id}: ${title}`, 2),
    ...(planned === undefined ? [`In force ${inForceWords(framework)}`] : wrapped(`Planned: ${planned}`, 2)),
    `${areas.length} areas, ${scale.length} grades, ${rules.length} rules, ${examples.length} examples`,
    '',
    ...wrapped(checked, 0),
    ...limitedBy(framework).flatMap((of) => survey(framework, of)),
    '',
    ...(noOverall === undefined ? [] : wrapped(`No overall grade: ${noOverall}`, 2)),
    ...(rules.length === 0
      ? []
      : [`Rules that decide nothing beside the others: ${idle.length === 0 ? 'none' : idle.join(', ')}`]),
    `Examples: ${examples.length} of ${examples.length} hold`,
  ];
};

type Compared = { result: Result; of: string; grade: string; outcome: Outcome };

/** Each grade of a result that rules limit, beside what the rules leave. */
const compared = (framework: Framework, result: Result): Compared[] =>
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

const compareAll = (framework: Framework, results: readonly Result[]): { lines: string[]; holds: boolean } => {
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
    'Checks a framework and says how often each rule fires and what it leaves; with a file of published results, which of them its rules do not permit or expect.',
  run: async (args, environment) => {
    const { positionals, values } = argumentsOf(args, { results: { type: 'string' } });
    const [name, ...more] = positionals;
    if (name === undefined) throw new WrongUsage('Say which framework: its id or its file.');
    if (more.length > 0) throw new WrongUsage(`One framework at a time, without "${more.join(' ')}".`);
    const framework = frameworkNamed(name, environment);
    const results = values.results === undefined ? undefined : readResults(framework, values.results);
    for (const line of about(framework)) environment.print(line);
    if (!results) return 0;
    const { lines, holds } = compareAll(framework, results);
    for (const line of lines) environment.print(line);
    return holds ? 0 : 1;
  },
};

import {
  areaByWord,
  type Framework,
  gradeInWords,
  gradesFor,
  gradesInWords,
  listed,
  nameOf,
} from '../domain/framework.ts';
import { changesInWords, type Grades, type Outcome, outcomeOf, soFar } from '../domain/grading.ts';
import { argumentsOf } from './arguments.ts';
import { frameworkNamed } from './framework-named.ts';
import { inJson, part, wrapped } from './text.ts';
import { type Word, WrongUsage } from './word.ts';

const gradesGiven = (framework: Framework, pairs: readonly string[]): Grades => {
  const grades: Record<string, string> = {};
  for (const pair of pairs) {
    const [word = '', grade = '', ...more] = pair.split('=');
    const area = areaByWord(framework, word);
    if (grade === '' || more.length > 0) throw new WrongUsage(`"${pair}" is not of the form <area>=<grade>.`);
    if (!area)
      throw new WrongUsage(
        `"${word}" is no judgement area of ${framework.id}. Its areas: ${framework.areas.map(({ id }) => id).join(', ')}.`,
      );
    const legal = gradesFor(framework, area);
    if (!legal.includes(grade)) throw new WrongUsage(`"${grade}" is no grade for ${area.id}. Use ${legal.join(', ')}.`);
    if (grades[area.id] !== undefined) throw new WrongUsage(`${area.id} is given a grade twice.`);
    grades[area.id] = grade;
  }
  return grades;
};

/** What is to be graded: what was named, else the only overall; undefined where the framework gives none. */
const targetOf = (framework: Framework, named: string | undefined): string | undefined => {
  const overalls = framework.overalls.map(({ id }) => id);
  const choices = [...overalls, ...framework.areas.map(({ id }) => id)];
  if (named !== undefined) {
    if (named === 'overall' && overalls.length === 0) return undefined;
    if (!choices.includes(named))
      throw new WrongUsage(`"${named}" is nothing ${framework.id} grades. Use ${choices.join(', ')}.`);
    return named;
  }
  if (overalls.length > 1) throw new WrongUsage(`Say which with --of: ${overalls.join(', ')}.`);
  return overalls[0];
};

const asJson = ({ permitted, expected, fixed, missing, because }: Outcome) => ({
  permitted,
  expected,
  fixed,
  missing,
  because: because.map(({ rule, ruledOut }) => ({ rule: rule.id, force: rule.force, ruledOut, because: rule.because })),
});

const allOf = (framework: Framework, grades: readonly string[]): string =>
  listed(
    grades.map((id) => gradeInWords(framework, id)),
    'and',
  );

/** Each source once, with the rules that rest on it. */
const sourcesOf = ({ because }: Outcome): string[] =>
  [...new Set(because.map(({ rule }) => rule.source))].map((source) => {
    const rules = because.filter(({ rule }) => rule.source === source).map(({ rule }) => rule.id);
    return `${rules.join(', ')}: ${source}`;
  });

const asText = (framework: Framework, outcome: Outcome): string[] => {
  const { of, judged, missing, expected, permitted, because, rules, questions } = outcome;
  const waiting = missing.map((id) => nameOf(framework, id));
  return [
    ...wrapped(`${nameOf(framework, of)}: ${soFar(framework, outcome)}`, 2),
    ...wrapped(`Expected: ${gradesInWords(framework, expected)}`, 2),
    ...wrapped(`Permitted: ${gradesInWords(framework, permitted)}`, 2),
    ...(rules.length === 0 ? ['No rule of this framework limits it.'] : []),
    ...part(
      'Judged',
      judged.map(({ area, grade }) => `${nameOf(framework, area)}: ${gradeInWords(framework, grade)}`),
    ),
    ...part('Not judged yet', waiting.length === 0 ? [] : [listed(waiting, 'and')]),
    ...part(
      'Why',
      because.map(
        ({ rule, ruledOut }) =>
          `${rule.id} (${rule.force}; ${rule.status}): ${rule.because}. Rules out ${allOf(framework, ruledOut)}.`,
      ),
    ),
    ...part(
      'Rules that did not fire, or not yet',
      rules
        .filter(({ fired }) => fired !== 'yes')
        .map(({ rule, lacked }) => `${rule.id} (${rule.force}): ${rule.because}. It ${lacked}.`),
    ),
    ...part(
      'To be answered in words',
      questions.flatMap((rule) => (rule.force === 'consider' ? [`${rule.id}: ${rule.ask}`] : [])),
    ),
    ...part('What would change it', rules.length === 0 ? [] : changesInWords(framework, outcome)),
    ...part('Sources', sourcesOf(outcome)),
  ];
};

/** Says what judgements leave for an overall grade, and why. */
export const grade: Word = {
  name: 'grade',
  usage: '<framework> <area>=<grade> ... [--of <overall>] [--json]',
  about: 'Says which grades the judgements given leave, by which rules, and which single change would alter it.',
  run: async (args, environment) => {
    const { positionals, values } = argumentsOf(args, { of: { type: 'string' }, json: { type: 'boolean' } });
    const [name, ...pairs] = positionals;
    if (name === undefined) throw new WrongUsage('Say under which framework.');
    const framework = frameworkNamed(name, environment);
    const grades = gradesGiven(framework, pairs);
    const of = targetOf(framework, values.of);
    if (of === undefined) {
      const reason = framework.noOverall ?? '';
      const nothing = { permitted: [], expected: [], fixed: false, missing: [], because: [], reason };
      for (const line of values.json ? [inJson(nothing)] : wrapped(`No overall grade: ${reason}`, 2))
        environment.print(line);
      return 0;
    }
    const outcome = outcomeOf(framework, of, grades);
    for (const line of values.json ? [inJson(asJson(outcome))] : asText(framework, outcome)) environment.print(line);
    return 0;
  },
};

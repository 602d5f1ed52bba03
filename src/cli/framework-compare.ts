import { fieldOf } from '../domain/field.ts';
import { type Framework, inFigures, listed, nameOf } from '../domain/framework.ts';
import { conditionsInWords, opposite } from '../domain/grading.ts';
import { type ComparedOutcomes, compareOutcomes, type Difference, differencesBetween } from '../frameworks.ts';
import { argumentsOf } from './arguments.ts';
import { frameworkNamed } from './framework-named.ts';
import { inForceWords, leftInWords } from './framework-words.ts';
import { wrapped } from './text.ts';
import { type Word, WrongUsage } from './word.ts';

const mostNamed = 12;

const named = (names: readonly string[]): string =>
  names.length <= mostNamed
    ? names.join('; ')
    : `${names.slice(0, mostNamed).join('; ')}; and ${names.length - mostNamed} more`;

const sides = (one: string, other: string): string => (one === other ? one : `${one} = ${other}`);

const partLines = (one: Framework, other: Framework, { part, ...found }: Difference): string[] => [
  '',
  part,
  ...(found.onlyInOne.length === 0 ? [] : wrapped(`  only in ${one.id}: ${named(found.onlyInOne)}`, 4)),
  ...(found.onlyInOther.length === 0 ? [] : wrapped(`  only in ${other.id}: ${named(found.onlyInOther)}`, 4)),
  ...found.changed.flatMap(({ name, fields }) => wrapped(`  changed: ${name} (${fields.join(', ')})`, 4)),
];

/** What each edition says once: its title, days, output and lengths. */
const single = (framework: Framework): [string, string][] => {
  const { title, output, fieldwork, notice, pause, noOverall } = framework;
  const days = (length: number | [number, number] | undefined) =>
    length === undefined ? 'not said' : `${[length].flat().join(' to ')} working days`;
  return [
    ['Title', title],
    ['In force', inForceWords(framework)],
    ['In the words of', fieldOf(framework).title],
    ['It gives', output],
    ['No overall grade', noOverall ?? 'there is one'],
    ['On site', days(fieldwork?.workingDays)],
    ['Notice', notice === undefined ? 'not said' : notice.announced ? 'announced' : 'not announced'],
    ['May be paused', days(pause?.workingDays)],
  ];
};

const singleLines = (one: Framework, other: Framework): string[] =>
  single(one).flatMap(([name, said], index) => {
    const its = single(other)[index]?.[1] ?? '';
    return said === its ? [] : wrapped(`${name}: ${said} | ${its}`, 2);
  });

/** Which grades are compared, where one edition has others beside them. */
const gradesOfBoth = (one: Framework, other: Framework): string => {
  const both = one.scale
    .filter(({ id }) => other.scale.some((grade) => grade.id === id))
    .map(({ label }) => label.toLowerCase());
  const isWhole = both.length === one.scale.length && both.length === other.scale.length;
  return isWhole || both.length === 0 ? '' : `; in the grades that both have: ${listed(both, 'and')}`;
};

const outcomeLines = (one: Framework, other: Framework, compared: ComparedOutcomes): string[] => {
  const { of, its, shared, combinations, isTooMany, different } = compared;
  const names = shared.map((judgement) =>
    sides(
      judgement.one.map((id) => nameOf(one, id)).join(' + '),
      judgement.other.map((id) => nameOf(other, id)).join(' + '),
    ),
  );
  const count = different.reduce((sum, each) => sum + each.combinations, 0);
  if (combinations === 0)
    return [
      '',
      ...wrapped(
        `${nameOf(one, of)}: no judgement that both make. Say which are the same with --same <area>=<area>.`,
        2,
      ),
    ];
  return [
    '',
    ...wrapped(`${nameOf(one, of)}, by the judgements both make: ${names.join('; ')}${gradesOfBoth(one, other)}`, 2),
    ...different.flatMap((each) => {
      const said = (
        [
          [one, of, 'one'],
          [other, its, 'other'],
        ] as const
      ).flatMap(([framework, limits, side]) =>
        conditionsInWords(
          framework,
          each.answers
            .filter(({ question }) => question.side === side)
            .map(({ question, is }) => (is ? question.condition : opposite(question.condition))),
          limits,
        ),
      );
      const left = `${leftInWords(one, each.one)} | ${leftInWords(other, each.other)}`;
      return wrapped(`  ${inFigures(each.combinations).padStart(6)}  ${left}: ${said.join('; ') || 'always'}`, 10);
    }),
    isTooMany
      ? `  ${inFigures(combinations)} combinations, of which the rules tell too many apart to compare them`
      : `  ${inFigures(combinations)} combinations: ${inFigures(count)} come out differently`,
  ];
};

const sameAreas = (one: Framework, other: Framework, pair: string): [string, string] => {
  const [first = '', second = '', ...more] = pair.split('=');
  if (second === '' || more.length > 0) throw new WrongUsage(`"${pair}" is not of the form <area>=<area>.`);
  for (const [framework, id] of [[one, first] as const, [other, second] as const])
    if (!framework.areas.some((area) => area.id === id))
      throw new WrongUsage(
        `"${id}" is no judgement area of ${framework.id}. Its areas: ${framework.areas.map((area) => area.id).join(', ')}.`,
      );
  return [first, second];
};

/** Says what differs between two editions, and which combinations of grades come out differently. */
export const frameworkCompare: Word = {
  name: 'framework compare',
  usage: '<id or file> <id or file> [--same <area>=<area> ...]',
  about:
    'Says what differs between two frameworks, the first one’s words before the bar and the second one’s after it, and which combinations of grades come out differently.',
  run: async (args, environment) => {
    const { positionals, values } = argumentsOf(args, { same: { type: 'string', multiple: true } });
    const [first, second, ...more] = positionals;
    if (first === undefined || second === undefined || more.length > 0)
      throw new WrongUsage('Say which two frameworks: their ids or files.');
    const [one, other] = [frameworkNamed(first, environment), frameworkNamed(second, environment)];
    const told = (values.same ?? []).map((pair) => sameAreas(one, other, pair));
    const differences = differencesBetween(one, other);
    const lines = [
      `${one.id} | ${other.id}`,
      ...singleLines(one, other),
      ...differences.flatMap((each) => partLines(one, other, each)),
      ...compareOutcomes(one, other, told).flatMap((each) => outcomeLines(one, other, each)),
    ];
    for (const line of lines) environment.print(line);
    return 0;
  },
};

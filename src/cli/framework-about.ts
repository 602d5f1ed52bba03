import { fieldOf } from '../domain/field.ts';
import {
  areasCountedBy,
  type Example,
  type Framework,
  gradesInWords,
  inFigures,
  isOver,
  listed,
  nameOf,
} from '../domain/framework.ts';
import { conditionsInWords, rulesOf } from '../domain/grading.ts';
import { decisionsOf, limitedBy, rulesDecidingNothing, surveyOf } from '../frameworks.ts';
import { counted } from '../words/message.ts';
import { inForceWords, leftInWords } from './framework-words.ts';
import { aligned, part, wrapped } from './text.ts';

const checked =
  'Every check holds: ids and references; labels and one-line words; every step can be dated; a grade is left in every combination; a better grade never leaves worse; every rule rules something out or asks; every example.';

/** The decision table: how many combinations, fixed or open, what is left, and when. */
const decisions = (framework: Framework, of: string): string[] => {
  const rows = decisionsOf(framework, of).map(({ when, combinations, permitted, expected }) => {
    const conditions = conditionsInWords(framework, when, of);
    return [
      inFigures(combinations),
      expected.length === 1 ? 'fixed' : 'open',
      leftInWords(framework, { permitted, expected }),
      conditions.length === 0 ? 'always' : conditions.join('; '),
    ];
  });
  const width = Math.max(6, ...rows.map(([combinations = '']) => combinations.length));
  return rows.flatMap(([combinations = '', state = '', left = '', when = '']) =>
    wrapped(`  ${combinations.padStart(width)}  ${state.padEnd(5)}  ${left}: ${when}`, width + 11),
  );
};

/** The rules that count areas of another overall, which they can do by listing them alone. */
const reachingAcross = (framework: Framework, of: string): string[] =>
  rulesOf(framework, of).flatMap(({ id, when }) => {
    const counted = when.flatMap((condition) => areasCountedBy(framework, condition, of));
    const own = framework.overalls.find((overall) => overall.id === of);
    const names = framework.areas
      .filter((area) => own && counted.includes(area.id) && !isOver(own, area))
      .flatMap((area) =>
        framework.overalls.filter((other) => isOver(other, area)).map(({ title }) => `${area.short} (${title})`),
      );
    return names.length === 0 ? [] : wrapped(`  ${id} reaches across: it counts ${listed(names, 'and')}`, 4);
  });

const survey = (framework: Framework, of: string): string[] => {
  const { counted: areas, combinations, fires, fixed, open } = surveyOf(framework, of);
  const names = areas.map((id) => nameOf(framework, id));
  return [
    '',
    ...wrapped(`${nameOf(framework, of)}, from ${listed(names, 'and')}`, 2),
    ...aligned(
      fires.map(({ rule, combinations: times }) => [
        rule.id,
        rule.force,
        `fires in ${inFigures(times)} of ${inFigures(combinations)}`,
        rule.because,
      ]),
      2,
    ),
    ...reachingAcross(framework, of),
    '  What is left, in every combination of grades:',
    ...decisions(framework, of),
    `  ${inFigures(combinations)} combinations: ${inFigures(fixed)} fixed, ${inFigures(open)} open`,
  ];
};

const unlimited = (framework: Framework): string[] =>
  framework.overalls
    .filter(({ id }) => !limitedBy(framework).includes(id))
    .flatMap(({ title }) => ['', ...wrapped(`${title}: no rule limits it, so every grade is open`, 2)]);

const example = (framework: Framework, { name, expected, published }: Example): string[] => {
  const left = expected.length === 0 ? 'no overall grade' : gradesInWords(framework, expected);
  const given = published === null ? '' : `. Published: ${gradesInWords(framework, [published])}`;
  return wrapped(`  ${name}. Left: ${left}${given}`, 4);
};

/** A checked framework as its author wants to see it: what it has, what its rules come to, and every example. */
export const aboutFramework = (framework: Framework): string[] => {
  const { id, title, planned, areas, scale, rules, examples = [], noOverall, findings } = framework;
  const idle = rulesDecidingNothing(framework);
  return [
    ...wrapped(`${id}: ${title}`, 2),
    ...(planned === undefined ? [`In force ${inForceWords(framework)}`] : wrapped(`Planned: ${planned}`, 2)),
    [
      counted(areas.length, 'area'),
      counted(scale.length, 'grade'),
      counted(rules.length, 'rule'),
      counted(examples.length, 'example'),
    ].join(', '),
    `In the words of: ${fieldOf(framework).title}`,
    '',
    ...wrapped(checked, 0),
    ...part('Chosen at the start', [
      ...framework.variants.map(({ label }) => label),
      ...framework.themes.map(({ label }) => `Theme: ${label}`),
    ]),
    ...part(
      'Findings stand under',
      findings.map(({ label, per }) => `${label}, ${per === 'area' ? 'for each area' : 'once'}`),
    ),
    ...part('Its grades are compared with those of', framework.comparesWith),
    ...limitedBy(framework).flatMap((of) => survey(framework, of)),
    ...unlimited(framework),
    ...(noOverall === undefined ? [] : ['', ...wrapped(`No overall grade: ${noOverall}`, 2)]),
    ...(rules.length === 0
      ? []
      : ['', `Rules that decide nothing beside the others: ${idle.length === 0 ? 'none' : idle.join(', ')}`]),
    ...part('What no source confirms', framework.unverified),
    '',
    ...examples.flatMap((each) => example(framework, each)),
    `Examples: ${examples.length} of ${examples.length} hold`,
  ];
};

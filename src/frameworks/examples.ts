import { areaOf, type Example, type Framework, gradesFor, inOrder } from '../domain/framework.ts';
import { gradesLeft } from '../domain/grading.ts';
import { type Problem, problemIf, quoted } from './problem.ts';
import { checkGrades } from './rules.ts';

/** The overall (or area) an example is about: the one it names, else the framework's only overall; undefined for none. */
export const exampleIsOf = (framework: Framework, example: Example): string | undefined => {
  const [only, ...others] = framework.overalls;
  return example.of ?? (others.length === 0 ? only?.id : undefined);
};

const checkGiven = (framework: Framework, { grades }: Example, path: string): Problem[] =>
  Object.entries(grades).flatMap(([id, grade]): Problem[] => {
    const known = framework.areas.map((area) => area.id);
    if (!known.includes(id))
      return [
        { path: `${path}.grades`, wrong: `has "${id}", which is no area`, right: `ids of areas: ${quoted(known)}` },
      ];
    const legal = gradesFor(framework, areaOf(framework, id));
    return problemIf(!legal.includes(grade), {
      path: `${path}.grades.${id}`,
      wrong: `is "${grade}"`,
      right: `one of ${quoted(legal)}`,
    });
  });

const checkOutcome = (framework: Framework, example: Example, of: string, path: string): Problem[] => {
  const left = gradesLeft(framework, of, example.grades);
  const compared = (['permitted', 'expected'] as const).flatMap((field) =>
    problemIf(!inOrder(example[field], left[field]), {
      path: `${path}.${field}`,
      wrong: `is ${quoted(example[field])} in the example "${example.name}", while the rules leave ${quoted(left[field])}`,
      right: `${quoted(left[field])}, or other rules`,
    }),
  );
  const { published } = example;
  if (published === null || left.expected.includes(published)) return compared;
  return [
    ...compared,
    {
      path: `${path}.published`,
      wrong: `is "${published}" in the example "${example.name}", which the rules do not expect`,
      right: `one of ${quoted(left.expected)}, or other rules`,
    },
  ];
};

const checkExample = (framework: Framework, example: Example, path: string): Problem[] => {
  const grades = checkGiven(framework, example, path);
  const of = exampleIsOf(framework, example);
  const targets = [...framework.overalls, ...framework.areas].map(({ id }) => id);
  if (example.of !== undefined && !targets.includes(example.of))
    return [
      ...grades,
      {
        path: `${path}.of`,
        wrong: `is "${example.of}", which is no overall and no area`,
        right: `one of ${quoted(targets)}`,
      },
    ];
  if (of === undefined && framework.overalls.length > 1)
    return [
      ...grades,
      { path: `${path}.of`, wrong: 'is missing', right: `one of ${quoted(framework.overalls.map(({ id }) => id))}` },
    ];
  if (of === undefined) {
    const silent = example.permitted.length === 0 && example.expected.length === 0 && example.published === null;
    return silent
      ? grades
      : [
          ...grades,
          {
            path,
            wrong: `the example "${example.name}" names overall grades, and this framework gives none`,
            right: 'permitted and expected empty, published null',
          },
        ];
  }
  const named = [
    ...checkGrades(framework, [of], `${path}.permitted`, example.permitted),
    ...checkGrades(framework, [of], `${path}.expected`, example.expected),
  ];
  const problems = [...grades, ...named];
  return problems.length > 0 ? problems : checkOutcome(framework, example, of, path);
};

/** Every example: what it names is there, and the rules leave what it says. */
export const checkExamples = (framework: Framework): Problem[] =>
  (framework.examples ?? []).flatMap((example, index) => checkExample(framework, example, `examples[${index}]`));

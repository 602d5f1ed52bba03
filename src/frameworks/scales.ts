import { type Framework, type Grade, longestLabel, notJudged } from '../domain/framework.ts';
import { type Problem, problemIf, repeated } from './problem.ts';

const checkScale = (scale: readonly Grade[], path: string): Problem[] => {
  const named = (field: 'id' | 'label' | 'mark' | 'printed') =>
    scale.flatMap((grade, index) =>
      grade[field] === undefined ? [] : [{ path: `${path}[${index}].${field}`, name: grade[field] }],
    );
  return [
    ...repeated(named('id'), 'an id'),
    ...repeated(named('label'), 'a label'),
    ...repeated(named('mark'), 'a mark'),
    ...repeated(named('printed'), 'a number'),
    ...named('id')
      .filter(({ name }) => name === notJudged)
      .map((place) => ({
        path: place.path,
        wrong: `is "${notJudged}", which is kept for optional areas`,
        right: 'another id',
      })),
    ...scale.flatMap(({ label, printed = '' }, index) =>
      problemIf(label.length + printed.length + ' ()'.length > longestLabel && printed !== '', {
        path: `${path}[${index}].label`,
        wrong: `is ${label.length} characters and ${printed.length} of its number`,
        right: `no more than ${longestLabel} together, with a space and brackets, so that a select shows them`,
      }),
    ),
    ...named('label')
      .filter(({ name }) => !/\p{L}{2}/u.test(name))
      .map(({ path: at, name }) => ({
        path: at,
        wrong: `is "${name}", a number without a word`,
        right: 'the word; the number belongs into "printed"',
      })),
  ];
};

const isSame = (one: Grade, other: Grade): boolean =>
  one.label === other.label && one.mark === other.mark && one.printed === other.printed;

/** Grades that have one id in two scales and do not mean the same: whoever reads the id would not know which. */
const checkOneMeaning = ({ scale, areas }: Framework): Problem[] => {
  const known = new Map(scale.map((grade, index) => [grade.id, { grade, path: `scale[${index}]` }]));
  return areas.flatMap((area, at) =>
    (area.scale ?? []).flatMap((grade, index): Problem[] => {
      const path = `areas[${at}].scale[${index}]`;
      const first = known.get(grade.id);
      if (!first) {
        known.set(grade.id, { grade, path });
        return [];
      }
      return problemIf(!isSame(first.grade, grade), {
        path,
        wrong: `is another "${grade.id}" than ${first.path}`,
        right: `the label, mark and number of ${first.path}, or another id`,
      });
    }),
  );
};

/** The framework's grades, and those that areas have of their own. */
export const checkScales = (framework: Framework): Problem[] => {
  const { output, scale, areas } = framework;
  return [
    ...problemIf(output === 'grades' && scale.length < 2, {
      path: 'scale',
      wrong: 'has fewer than two grades',
      right: 'two grades or more, or the output "findings"',
    }),
    ...problemIf(output === 'findings' && scale.length > 0, {
      path: 'scale',
      wrong: 'has grades, while the output is findings',
      right: 'an empty list',
    }),
    ...checkScale(scale, 'scale'),
    ...areas.flatMap((area, index) => [
      ...checkScale(area.scale ?? [], `areas[${index}].scale`),
      ...problemIf(output === 'findings' && area.scale !== undefined, {
        path: `areas[${index}].scale`,
        wrong: 'has grades, while the output is findings',
        right: 'no such field',
      }),
    ]),
    ...checkOneMeaning(framework),
  ];
};

import { type Framework, isKind } from '../domain/framework.ts';
import { roles } from '../domain/roles.ts';
import { checkChoices } from './choices.ts';
import { checkPapers } from './papers.ts';
import { type Problem, problemIf, repeated } from './problem.ts';
import { checkGrades } from './rules.ts';
import { checkScales } from './scales.ts';
import { checkTimetable } from './timetable.ts';

const checkAreas = ({ areas, overalls, ...framework }: Framework): Problem[] => [
  ...repeated(
    [
      ...overalls.map(({ id }, index) => ({ path: `overalls[${index}].id`, name: id })),
      ...areas.map(({ id }, index) => ({ path: `areas[${index}].id`, name: id })),
    ],
    'an id',
  ),
  ...areas.flatMap((area, index): Problem[] => {
    const path = `areas[${index}]`;
    const above = areas.find(({ id }) => id === area.of);
    const tops = areas.filter(({ kind }) => kind !== 'sub').map(({ id }) => `"${id}"`);
    return [
      ...problemIf(isKind(area.id), {
        path: `${path}.id`,
        wrong: `is "${area.id}", which rules use for a kind of area`,
        right: 'another id',
      }),
      ...problemIf(area.kind === 'sub' && (!above || above.kind === 'sub'), {
        path: `${path}.of`,
        wrong: area.of ? `is "${area.of}", which is no area that can have sub-judgements` : 'is missing',
        right: `the area that ${area.id} is a sub-judgement of: one of ${tops.join(', ')}`,
      }),
      ...problemIf(area.kind !== 'sub' && area.of !== undefined, {
        path: `${path}.of`,
        wrong: `stands at an area of kind "${area.kind}"`,
        right: 'the kind "sub", or no "of"',
      }),
      ...problemIf(area.kind !== 'input' && area.takes !== undefined, {
        path: `${path}.takes`,
        wrong: `stands at an area of kind "${area.kind}"`,
        right: 'the kind "input", or no "takes"',
      }),
      ...(area.takes ?? []).flatMap(({ as = {} }, at) =>
        checkGrades({ ...framework, areas, overalls }, [area.id], `${path}.takes[${at}].as`, [
          ...new Set(Object.values(as)),
        ]),
      ),
      ...problemIf(!area.words.includes(area.id), {
        path: `${path}.words`,
        wrong: `does not have "${area.id}"`,
        right: 'the id itself among the words',
      }),
    ];
  }),
];

const checkWords = ({ areas }: Framework): Problem[] => {
  const words = areas.flatMap((area, index) =>
    area.words.map((name, word) => ({ path: `areas[${index}].words[${word}]`, name })),
  );
  const codes = areas.flatMap((area, index) =>
    [
      ...area.criteria.map(({ id }, at) => ({ id, at: `criteria[${at}]` })),
      ...area.triggers.map(({ id }, at) => ({ id, at: `triggers[${at}]` })),
    ].map(({ id, at }) => ({ path: `areas[${index}].${at}.id`, name: id })),
  );
  return [...repeated(words, 'a word'), ...repeated(codes, 'an id')];
};

const checkOveralls = ({ output, overalls, noOverall }: Framework): Problem[] => [
  ...problemIf(overalls.length === 0 && noOverall === undefined, {
    path: 'noOverall',
    wrong: 'is missing, while overalls is empty',
    right: 'why no overall grade is given',
  }),
  ...problemIf(overalls.length > 0 && noOverall !== undefined, {
    path: 'noOverall',
    wrong: 'is there, while an overall grade is given',
    right: 'no such field',
  }),
  ...problemIf(output === 'findings' && overalls.length > 0, {
    path: 'overalls',
    wrong: 'has an overall grade, while the output is findings',
    right: 'an empty list',
  }),
];

const checkDates = ({ inForce: { from, to } }: Framework): Problem[] =>
  problemIf(to !== null && to < from, {
    path: 'inForce.to',
    wrong: `is "${to}", before it begins`,
    right: `a date on or after ${from}, or null`,
  });

const checkField = ({ field }: Framework): Problem[] =>
  field === undefined
    ? []
    : [
        ...(['sources', 'cohorts', 'urgencies', 'roles'] as const).flatMap((list) =>
          repeated(
            field[list].map(({ id }, index) => ({ path: `field.${list}[${index}].id`, name: id })),
            'an id',
          ),
        ),
        ...repeated(
          field.sources.flatMap(({ words, fromWords }, index) =>
            [...words, ...fromWords].map((name) => ({ path: `field.sources[${index}].words`, name })),
          ),
          'a word',
        ),
        ...field.roles.flatMap(({ id }, index) =>
          problemIf((roles as readonly string[]).includes(id), {
            path: `field.roles[${index}].id`,
            wrong: `is "${id}", which is a role that the app has`,
            right: 'an id of its own',
          }),
        ),
      ];

/** Everything about names: that each stands once, that what belongs together is there, that nothing reserved is used. */
export const checkNames = (framework: Framework): Problem[] => [
  ...checkDates(framework),
  ...checkField(framework),
  ...checkScales(framework),
  ...checkAreas(framework),
  ...checkWords(framework),
  ...checkOveralls(framework),
  ...checkChoices(framework),
  ...checkTimetable(framework),
  ...checkPapers(framework),
  ...[
    { list: 'rules', items: framework.rules },
    { list: 'roles', items: framework.roles },
    { list: 'questionnaire.asked', items: framework.questionnaire?.asked ?? [] },
    { list: 'questionnaire.statements', items: framework.questionnaire?.statements ?? [] },
  ].flatMap(({ list, items }) =>
    repeated(
      items.map(({ id }, index) => ({ path: `${list}[${index}].id`, name: id })),
      'an id',
    ),
  ),
];

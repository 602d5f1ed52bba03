import { areasCountedBy, type Framework } from '../domain/framework.ts';
import { type Problem, problemIf, quoted, repeated } from './problem.ts';

const lists = ['findings', 'urgencies', 'agencies', 'themes', 'cohorts', 'variants'] as const;

const checkLists = (framework: Framework): Problem[] =>
  lists.flatMap((list) =>
    (['id', 'label'] as const).flatMap((field) =>
      repeated(
        framework[list].map((item, index) => ({ path: `${list}[${index}].${field}`, name: item[field] })),
        field === 'id' ? 'an id' : 'a label',
      ),
    ),
  );

const checkFindings = ({ output, findings }: Framework): Problem[] =>
  problemIf(output === 'findings' && findings.length === 0, {
    path: 'findings',
    wrong: 'is empty, while the output is findings',
    right: 'the headings under which findings are written, in their order',
  });

const checkAgencies = ({ agencies, findingsByAgency }: Framework): Problem[] => [
  ...problemIf(findingsByAgency && agencies.length < 2, {
    path: 'findingsByAgency',
    wrong: `is true, while agencies has ${agencies.length === 0 ? 'none' : 'one'}`,
    right: 'two agencies or more, or false',
  }),
  ...problemIf(agencies.length > 0 && agencies.filter(({ kind }) => kind === 'authority').length !== 1, {
    path: 'agencies',
    wrong: 'does not have one of kind "authority"',
    right: 'the inspected itself once, the others as "partner"',
  }),
];

/** What is left of a framework in one of its variants has to be whole. */
const checkVariants = ({ variants, areas, ...framework }: Framework): Problem[] =>
  variants.flatMap(({ without = [] }, index) =>
    without.flatMap((id, at): Problem[] => {
      const path = `variants[${index}].without[${at}]`;
      if (!areas.some((area) => area.id === id))
        return [
          { path, wrong: `is "${id}", which is no area`, right: `one of ${quoted(areas.map((area) => area.id))}` },
        ];
      const rule = framework.rules.find(
        ({ limits, when }) =>
          limits === id ||
          when.some((each) => areasCountedBy({ ...framework, areas, variants }, each, limits).includes(id)),
      );
      if (rule) return [{ path, wrong: `is "${id}", which ${rule.id} counts`, right: 'an area that no rule needs' }];
      const part = areas.find((area) => area.of === id && !without.includes(area.id));
      return part
        ? [{ path, wrong: `is "${id}", without its part "${part.id}"`, right: `"${part.id}" in the list as well` }]
        : [];
    }),
  );

const checkOver = ({ overalls, areas }: Framework): Problem[] =>
  overalls.flatMap((overall, index) => {
    const path = (at: number) => `overalls[${index}].areas[${at}]`;
    const over = overall.areas ?? [];
    return [
      ...repeated(
        over.map((name, at) => ({ path: path(at), name })),
        'an area',
      ),
      ...over.flatMap((id, at) =>
        problemIf(!areas.some((area) => area.id === id), {
          path: path(at),
          wrong: `is "${id}", which is no area`,
          right: `one of ${quoted(areas.map((area) => area.id))}`,
        }),
      ),
    ];
  });

/** What people choose from, and what a choice leaves. */
export const checkChoices = (framework: Framework): Problem[] => [
  ...checkLists(framework),
  ...checkFindings(framework),
  ...checkAgencies(framework),
  ...checkVariants(framework),
  ...checkOver(framework),
];

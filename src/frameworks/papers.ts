import type { Framework } from '../domain/framework.ts';
import { urgenciesOf } from '../domain/urgencies.ts';
import { type Problem, problemIf, quoted, repeated } from './problem.ts';

const lists = ['areas', 'urgencies', 'findings'] as const;

/** The papers that inspections end in: their editions in order, each section once, and nothing named in one that is not there. */
export const checkPapers = (framework: Framework): Problem[] => {
  const { papers, areas, overalls, findings } = framework;
  const all = { areas: [...areas, ...overalls], urgencies: urgenciesOf(framework), findings };
  return papers.flatMap(({ from = '', sections }, edition) => {
    const path = (index: number) => `papers[${edition}].sections[${index}]`;
    return [
      ...problemIf(edition > 0 && from <= (papers[edition - 1]?.from ?? ''), {
        path: `papers[${edition}].from`,
        wrong: 'is no day after that of the edition before it',
        right: 'the oldest edition first, each later one with its first day',
      }),
      ...repeated(
        sections.map(({ id }, index) => ({ path: `${path(index)}.id`, name: id })),
        'an id',
      ),
      ...sections.flatMap((section, index) =>
        lists.flatMap((list) =>
          (section[list] ?? []).flatMap((id, place) => {
            const known = all[list].map((each) => each.id);
            return problemIf(!known.includes(id), {
              path: `${path(index)}.${list}[${place}]`,
              wrong: `is "${id}", which is none of them`,
              right: `one of ${quoted(known)}`,
            });
          }),
        ),
      ),
    ];
  });
};

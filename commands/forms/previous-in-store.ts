import { type Published, sameAuthority } from '../../src/domain/published.ts';
import type { Line, Part } from '../../src/words/message.ts';
import { gradesInWords, previousTitle } from '../../src/words/previous.ts';

/** What is public of the same authority's inspections in this store, however its name is written. */
export const publishedOfAuthority = (published: readonly Published[], authority: string): Published[] =>
  published.filter((each) => sameAuthority(each.authority, authority));

/** So many are named. */
const mostNamed = 5;

/** Earlier inspections that can be taken in; nothing where there are none. */
export const inStoreParts = (found: readonly Published[]): Part[] => {
  if (found.length === 0) return [];
  const shown = found.slice(0, mostNamed);
  return [
    { lines: [[{ strong: 'In this store, of the same authority' }, ' (what was signed off and posted):']] },
    {
      list: shown.map((each): Line => [{ strong: previousTitle(each) }, ` · ${gradesInWords(each.grades)}`]),
    },
    { buttons: shown.map(({ id }) => ({ label: `Take in ${id}`.slice(0, 75), does: `previous take ${id}` })) },
  ];
};

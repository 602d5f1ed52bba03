import type { Inspection } from '../../src/domain/inspection.ts';
import type { Evidence } from '../../src/domain/matters/evidence.ts';
import { shortened } from '../../src/words/fitting.ts';
import type { Candidates, Choice } from '../form.ts';
import { hasEveryWord } from './typed.ts';

/** Items of evidence as they are chosen in a form, by typing. */

export const evidenceChoice = ({ item, content }: Evidence): Choice => ({
  value: item,
  label: shortened(`${item} ${content.text}`, 75),
});

/** What was chosen so far, as far as it is there still. */
export const evidenceChosen = ({ evidence }: Inspection, items: readonly string[]): Choice[] =>
  items.flatMap((item) => evidence.get(item) ?? []).map(evidenceChoice);

/** Of each whether it fits what was typed, by its number or every word of it. */
export function* evidenceFitting(all: readonly Evidence[], query: string): Candidates {
  const fits = hasEveryWord(query);
  for (const each of all)
    yield fits(`${each.item} ${each.content.text} ${each.content.case ?? ''}`) ? evidenceChoice(each) : null;
}

/** All that stands, the latest first. */
export const latestStanding = ({ evidence }: Inspection): Evidence[] =>
  [...evidence.values()].filter(({ withdrawn }) => !withdrawn).reverse();

import type { Inspection } from '../../src/domain/inspection.ts';
import type { Evidence } from '../../src/domain/matters/evidence.ts';
import { shortened } from '../../src/words/fitting.ts';
import type { Choice } from '../form.ts';
import { hasEveryWord } from './typed.ts';

/** Items of evidence as they are chosen in a form, by typing. */

export const evidenceChoice = ({ item, content }: Evidence): Choice => ({
  value: item,
  label: shortened(`${item} ${content.text}`, 75),
});

/** What was chosen so far, as far as it is there still. */
export const evidenceChosen = ({ evidence }: Inspection, items: readonly string[]): Choice[] =>
  items.flatMap((item) => evidence.get(item) ?? []).map(evidenceChoice);

/** Those that fit what was typed: their number or every word of it. */
export const evidenceFitting = (all: readonly Evidence[], query: string): Evidence[] => {
  const fits = hasEveryWord(query);
  return all.filter(({ item, content }) => fits(`${item} ${content.text} ${content.case ?? ''}`));
};

/** All that stands and fits, the latest first. */
export const latestFitting = ({ evidence }: Inspection, query: string): Evidence[] =>
  evidenceFitting(
    [...evidence.values()].filter(({ withdrawn }) => !withdrawn),
    query,
  ).reverse();

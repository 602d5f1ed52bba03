import { fieldOf } from './field.ts';
import type { Framework } from './framework.ts';

/** Where evidence comes from, by its id in the field's list. */
export type Source = string;

type OfAFramework = Pick<Framework, 'field'>;

const sourceOf = (framework: OfAFramework, id: Source) => fieldOf(framework).sources.find((source) => source.id === id);

export const sourceLabel = (framework: OfAFramework, id: Source): string => sourceOf(framework, id)?.label ?? id;

/** "3 observations", "1 staff group". */
export const countedSource = (framework: OfAFramework, id: Source, count: number): string => {
  const source = sourceOf(framework, id);
  return `${count} ${(count === 1 ? source?.one : source?.many) ?? id}`;
};

/** That a framework's field has no such source; null where it has it. */
export const unknownSource = (framework: OfAFramework, id: Source): string | null =>
  sourceOf(framework, id) ? null : 'Choose where it comes from; "Not stated" is allowed.';

/** What an item of evidence is. */
export const signs = ['strength', 'concern', 'priority-concern', 'context'] as const;
export type Sign = (typeof signs)[number];
export const signLabels: Record<Sign, string> = {
  strength: 'Strength',
  concern: 'Concern',
  'priority-concern': 'Priority concern',
  context: 'Context',
};

/** What an item is about: a child's experience first, process last. */
export const abouts = ['experience', 'practice', 'process'] as const;
export type EvidenceAbout = (typeof abouts)[number];
export const aboutLabels: Record<EvidenceAbout, string> = {
  experience: 'Experience',
  practice: 'Practice',
  process: 'Process',
};

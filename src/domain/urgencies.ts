import type { Framework } from './framework.ts';

/** How soon something is to be done, as a framework says it. */
type Urgency = { id: string; label: string };

/** What is said where a framework has no words of its own. */
const usual: readonly Urgency[] = [
  { id: 'at-once', label: 'At once' },
  { id: 'in-time', label: 'In the time that the authority’s plan gives' },
];

/** Most urgent first. */
export const urgenciesOf = ({ urgencies }: Framework): readonly Urgency[] => (urgencies.length > 0 ? urgencies : usual);

/** What is to be chosen instead of an urgency that a framework does not have; null where it has it. */
export const unknownUrgency = (framework: Framework, urgency: string): string | null => {
  const all = urgenciesOf(framework);
  return all.some(({ id }) => id === urgency) ? null : `Choose how soon: ${all.map(({ label }) => label).join(', ')}.`;
};

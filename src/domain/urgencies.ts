import { fieldOf } from './field.ts';
import type { Framework } from './framework.ts';

/** How soon something is to be done, as a framework says it. */
type Urgency = { id: string; label: string };

/** Most urgent first. */
export const urgenciesOf = (framework: Framework): readonly Urgency[] =>
  framework.urgencies.length > 0 ? framework.urgencies : fieldOf(framework).urgencies;

/** What is to be chosen instead of an urgency that a framework does not have; null where it has it. */
export const unknownUrgency = (framework: Framework, urgency: string): string | null => {
  const all = urgenciesOf(framework);
  return all.some(({ id }) => id === urgency) ? null : `Choose how soon: ${all.map(({ label }) => label).join(', ')}.`;
};

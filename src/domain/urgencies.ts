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

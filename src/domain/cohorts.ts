import { fieldOf } from './field.ts';
import type { Framework } from './framework.ts';

type OfAFramework = Pick<Framework, 'cohorts' | 'field'>;

/** A group that cases are chosen from. */
export type Cohort = { id: string; label: string };

/** The cohorts to choose from: the framework's own, else those of its field. */
export const cohortsOf = (framework: OfAFramework): readonly Cohort[] =>
  framework.cohorts.length > 0 ? framework.cohorts : fieldOf(framework).cohorts;

export const cohortLabel = (framework: OfAFramework, id: string): string =>
  cohortsOf(framework).find((cohort) => cohort.id === id)?.label ?? id;

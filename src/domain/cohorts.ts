import type { Framework } from './framework.ts';

/** A group of children that cases are chosen from. */
export type Cohort = { id: string; label: string };

/**
 * The groups that inspectors draw cases from where the framework names none of its own: those of the child-level lists that
 * authorities hand over (D2I, Annex A), and those that reports of 2013 to 2026 name apart.
 */
const usual: readonly Cohort[] = [
  { id: 'front-door', label: 'Front door' },
  { id: 'early-help', label: 'Early help' },
  { id: 'in-need', label: 'Child in need' },
  { id: 'protection-plan', label: 'Child protection plan' },
  { id: 'pre-proceedings', label: 'Pre-proceedings' },
  { id: 'in-care', label: 'Child in care' },
  { id: 'placed-away', label: 'Placed away from home area' },
  { id: 'care-leaver', label: 'Care leaver' },
  { id: 'adoption', label: 'Adoption' },
  { id: 'fostering', label: 'Fostering' },
  { id: 'private-fostering', label: 'Private fostering' },
  { id: 'missing', label: 'Missing' },
  { id: 'exploitation', label: 'Exploitation' },
  { id: 'disabled', label: 'Disabled child' },
  { id: 'unaccompanied', label: 'Unaccompanied child' },
  { id: 'young-carer', label: 'Young carer' },
  { id: 'not-known', label: 'Not known to universal services' },
  { id: 'other', label: 'Another group' },
];

/** The cohorts to choose from: the framework's own, else the usual ones. */
export const cohortsOf = ({ cohorts }: Pick<Framework, 'cohorts'>): readonly Cohort[] =>
  cohorts.length > 0 ? cohorts : usual;

export const cohortLabel = (framework: Pick<Framework, 'cohorts'>, id: string): string =>
  cohortsOf(framework).find((cohort) => cohort.id === id)?.label ?? id;

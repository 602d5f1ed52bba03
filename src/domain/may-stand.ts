import { cohortsOf } from './cohorts.ts';
import type { Inspection } from './inspection.ts';
import { hasGivenName } from './text/names.ts';

/**
 * Names that may stand in what people type: the authority's and the team's, its sites, the framework's areas and cohorts. One
 * of a place with a person's given name in it is left out, since whoever bears that name would stand with it.
 */
export const namesThatMayStand = ({ authority, names, context, framework }: Inspection): string[] => {
  const places = [
    ...(context?.sites ?? []),
    ...framework.areas.map(({ title }) => title),
    ...cohortsOf(framework).map(({ label }) => label),
  ];
  return [authority, ...names.values(), ...places.filter((name) => !hasGivenName(name))];
};

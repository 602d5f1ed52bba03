import { cohortsOf } from './cohorts.ts';
import type { Inspection } from './inspection.ts';
import { hasGivenName } from './text/names.ts';

/** Looked through once: these change seldom, and whatever is typed is held against them. */
const kept = new WeakMap<object, readonly string[]>();
const withoutPersons = (of: object, names: () => readonly string[]): readonly string[] => {
  const found = kept.get(of) ?? names().filter((name) => !hasGivenName(name));
  kept.set(of, found);
  return found;
};

/**
 * Names that may stand in what people type: the authority's and the team's, its sites, the framework's areas and cohorts. One
 * of a place with a person's given name in it is left out, since whoever bears that name would stand with it.
 */
export const namesThatMayStand = ({ authority, names, context, framework }: Inspection): string[] => [
  authority,
  ...names.values(),
  ...(context ? withoutPersons(context, () => context.sites) : []),
  ...withoutPersons(framework, () => [
    ...framework.areas.map(({ title }) => title),
    ...cohortsOf(framework).map(({ label }) => label),
  ]),
];

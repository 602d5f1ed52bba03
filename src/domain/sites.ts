import type { Inspection } from './inspection.ts';
import { standingVisits } from './matters/visit.ts';
import type { Tally } from './tally.ts';

/** The authority's sites: offices and other places, out of the context, the visits, the cases and the evidence. */

/** A site with the items that come from there and the visits that were made to it. */
export type Site = { name: string; items: number; visits: number };

/** However a name is spaced or capitalised. */
const keyOf = (name: string): string => name.replace(/\s+/g, ' ').trim().toLowerCase();

/** How many items come from each site, those with most first: an item about a case that names no site counts for its case's. */
export const itemsBySite = (
  { cases: { registered } }: Pick<Inspection, 'cases'>,
  { sites, casesWithoutSite }: Tally,
): { name: string; items: number }[] => {
  const places = new Map<string, { name: string; items: number; most: number }>();
  const count = (name: string, items: number): void => {
    const so = places.get(keyOf(name)) ?? { name, items: 0, most: 0 };
    // Of several spellings, the one used most.
    const named = items > so.most ? { name, most: items } : {};
    places.set(keyOf(name), { ...so, ...named, items: so.items + items });
  };
  for (const [name, items] of sites) count(name, items);
  for (const [reference, items] of casesWithoutSite) {
    const site = registered.get(reference)?.site;
    if (site) count(site, items);
  }
  return [...places.values()].sort((one, other) => other.items - one.items);
};

/** Every site that is known: those of the context in its order, then those with most items. */
export const sitesOf = (inspection: Inspection): Site[] => {
  const bySite = itemsBySite(inspection, inspection.whole);
  const visited = standingVisits(inspection).map(({ site }) => site);
  const cases = [...inspection.cases.registered.values()].filter(({ removed }) => removed === null);
  const sites = new Map<string, Site>();
  const siteCalled = (name: string): Site => {
    const key = keyOf(name);
    const site = sites.get(key) ?? { name, items: 0, visits: 0 };
    sites.set(key, site);
    return site;
  };
  for (const name of inspection.context?.sites ?? []) siteCalled(name);
  for (const { name, items } of bySite) siteCalled(name).items += items;
  for (const name of visited) siteCalled(name).visits += 1;
  for (const { site } of cases) if (site !== null) siteCalled(site);
  return [...sites.values()];
};

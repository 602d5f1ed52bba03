import { fieldOf } from '../domain/field.ts';
import { listed } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import { itemsBySite, type Site, sitesOf } from '../domain/sites.ts';
import type { Tally } from '../domain/tally.ts';
import { shortened } from './fitting.ts';
import { type Gap, gap } from './matter-rows.ts';
import { counted, type Line } from './message.ts';

const itemsNameNone = (count: number): string => `${counted(count, 'item')} ${count === 1 ? 'names' : 'name'} none`;

/** "East office 14, West office 3 and 5 more; 12 items name none": coverage by site. Empty where no item comes from one. */
export const sitesInWords = (inspection: Inspection, tally: Tally, most: number): string => {
  const all = itemsBySite(inspection, tally);
  if (all.length === 0) return '';
  const named = all.reduce((sum, { items }) => sum + items, 0);
  const rest = all.length - most;
  const words = all.slice(0, most).map(({ name, items }) => `${shortened(name, 40)} ${items}`);
  return `${words.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}${tally.items > named ? `; ${itemsNameNone(tally.items - named)}` : ''}`;
};

/** So many sites are named. */
const mostNamed = 6;

const namesOf = (sites: readonly Site[]): string => {
  const more = sites.length - mostNamed;
  const names = sites.slice(0, mostNamed).map(({ name }) => shortened(name, 40));
  return listed([...names, ...(more > 0 ? [`${more} more`] : [])], 'and');
};

/** The sites that nobody visited, and those that no evidence comes from; empty where there is none of them. */
export const untouchedInWords = (sites: readonly Site[]): { unvisited: string; silent: string } => ({
  unvisited: namesOf(sites.filter(({ visits }) => visits === 0)),
  silent: namesOf(sites.filter(({ items }) => items === 0)),
});

/** "2 of 6 offices are not named yet"; empty where all are, or nobody said how many there are. */
const unnamedInWords = (inspection: Inspection, sites: readonly Site[]): string => {
  const offices = inspection.context?.offices ?? 0;
  const { office, manyOffices } = fieldOf(inspection.framework).context;
  const left = offices - sites.length;
  return left > 0
    ? `${left} of ${counted(offices, office, manyOffices)} ${left === 1 ? 'is' : 'are'} not named yet`
    : '';
};

/** Which sites nobody visited, where no evidence comes from, and how many offices are not named, each with what is done about it. */
export const siteGaps = (inspection: Inspection): Gap[] => {
  const sites = sitesOf(inspection);
  const { unvisited, silent } = untouchedInWords(sites);
  const acts = { visit: 'Record a visit', evidence: 'Record evidence', context: 'Name them' };
  const to = (does: keyof typeof acts): Gap['acts'][number] => ({ label: acts[does], does, act: 'record evidence' });
  return [
    ...gap(unvisited && `No visit is recorded to ${unvisited}`, to('visit')),
    ...gap(silent && `No evidence comes from ${silent}`, to('evidence')),
    ...gap(unnamedInWords(inspection, sites), to('context')),
  ];
};

/** The same in words alone, where there is a form for it already. */
export const siteGapLines = (inspection: Inspection): Line[] => siteGaps(inspection).map(({ words }) => [`${words}.`]);

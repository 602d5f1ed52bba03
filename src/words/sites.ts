import type { Tally } from '../domain/tally.ts';
import { shortened } from './fitting.ts';
import { counted } from './message.ts';

const itemsNameNone = (count: number): string => `${counted(count, 'item')} ${count === 1 ? 'names' : 'name'} none`;

/** "East office 14, West office 3 and 5 more; 12 items name none": coverage by site. Empty where no item names one. */
export const sitesInWords = ({ sites, items }: Tally, most: number): string => {
  const places = new Map<string, { name: string; count: number; most: number }>();
  for (const [name, count] of sites) {
    const key = name.replace(/\s+/g, ' ').toLowerCase();
    const so = places.get(key) ?? { name, count: 0, most: 0 };
    // Of several spellings, the one used most.
    const named = count > so.most ? { name, most: count } : {};
    places.set(key, { ...so, ...named, count: so.count + count });
  }
  if (places.size === 0) return '';
  const all = [...places.values()].sort((one, other) => other.count - one.count);
  const named = all.reduce((sum, { count }) => sum + count, 0);
  const rest = all.length - most;
  const words = all.slice(0, most).map(({ name, count }) => `${shortened(name, 40)} ${count}`);
  return `${words.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}${items > named ? `; ${itemsNameNone(items - named)}` : ''}`;
};

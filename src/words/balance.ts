import { abouts } from '../domain/sources.ts';
import type { Tally } from '../domain/tally.ts';

/** "experience 40 %, practice 35 %, process 25 % (3 not stated)"; empty where no item says what it is about. */
export const balanceInWords = ({ abouts: counts, items }: Tally): string => {
  const total = abouts.reduce((sum, about) => sum + (counts.get(about) ?? 0), 0);
  if (total === 0) return '';
  const shares = abouts.map((about) => `${about} ${Math.round((100 * (counts.get(about) ?? 0)) / total)} %`);
  return `${shares.join(', ')}${items > total ? ` (${items - total} not stated)` : ''}`;
};

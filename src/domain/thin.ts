import type { Area } from './framework.ts';
import type { Inspection } from './inspection.ts';

/** Where a grade rests on little. It is said and never forbids; how little is thin is a setting. */

/** Whether an area is judged by children's cases: most of its criteria are about their experience and practice with them. */
export const restsOnCases = ({ criteria, kind }: Area): boolean => {
  if (criteria.length === 0) return kind === 'key' || kind === 'sub';
  return criteria.filter(({ about }) => about !== 'process').length * 2 >= criteria.length;
};

/** What there is too little of, with how much there is and below how much it is thin. */
export type Thinness = { of: 'items' | 'cases'; there: number; below: number };

/** What is thin about evidence of an area; empty where nothing is. */
export const thinness = (
  { settings: { thinItems, thinCases } }: Inspection,
  area: Area,
  { items, cases }: { items: number; cases: number },
): Thinness[] => [
  ...(items < thinItems ? [{ of: 'items', there: items, below: thinItems } as const] : []),
  ...(restsOnCases(area) && cases < thinCases ? [{ of: 'cases', there: cases, below: thinCases } as const] : []),
];

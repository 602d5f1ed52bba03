import { itemNumber } from './items.ts';
import type { Evidence } from './matters/evidence.ts';

const sides = { strength: 'strengths', concern: 'concerns', 'priority-concern': 'concerns' } as const;
export type Side = (typeof sides)[keyof typeof sides];

/** What an item's sign speaks for; null where it speaks for neither. */
export const sideOf = (sign: string): Side | null =>
  Object.hasOwn(sides, sign) ? sides[sign as keyof typeof sides] : null;

const rankOfAbout = { experience: 0, practice: 1, process: 2 } as const;

/** Priority first, then what a child lived, then practice, then process. */
const rank = ({ content }: Evidence): number =>
  (content.sign === 'priority-concern' ? 0 : 10) + (content.about ? rankOfAbout[content.about] : 3);

const newer = ({ content: { observedAt: one }, item }: Evidence, { content, item: other }: Evidence): number =>
  // ISO times in UTC compare as text.
  one === content.observedAt ? itemNumber(other) - itemNumber(item) : one < content.observedAt ? 1 : -1;

/** The newest few, the newest first. Those beyond them are not put in order. */
const newestOf = (evidence: readonly Evidence[], most: number): Evidence[] => {
  if (evidence.length <= most) return [...evidence].sort(newer);
  const newest: Evidence[] = [];
  for (const each of evidence) {
    const last = newest.at(-1);
    if (newest.length === most && last && newer(each, last) >= 0) continue;
    const place = newest.findIndex((other) => newer(each, other) < 0);
    newest.splice(place === -1 ? newest.length : place, 0, each);
    if (newest.length > most) newest.pop();
  }
  return newest;
};

/** The few items that weigh most, whatever their side, and of one rank the newest. Withdrawn ones weigh nothing. */
export const weightiestOf = (evidence: readonly Evidence[], most: number): Evidence[] => {
  const ranks: Evidence[][] = Array.from({ length: 14 }, () => []);
  for (const each of evidence) if (!each.withdrawn) ranks[rank(each)]?.push(each);
  const weightiest: Evidence[] = [];
  for (const alike of ranks)
    if (weightiest.length < most) weightiest.push(...newestOf(alike, most - weightiest.length));
  return weightiest;
};

/** The items of one side. */
export const ofSide = (evidence: readonly Evidence[], which: Side): Evidence[] =>
  evidence.filter(({ content, withdrawn }) => !withdrawn && sideOf(content.sign) === which);

/** The few items of one side that weigh most. */
export const weightiest = (evidence: readonly Evidence[], which: Side, most: number): Evidence[] =>
  weightiestOf(ofSide(evidence, which), most);

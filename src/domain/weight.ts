import type { Inspection } from './inspection.ts';
import { itemNumber } from './items.ts';
import type { Evidence } from './matters/evidence.ts';

const side = { strengths: ['strength'], concerns: ['concern', 'priority-concern'] } as const;
type Side = keyof typeof side;

const rankOfAbout = { experience: 0, practice: 1, process: 2 } as const;

/** Priority first, then what a child lived, then practice, then process. */
const rank = ({ content }: Evidence): number =>
  (content.sign === 'priority-concern' ? 0 : 10) + (content.about ? rankOfAbout[content.about] : 3);

const newer = ({ content: { observedAt: one }, item }: Evidence, { content, item: other }: Evidence): number =>
  // ISO times in UTC compare as text.
  one === content.observedAt ? itemNumber(other) - itemNumber(item) : one < content.observedAt ? 1 : -1;

/** The few items that weigh most, whatever their side, and of one rank the newest. Withdrawn ones weigh nothing. */
export const weightiestOf = (evidence: readonly Evidence[], most: number): Evidence[] => {
  const ranks: Evidence[][] = Array.from({ length: 14 }, () => []);
  for (const each of evidence) if (!each.withdrawn) ranks[rank(each)]?.push(each);
  // What is not shown is not put in order.
  let shown = 0;
  return ranks
    .flatMap((alike) => {
      shown += alike.length;
      return shown - alike.length < most ? alike.sort(newer) : [];
    })
    .slice(0, most);
};

/** The items of one side. */
export const ofSide = (evidence: readonly Evidence[], which: Side): Evidence[] => {
  const signs: readonly string[] = side[which];
  return evidence.filter(({ content, withdrawn }) => !withdrawn && signs.includes(content.sign));
};

/** The few items of one side that weigh most. */
export const weightiest = (evidence: readonly Evidence[], which: Side, most: number): Evidence[] =>
  weightiestOf(ofSide(evidence, which), most);

/** The items of an area that stand, oldest first. */
export const itemsOf = (inspection: Inspection, area: string): Evidence[] =>
  [...inspection.evidence.values()].filter(({ content, withdrawn }) => !withdrawn && content.areas.includes(area));

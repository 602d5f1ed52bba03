import type { Inspection } from './inspection.ts';
import { itemNumber } from './items.ts';
import type { Evidence } from './matters/evidence.ts';

const side = { strengths: ['strength'], concerns: ['concern', 'priority-concern'] } as const;
type Side = keyof typeof side;

const rankOfAbout = { experience: 0, practice: 1, process: 2 } as const;

/** Priority first, then what a child lived, then practice, then process, newest first. */
const heavier = (one: Evidence, other: Evidence): number => rank(one) - rank(other) || newer(one, other);

const rank = ({ content }: Evidence): number =>
  (content.sign === 'priority-concern' ? 0 : 10) + (content.about ? rankOfAbout[content.about] : 3);

const newer = (one: Evidence, other: Evidence): number =>
  // ISO times in UTC compare as text.
  Number(other.content.observedAt > one.content.observedAt) -
    Number(other.content.observedAt < one.content.observedAt) || itemNumber(other.item) - itemNumber(one.item);

/** The few items that weigh most, whatever their side. Withdrawn ones weigh nothing. */
export const weightiestOf = (evidence: readonly Evidence[], most: number): Evidence[] =>
  evidence
    .filter(({ withdrawn }) => !withdrawn)
    .sort(heavier)
    .slice(0, most);

/** The few items of one side that weigh most. */
export const weightiest = (evidence: readonly Evidence[], which: Side, most: number): Evidence[] => {
  const ofSide: readonly string[] = side[which];
  return weightiestOf(
    evidence.filter(({ content }) => ofSide.includes(content.sign)),
    most,
  );
};

/** The items of an area that stand, oldest first. */
export const itemsOf = (inspection: Inspection, area: string): Evidence[] =>
  [...inspection.evidence.values()].filter(({ content, withdrawn }) => !withdrawn && content.areas.includes(area));

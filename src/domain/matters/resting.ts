import type { Inspection } from '../inspection.ts';

/** What stands in the way of resting on this evidence, of the area where that is said; null where nothing does. */
export const wrongToRestOn = (
  { evidence }: Inspection,
  items: readonly string[],
  area?: { id: string; short: string },
): string | null => {
  for (const item of items) {
    const found = evidence.get(item);
    if (!found) return `There is no ${item} in this inspection. Choose from the list.`;
    if (found.withdrawn) return `${item} was withdrawn. Take it out, or choose another.`;
    if (area && !found.content.areas.includes(area.id))
      return `${item} is not evidence of ${area.short}. Choose items recorded for this area.`;
  }
  return null;
};

/** What rests on an item, by number: judgements, proposals, findings, recommendations, lines of enquiry. */
export const restingOn = ({ areas, findings, recommendations, lines }: Inspection, item: string): string[] => {
  const given = [...areas.values()].flatMap(({ judgements, proposals }) => [...judgements, ...proposals]);
  const found = [...findings.values()].map((each) => ({ item: each.item, evidence: each.content.evidence }));
  const named = [...recommendations.values()].map((each) => ({
    item: each.item,
    evidence: each.finding === null ? each.evidence : [...each.evidence, each.finding],
  }));
  const tested = [...lines.values()].map((each) => ({ item: each.item, evidence: [...each.links.keys()] }));
  return [...given, ...found, ...named, ...tested]
    .filter(({ evidence }) => evidence.includes(item))
    .map((each) => each.item);
};

/** Whether a grade, a finding or a recommendation rests on an item, a second inspector saw it, or a lead signed for it. */
export const isRestedOn = (inspection: Inspection, item: string): boolean =>
  restingOn(inspection, item).some((each) => !each.startsWith('L-')) ||
  inspection.confirmations.has(item) ||
  inspection.signatures.lead !== null;

/** Of the evidence that something rests on, what stands no more: "withdrawn evidence: E-001". */
export const goneUnder = (inspection: Inspection, evidence: readonly string[]): string[] => {
  const withdrawn = evidence.filter((item) => inspection.evidence.get(item)?.withdrawn);
  const erased = evidence.filter((item) => inspection.erasedItems.has(item));
  return [
    ...(withdrawn.length > 0 ? [`withdrawn evidence: ${withdrawn.join(', ')}`] : []),
    ...(erased.length > 0 ? [`erased evidence: ${erased.join(', ')}`] : []),
  ];
};

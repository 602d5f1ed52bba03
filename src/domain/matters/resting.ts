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

/** Whether anything rests on an item: a grade, a finding, a recommendation, what a second inspector saw, a signature. */
export const isRestedOn = (
  { areas, findings, recommendations, confirmations, signatures }: Inspection,
  item: string,
): boolean => {
  const given = [...areas.values()].flatMap(({ judgements, proposals }) => [...judgements, ...proposals]);
  const found = [...findings.values()].map(({ content }) => content);
  const resting = [...given, ...found, ...recommendations.values()].some(({ evidence }) => evidence.includes(item));
  return resting || confirmations.has(item) || signatures.lead !== null;
};

/** Of the evidence that something rests on, what stands no more: "withdrawn evidence: E-001". */
export const goneUnder = (inspection: Inspection, evidence: readonly string[]): string[] => {
  const withdrawn = evidence.filter((item) => inspection.evidence.get(item)?.withdrawn);
  const erased = evidence.filter((item) => inspection.erasedItems.has(item));
  return [
    ...(withdrawn.length > 0 ? [`withdrawn evidence: ${withdrawn.join(', ')}`] : []),
    ...(erased.length > 0 ? [`erased evidence: ${erased.join(', ')}`] : []),
  ];
};

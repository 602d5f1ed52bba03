import type { Inspection } from '../inspection.ts';

/** Of the evidence that something rests on, what stands no more: "withdrawn evidence: E-001". */
export const goneUnder = (inspection: Inspection, evidence: readonly string[]): string[] => {
  const withdrawn = evidence.filter((item) => inspection.evidence.get(item)?.withdrawn);
  const erased = evidence.filter((item) => inspection.erasedItems.has(item));
  return [
    ...(withdrawn.length > 0 ? [`withdrawn evidence: ${withdrawn.join(', ')}`] : []),
    ...(erased.length > 0 ? [`erased evidence: ${erased.join(', ')}`] : []),
  ];
};

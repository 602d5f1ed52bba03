import type { Inspection } from './inspection.ts';
import type { Evidence } from './matters/evidence.ts';

type ByCase = { movedAt: number; items: number; byCase: Map<string, Evidence[]> };
/** Found once for as long as the evidence stands as it does: whole lists of cases are shown, each with what is about it. */
const found = new WeakMap<Inspection, ByCase>();

/** The items of evidence about a case that stand, oldest first. */
export const evidenceAbout = (inspection: Inspection, reference: string): readonly Evidence[] => {
  const { movedAt, evidence } = inspection;
  const kept = found.get(inspection);
  if (kept?.movedAt === movedAt && kept.items === evidence.size) return kept.byCase.get(reference) ?? [];
  const byCase = new Map<string, Evidence[]>();
  for (const each of evidence.values()) {
    const { case: about } = each.content;
    if (about === null || each.withdrawn) continue;
    const before = byCase.get(about);
    if (before) before.push(each);
    else byCase.set(about, [each]);
  }
  found.set(inspection, { movedAt, items: evidence.size, byCase });
  return byCase.get(reference) ?? [];
};

import type { Inspection } from './inspection.ts';
import type { Evidence } from './matters/evidence.ts';
import type { EvidenceContent } from './matters/evidence-content.ts';

type Sorted = { movedAt: number; items: number; byName: Map<string, Evidence[]> };

/** What stands under a name, sorted once for as long as the evidence stands as it does: forms and lists ask again and again. */
const sorted = (namesOf: (content: EvidenceContent) => readonly string[]) => {
  const kept = new WeakMap<Inspection, Sorted>();
  return (inspection: Inspection, name: string): readonly Evidence[] => {
    const { movedAt, evidence } = inspection;
    const before = kept.get(inspection);
    if (before?.movedAt === movedAt && before.items === evidence.size) return before.byName.get(name) ?? [];
    const byName = new Map<string, Evidence[]>();
    for (const each of evidence.values()) {
      if (each.withdrawn) continue;
      for (const one of namesOf(each.content)) {
        const others = byName.get(one);
        if (others) others.push(each);
        else byName.set(one, [each]);
      }
    }
    kept.set(inspection, { movedAt, items: evidence.size, byName });
    return byName.get(name) ?? [];
  };
};

/** The items about a case that stand, oldest first. */
export const evidenceAbout = sorted(({ case: about }) => (about === null ? [] : [about]));

/** The items of an area that stand, oldest first. */
export const itemsOf = sorted(({ areas }) => areas);

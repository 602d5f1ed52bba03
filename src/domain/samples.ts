import { standingCases } from './cases.ts';
import type { Inspection } from './inspection.ts';
import { numbered } from './items.ts';
import type { Sample, UsedReserve } from './matters/sample.ts';
import { isReserve, type PlannedCase } from './sample-plan.ts';

/** Questions asked of the samples that were taken in, each with the plan it was drawn by. */

/** Those that count: in whose place no other plan was taken in. */
export const standingSamples = ({ samples }: Pick<Inspection, 'samples'>): Sample[] =>
  samples.filter(({ over }) => !over);

/** How a case came into the sample: its line in the plan, and whose place it took where it was a reserve. */
export type Drawn = { sample: Sample; planned: PlannedCase; used: UsedReserve | null };

/** How a reference was drawn; null where it was chosen, or where its plan counts no more. */
export const drawnAs = (inspection: Inspection, reference: string): Drawn | null => {
  for (const sample of standingSamples(inspection)) {
    const used = sample.used.find(({ as }) => as === reference) ?? null;
    const planned = sample.plan.cases.find((each) => each.reference === (used?.reserve ?? reference));
    if (planned) return { sample, planned, used };
  }
  return null;
};

/** The case that took its place; null where none did. */
export const inPlaceOf = (inspection: Inspection, reference: string): UsedReserve | null =>
  drawnAs(inspection, reference)?.sample.used.find((each) => each.for === reference) ?? null;

/** The next reserve of its cohort, in the order drawn; null where a case has one already, was not drawn, or none is left. */
export const reserveFor = (inspection: Inspection, reference: string): PlannedCase | null => {
  const drawn = drawnAs(inspection, reference);
  if (!drawn || inPlaceOf(inspection, reference)) return null;
  const { plan, used } = drawn.sample;
  const left = plan.cases.filter((each) => isReserve(each) && !used.some(({ reserve }) => reserve === each.reference));
  return left.find(({ cohort }) => cohort === drawn.planned.cohort) ?? null;
};

/** What became of what was drawn in one cohort of a sample. A size of null is fewer than six. */
export type CohortDrawn = { cohort: string; size: number | null; drawn: number; replaced: number; off: number };

export const drawnByCohort = ({ cases: { registered } }: Inspection, { plan, used }: Sample): CohortDrawn[] =>
  plan.sizes.flatMap(({ cohort, size }) => {
    const own = plan.cases.filter((each) => each.cohort === cohort);
    const drawn = own.filter((each) => !isReserve(each)).map(({ reference }) => reference);
    const replaced = used.filter(({ reserve }) => own.some(({ reference }) => reference === reserve));
    const gone = [...drawn, ...replaced.map(({ as }) => as)].filter(
      (reference) => registered.get(reference)?.removed !== null && !used.some((each) => each.for === reference),
    );
    return drawn.length === 0
      ? []
      : [{ cohort, size, drawn: drawn.length, replaced: replaced.length, off: gone.length }];
  });

/** So many cases that count were chosen rather than drawn. */
export const chosenBeside = (inspection: Inspection): number => {
  const drawn = new Set(
    standingSamples(inspection).flatMap(({ plan, used }) => [
      ...plan.cases.map(({ reference }) => reference),
      ...used.map(({ as }) => as),
    ]),
  );
  return standingCases(inspection).filter(({ item }) => !drawn.has(item)).length;
};

/** The first reference after every one that stands for somebody. */
export const firstFree = ({ cases, erasedItems, concerns }: Inspection): string => {
  const atRisk = [...concerns.values()].flatMap(({ case: now, casesBefore }) => [now ?? '', ...casesBefore]);
  const all = [...cases.registered.keys(), ...cases.named.keys(), ...erasedItems.keys(), ...atRisk];
  const highest = Math.max(0, ...all.map((each) => (each.startsWith('C-') ? Number(each.slice(2)) : 0)));
  return numbered('C', highest + 1);
};

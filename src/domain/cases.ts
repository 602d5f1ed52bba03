import { cohortsOf } from './cohorts.ts';
import type { Area } from './framework.ts';
import type { Inspection } from './inspection.ts';
import { type Case, type CaseKind, caseKinds } from './matters/case.ts';
import type { Target } from './settings.ts';
import { areaRecord } from './standing.ts';

/** Questions asked of the cases as they stand. A case is read once evidence that stands names it. */

export const standingCases = ({ cases }: Inspection): Case[] =>
  [...cases.registered.values()].filter(({ removed }) => removed === null);

export const isRead = ({ whole }: Inspection, reference: string): boolean => whole.cases.has(reference);

/** How many cases of each kind are registered. */
export const caseKindCount = (inspection: Inspection): Record<CaseKind, number> => {
  const count = Object.fromEntries(caseKinds.map((kind) => [kind, 0])) as Record<CaseKind, number>;
  for (const { kind } of standingCases(inspection)) count[kind] += 1;
  return count;
};

/** References that evidence names and nobody registered, in the order of their first naming. */
export const unregistered = ({ cases, whole }: Inspection): string[] =>
  [...whole.cases.keys()].filter((reference) => !cases.registered.has(reference));

/** Cases that a person reads and of which no evidence stands yet. */
export const unreadBy = (inspection: Inspection, user: string): Case[] =>
  standingCases(inspection).filter(({ item, reader }) => reader?.user === user && !isRead(inspection, item));

/** How far the reading has come against a target: in an area, or in a cohort of so many children. */
export type AreaMeter = { area: Area; read: number; planned: number | null };
export type CohortMeter = { id: string; label: string; registered: number; read: number } & Target;

/** Cases of which evidence stands in the area, whoever it was recorded by: one case can be read across areas. */
export const areaMeters = (inspection: Inspection): AreaMeter[] =>
  inspection.framework.areas.map((area) => ({
    area,
    read: areaRecord(inspection, area.id).tally.cases.size,
    planned: inspection.settings.areaTargets.get(area.id) ?? null,
  }));

export const cohortMeters = (inspection: Inspection): CohortMeter[] => {
  const cases = standingCases(inspection);
  return cohortsOf(inspection.framework).map(({ id, label }) => {
    const here = cases.filter(({ cohort }) => cohort === id);
    const target = inspection.settings.cohortTargets.get(id) ?? { planned: null, size: null };
    return {
      id,
      label,
      registered: here.length,
      read: here.filter(({ item }) => isRead(inspection, item)).length,
      ...target,
    };
  });
};

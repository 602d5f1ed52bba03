import { type Area, type Framework, gradesFor } from './framework.ts';
import type { Inspection } from './inspection.ts';
import { givenFor } from './matters/given.ts';
import type { Published } from './published.ts';

/** What an input can take out of the results of inspections: which grade here, and from which of them. */
export type Taking = { area: Area; grade: string; result: Published };

/** Inputs that a framework says are results of inspections. */
export const takingAreas = ({ framework }: Inspection): Area[] => framework.areas.filter(({ takes }) => takes);

/**
 * What these inputs can take, the latest first, but for what stands already. A result that has no grade of the input's scale is none of
 * theirs. Of a heading of findings it is whether anything was found under it.
 */
export const takingsFrom = (
  inspection: Inspection,
  areas: readonly Area[],
  results: readonly Published[],
  frameworks: readonly Framework[],
): Taking[] =>
  areas.flatMap((area) =>
    results.flatMap((result) => {
      const stands = givenFor(inspection, area.id)?.from;
      if (stands?.inspection === result.id && stands.head === result.head) return [];
      return (area.takes ?? []).flatMap(({ from, of, as }) => {
        if (!from.includes(result.framework.id)) return [];
        const heading = frameworks.find(({ id }) => id === result.framework.id)?.findings.find(({ id }) => id === of);
        const isFound = heading && result.found.some(({ label }) => label === heading.label);
        const there = heading ? (isFound ? 'some' : 'none') : result.grades.find((each) => each.of === of)?.grade;
        const grade = there && (as?.[there] ?? there);
        return grade && gradesFor(inspection.framework, area).includes(grade) ? [{ area, grade, result }] : [];
      });
    }),
  );

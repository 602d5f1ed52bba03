import { areaMeters, cohortMeters } from '../../domain/cases.ts';
import type { Daily } from '../../domain/daily.ts';
import { type Area, listed } from '../../domain/framework.ts';
import { unheardAnywhere, unheardInAreas } from '../../domain/voices.ts';
import { areasBriefly, countedCases } from '../areas.ts';
import { thinlyGraded } from '../based-on.ts';
import { firstOf } from '../fitting.ts';
import { silentInWords, unvisitedInWords } from '../sites.ts';

/** So many groups of areas, and groups of cases, are named. */
const most = { areas: 4, groups: 3 };

/** What each area lacks, an area of which nothing is known that alone. */
const lacksByArea = ({ summary, thin }: Daily): Map<Area, string[]> => {
  const { inspection } = summary;
  const short = areaMeters(inspection).filter(({ read, planned }) => planned !== null && read < planned);
  const all: { area: Area; words: string }[] = [
    ...thin.map(({ area, lacks }) => ({ area, words: lacks === null ? 'nothing yet' : lacks.none })),
    ...unheardInAreas(inspection).flatMap(({ called, areas }) =>
      areas.map((area) => ({ area, words: `no ${called}` })),
    ),
    ...short.map(({ area, read, planned }) => ({
      area,
      words: `${read} of ${countedCases(inspection, planned ?? 0)}`,
    })),
    ...thinlyGraded(summary).map((area) => ({ area, words: 'judged on little' })),
  ];
  const empty = thin.filter(({ lacks }) => lacks === null).map(({ area }) => area);
  const lacks = new Map<Area, string[]>();
  for (const { area, words } of all)
    if (words === 'nothing yet' || !empty.includes(area)) lacks.set(area, [...(lacks.get(area) ?? []), words]);
  return lacks;
};

/** "Leadership and LSCB (nothing yet); Care leavers (no young person’s voice, 1 of 6 cases)": each area once. Empty where nothing is thin. */
export const thinOf = (daily: Daily): string => {
  const { inspection } = daily.summary;
  const alike = new Map<string, Area[]>();
  for (const [area, lacks] of lacksByArea(daily)) {
    const key = lacks.join(', ');
    alike.set(key, [...(alike.get(key) ?? []), area]);
  }
  const areas = [...alike].map(([lacks, of]) => `${areasBriefly(inspection, of)} (${lacks})`);
  const groups = cohortMeters(inspection).flatMap(({ label, read, planned }) =>
    planned !== null && read < planned ? [`${label.toLowerCase()} ${read} of ${planned}`] : [],
  );
  const [unvisited, silent] = [unvisitedInWords(inspection), silentInWords(inspection)];
  const unheard = listed(unheardAnywhere(inspection), 'and');
  return [
    ...areas.slice(0, most.areas),
    areas.length > most.areas ? `${areas.length - most.areas} more on Progress` : '',
    firstOf(groups, most.groups),
    unheard && `not heard: ${unheard}`,
    unvisited && `no visit to ${unvisited}`,
    silent && silent !== unvisited ? `no evidence from ${silent}` : '',
  ]
    .filter(Boolean)
    .join('; ');
};

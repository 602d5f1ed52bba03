import { areaMeters, cohortMeters } from '../../domain/cases.ts';
import type { Daily } from '../../domain/daily.ts';
import { type Area, listed } from '../../domain/framework.ts';
import { sitesOf } from '../../domain/sites.ts';
import { unheardAnywhere, unheardInAreas } from '../../domain/voices.ts';
import { areasBriefly, countedCases } from '../areas.ts';
import { thinlyGraded } from '../based-on.ts';
import { firstOf } from '../fitting.ts';
import { untouchedInWords } from '../sites.ts';

/** So many groups of areas, and groups of cases, are named. */
const most = { areas: 4, groups: 2 };

/** What each area lacks, an area of which nothing is known that alone. */
const lacksByArea = ({ summary, thin }: Daily): Map<Area, string> => {
  const { inspection } = summary;
  const voices = unheardInAreas(inspection);
  const meters = areaMeters(inspection);
  const little = thinlyGraded(summary);
  const lacks = new Map<Area, string>();
  for (const area of inspection.framework.areas) {
    const missed = thin.filter((each) => each.area === area);
    const unheard = [
      ...missed.flatMap(({ lacks: voice }) => voice?.called ?? []),
      ...voices.filter(({ areas }) => areas.includes(area)).map(({ called }) => called),
    ];
    const meter = meters.find((each) => each.area === area);
    const words = missed.some(({ lacks: voice }) => voice === null)
      ? 'nothing yet'
      : [
          unheard.length > 0 ? `${listed(unheard, 'and')} not heard` : '',
          meter && meter.planned !== null && meter.read < meter.planned
            ? `${meter.read} of ${countedCases(inspection, meter.planned)}`
            : '',
          little.includes(area) ? 'judged on little' : '',
        ]
          .filter(Boolean)
          .join(', ');
    if (words) lacks.set(area, words);
  }
  return lacks;
};

/** "Leadership and LSCB (nothing yet); Care leavers (children not heard, 1 of 6 cases)": each area once. Empty where nothing is thin. */
export const thinOf = (daily: Daily): string => {
  const { inspection } = daily.summary;
  const alike = new Map<string, Area[]>();
  for (const [area, lacks] of lacksByArea(daily)) alike.set(lacks, [...(alike.get(lacks) ?? []), area]);
  const areas = [...alike].map(([lacks, of]) => `${areasBriefly(inspection, of)} (${lacks})`);
  const short = areaMeters(inspection).filter(({ read, planned }) => planned !== null && read < planned);
  const groups = cohortMeters(inspection).flatMap(({ label, read, planned }) =>
    planned !== null && read < planned ? [`${label.toLowerCase()} ${read} of ${planned}`] : [],
  );
  const { unvisited, silent } = untouchedInWords(sitesOf(inspection));
  const unheard = listed(unheardAnywhere(inspection), 'and');
  return [
    ...areas.slice(0, most.areas),
    areas.length > most.areas ? 'more on Progress' : '',
    // Where areas are short of their cases, the groups among them say little more.
    short.length > 0 ? '' : firstOf(groups, most.groups),
    unheard && `not heard: ${unheard}`,
    unvisited && `no visit to ${unvisited}`,
    silent && silent !== unvisited ? `no evidence from ${silent}` : '',
  ]
    .filter(Boolean)
    .join('; ');
};

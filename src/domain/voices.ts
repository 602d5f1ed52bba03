import { fieldOf } from './field.ts';
import type { Field } from './framework/schema/field.ts';
import { type Area, type Framework, notJudged } from './framework.ts';
import type { Inspection } from './inspection.ts';
import { areaRecord, judgementOf } from './standing.ts';
import { restsOnCases } from './thin.ts';

/** Whose voice is missing: in the areas about the people whom the inspected is there for, or in the inspection as a whole. */

type Missed = NonNullable<Field['sources'][number]['voice']>['missed'];
export type Voice = { source: string; called: string; none: string; missed: Missed };

/** The sources of a field that are somebody's own voice, in its order. */
export const voicesOf = (framework: Pick<Framework, 'field'>): Voice[] =>
  fieldOf(framework).sources.flatMap(({ id, voice }) =>
    voice
      ? [{ source: id, called: voice.called, none: voice.none ?? `no voice of ${voice.called}`, missed: voice.missed }]
      : [],
  );

/** Areas judged by cases in which something was recorded, and nothing out of this source. */
const areasWithout = (inspection: Inspection, source: string): Area[] =>
  inspection.framework.areas.filter((area) => {
    const { tally } = areaRecord(inspection, area.id);
    const heard = tally.items === 0 || tally.sources.has(source);
    return !heard && restsOnCases(area) && judgementOf(inspection, area.id)?.grade !== notJudged;
  });

/** The voices that an area's criteria ask for and nobody has heard in it. */
export const unheardIn = (inspection: Inspection, { id, criteria }: Area): Voice[] =>
  criteria.some(({ about }) => about === 'experience')
    ? voicesOf(inspection.framework).filter(
        ({ missed, source }) => missed === 'experience' && !areaRecord(inspection, id).tally.sources.has(source),
      )
    : [];

/** The voices missed in such areas, each with those. */
export const unheardInAreas = (inspection: Inspection): { called: string; areas: Area[] }[] =>
  voicesOf(inspection.framework)
    .filter(({ missed }) => missed === 'areas')
    .map(({ source, called }) => ({ called, areas: areasWithout(inspection, source) }))
    .filter(({ areas }) => areas.length > 0);

/** The voices that nobody has heard anywhere, of those missed in the inspection as a whole. None before anything is recorded. */
export const unheardAnywhere = ({ framework, whole }: Inspection): string[] =>
  whole.items === 0
    ? []
    : voicesOf(framework).flatMap(({ missed, source, called }) =>
        missed === 'anywhere' && !whole.sources.has(source) ? [called] : [],
      );

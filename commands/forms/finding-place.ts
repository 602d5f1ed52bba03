import type { Area, Heading } from '../../src/domain/framework.ts';
import type { Inspection } from '../../src/domain/inspection.ts';
import type { Evidence } from '../../src/domain/matters/evidence.ts';
import { areasOfFindings } from '../../src/domain/matters/finding-content.ts';
import { itemsOf } from '../../src/domain/sorted-evidence.ts';
import { type About, one, several, type Values } from '../form.ts';
import type { Pool } from './relied-on.ts';

/** Where a finding stands: its heading and its area, and what is to be chosen from there. */

export type FindingPlace = { heading: Heading | undefined; area: Area | undefined };

/** Where the finding stands, as chosen so far. What there is only one of need not be chosen. */
export const placeIn = (inspection: Inspection, values: Values, about: About): FindingPlace => {
  const headings = inspection.framework.findings;
  const areas = areasOfFindings(inspection);
  const only = <Choice>(choices: readonly Choice[]): Choice | undefined =>
    choices.length === 1 ? choices[0] : undefined;
  const heading = headings.find(({ id }) => id === (one(values, 'heading') ?? about.heading)) ?? only(headings);
  const area = areas.find(({ id }) => id === (one(values, 'area') ?? about.area)) ?? only(areas);
  return { heading, area };
};

/** Whether enough is chosen to ask for the rest. */
export const isKnown = ({ heading, area }: FindingPlace): boolean =>
  heading?.per === 'inspection' || Boolean(heading && area);

/** What was seen of it: the area's evidence, or all there is. */
export const evidenceOf = (inspection: Inspection, { heading, area }: FindingPlace): readonly Evidence[] =>
  heading?.per === 'area' && area
    ? itemsOf(inspection, area.id)
    : [...inspection.evidence.values()].filter(({ withdrawn }) => !withdrawn);

/** The evidence to choose from: the area's, or all there is; of the heading's own kind where there is any. */
export const poolOf = (inspection: Inspection, place: FindingPlace): Pool => {
  const { heading, area } = place;
  const within = heading?.per === 'area' && area;
  const there = evidenceOf(inspection, place);
  const fitting = there.filter(({ content }) => heading?.signs.includes(content.sign));
  const items = fitting.length > 0 ? fitting : there;
  const of = within ? ` of ${within.short}` : '';
  const kind = fitting.length > 0 ? ` for ${heading?.label ?? ''}` : '';
  return { items, one: `item${of}${kind}`, many: `items${of}${kind}` };
};

/** Whether the form says that nothing was found under its heading. */
export const saysNone = (values: Values, { heading }: FindingPlace): boolean =>
  heading?.per === 'inspection' && several(values, 'none').includes('yes');

import { type Agency, type Area, areaWord, type Heading } from './framework.ts';
import type { Inspection } from './inspection.ts';
import type { Finding } from './matters/finding.ts';
import { areasOfFindings } from './matters/finding-content.ts';
import { goneUnder } from './matters/resting.ts';
import { type InTheWay, inTheWay } from './refusal.ts';

/** Questions asked of findings: which are the team's, in which order they are told, what blocks signing off. */

export const speaksInFindings = ({ framework }: Inspection): boolean => framework.output === 'findings';

/** The team's findings that stand, oldest first. */
export const adoptedFindings = ({ findings }: Inspection): Finding[] =>
  [...findings.values()].filter(({ adopted, withdrawn }) => adopted && !withdrawn);

/** Headings for the whole inspection about which the team said nothing: neither a finding, nor that none was found. */
export const unsaidHeadings = (inspection: Inspection): Heading[] =>
  inspection.framework.findings.filter(
    ({ id, per }) => per === 'inspection' && !adoptedFindings(inspection).some(({ content }) => content.heading === id),
  );

/** What was proposed and not decided on, oldest first. */
export const proposedFindings = ({ findings }: Inspection): Finding[] =>
  [...findings.values()].filter(({ adopted, withdrawn }) => !adopted && !withdrawn);

/** What stands under one heading. */
export type Under = { heading: Heading; findings: Finding[] };
/** The headings of one area, or of the whole inspection. */
export type FindingsBlock = { area: Area | null; under: Under[] };
/** What was found of one agency; null is the authority where no others are inspected, and all agencies together where there are. */
export type Party = { agency: Agency | null; blocks: FindingsBlock[] };

/** The headings in the framework's order; those that stand under each area, one after another, are gone through area by area. */
const blocksOf = (inspection: Inspection, findings: readonly Finding[]): FindingsBlock[] => {
  const runs: Heading[][] = [];
  for (const heading of inspection.framework.findings) {
    const run = runs.at(-1);
    if (run?.[0]?.per === heading.per) run.push(heading);
    else runs.push([heading]);
  }
  const under = (headings: readonly Heading[], area: Area | null): FindingsBlock => ({
    area,
    under: headings.map((heading) => ({
      heading,
      findings: findings.filter(({ content }) => content.heading === heading.id && content.area === (area?.id ?? null)),
    })),
  });
  return runs.flatMap((run) =>
    run[0]?.per === 'area' ? areasOfFindings(inspection).map((area) => under(run, area)) : [under(run, null)],
  );
};

/** Findings in that framework's order: all agencies together first, then the authority's own, then each partner's, apart. */
export const partiesOf = (inspection: Inspection, findings: readonly Finding[]): Party[] => {
  const { agencies } = inspection.framework;
  const inOrder = [...agencies.filter(isAuthority), ...agencies.filter((agency) => !isAuthority(agency))];
  return [null, ...inOrder].map((agency) => ({
    agency,
    blocks: blocksOf(
      inspection,
      findings.filter(({ content }) => content.agency === (agency?.id ?? null)),
    ),
  }));
};

const isAuthority = ({ kind }: Agency): boolean => kind === 'authority';

export const countIn = ({ blocks }: Party): number =>
  blocks
    .flatMap(({ under }) => under)
    .reduce((sum, { findings }) => sum + findings.filter(({ content }) => !content.none).length, 0);

/** What stands in the way of signing off where findings take the place of grades. */
export const blockedByFindings = (inspection: Inspection): InTheWay[] => {
  if (!speaksInFindings(inspection)) return [];
  const findings = adoptedFindings(inspection);
  const byArea = inspection.framework.findings.some(({ per }) => per === 'area');
  const missing = byArea
    ? areasOfFindings(inspection)
        .filter(({ kind, optional }) => kind !== 'separate' && !optional)
        .filter(({ id }) => !findings.some(({ content }) => content.area === id))
        .map((area) => inTheWay(`${area.short} has no finding`, 'Record one', `grade ${areaWord(area)}`))
    : findings.every(({ content }) => content.none)
      ? [inTheWay('There is no finding yet', 'Record one', 'grade')]
      : [];
  const gone = findings.flatMap(({ item, content }) => {
    const reasons = goneUnder(inspection, content.evidence);
    return reasons.length > 0 ? [inTheWay(`${item} rests on ${reasons.join(' and ')}`, 'Change', `edit ${item}`)] : [];
  });
  return [...missing, ...gone];
};

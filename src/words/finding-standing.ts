import {
  adoptedFindings,
  countIn,
  partiesOf,
  proposedFindings,
  speaksInFindings,
  unsaidHeadings,
} from '../domain/findings.ts';
import type { Inspection } from '../domain/inspection.ts';
import type { AreaSummary, Summary } from '../domain/summary.ts';
import { areaTitle, gradeWords } from './areas.ts';
import type { Gap } from './matter-rows.ts';
import { counted, type Line, lineIf } from './message.ts';

/** Where an area stands in a few words, in grades or in findings: the same on the board, in progress and where people sign. */

const count = <Item>(items: readonly Item[], fits: (item: Item) => boolean): number => items.filter(fits).length;

/** "Strengths 2, Weaknesses 1", "no finding yet"; empty where findings stand under no area. */
const foundIn = ({ inspection }: Summary, { area }: AreaSummary): string => {
  const headings = inspection.framework.findings.filter(({ per }) => per === 'area');
  if (headings.length === 0) return '';
  const here = adoptedFindings(inspection).filter(({ content }) => content.area === area.id);
  const words = headings.flatMap(({ id, label }) => {
    const there = count(here, ({ content }) => content.heading === id);
    return there > 0 ? [`${label} ${there}`] : [];
  });
  return words.length > 0 ? words.join(', ') : 'no finding yet';
};

/** What an area is called, and how it stands in a few words; none where findings stand under no area. */
export const areaStands = (summary: Summary, area: AreaSummary): { title: string; words: string } => {
  const { inspection } = summary;
  const found = speaksInFindings(inspection);
  const title = found && area.area.kind === 'separate' ? `${area.area.short} (separate)` : areaTitle(inspection, area);
  const words = found ? foundIn(summary, area) : gradeWords(inspection, area.judgement?.grade ?? null);
  return { title, words };
};

/** "Help and protection: Inadequate 🟥", "Help and protection: Strengths 2, Weaknesses 1". */
export const areaStanding = (summary: Summary, area: AreaSummary): Line => {
  const { title, words } = areaStands(summary, area);
  return words === '' ? [title] : [`${title}: `, { strong: words }];
};

/** " · 1 grade proposed", " · 2 findings proposed"; empty where none is. */
export const proposedInWords = ({ inspection }: Summary, { area, proposals }: AreaSummary): string => {
  const findings = count(proposedFindings(inspection), ({ content }) => content.area === area.id);
  return [
    proposals.length > 0 ? ` · ${counted(proposals.length, 'grade')} proposed` : '',
    findings > 0 ? ` · ${counted(findings, 'finding')} proposed` : '',
  ].join('');
};

/** What stands under headings for the whole inspection, and how much of all that was found is a partner's. */
export const wholeStanding = ({ inspection }: Summary): Line[] => {
  if (!speaksInFindings(inspection)) return [];
  const findings = adoptedFindings(inspection);
  const whole = inspection.framework.findings.filter(({ per }) => per === 'inspection');
  const proposed = count(proposedFindings(inspection), ({ content }) => content.area === null);
  const partners = partiesOf(inspection, findings).flatMap((party) => {
    const there = countIn(party);
    return party.agency?.kind === 'partner' && there > 0 ? [`${party.agency.label} ${there}`] : [];
  });
  return [
    ...whole.map(({ id, label }): Line => {
      const under = findings.filter(({ content }) => content.heading === id);
      const none = under.find(({ content }) => content.none);
      const words = none ? `none found (${none.item})` : under.length > 0 ? String(under.length) : 'nothing said yet';
      return [`${label}: `, { strong: words }];
    }),
    ...lineIf(proposed > 0, `Proposed, and not decided: ${counted(proposed, 'finding')}`),
    ...lineIf(partners.length > 0, `Of partner agencies: ${partners.join(', ')}`),
  ];
};

/** Headings about which the team says nothing: signed so, the summary says that none was found under them. */
export const unsaid = (inspection: Inspection): Gap[] =>
  unsaidHeadings(inspection).map(({ id, label }) => ({
    words: `Nothing is said under ${label}, so you sign that there is none`,
    acts: [{ label: 'Say what was looked at', does: `grade ${id}`, act: 'adopt a finding' }],
  }));

/** What the button says that gives a grade, or records a finding. */
export const givingWords = (inspection: Inspection): string => {
  if (speaksInFindings(inspection)) return 'Record a finding';
  return inspection.framework.areas.every(({ kind }) => kind === 'input') ? 'Record a result' : 'Give a judgement';
};

/** Why nothing is graded overall, in the framework's own words. Where nothing is graded at all, overall is not spoken of. */
export const whyNoGradeOverall = (inspection: Inspection): string => {
  const why = inspection.framework.noOverall ?? '';
  return speaksInFindings(inspection) ? why : `No overall effectiveness: ${why}`;
};

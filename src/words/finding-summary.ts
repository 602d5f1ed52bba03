import { adoptedFindings, countIn, type FindingsBlock, type Party, partiesOf, type Under } from '../domain/findings.ts';
import type { Inspection } from '../domain/inspection.ts';
import type { Finding } from '../domain/matters/finding.ts';
import { basisOver, type Summary } from '../domain/summary.ts';
import { basisInWords } from './areas.ts';
import { partyTitle, remedyInWords } from './finding.ts';
import { shortened } from './fitting.ts';
import { type Line, lineIf, type Part, paragraph } from './message.ts';

/** The findings as a summary tells them: in the framework's order and under its words, each partner's apart. */

/** How much of each finding is told, and how many under a heading. */
export type FindingsSize = { text: number; findings: number };

const findingLine = (inspection: Inspection, finding: Finding, { text }: FindingsSize): Line => [
  `${shortened(finding.content.text, text)} (${finding.item})`,
  remedyInWords(inspection, finding, text),
];

const underParts = (inspection: Inspection, { heading, findings }: Under, size: FindingsSize): Part[] => {
  const [none] = findings.filter(({ content }) => content.none);
  if (none)
    return [paragraph(`${heading.label}: none found. ${shortened(none.content.text, size.text)} (${none.item})`)];
  if (findings.length === 0) {
    const words = inspection.sealed ? 'none' : 'nothing said yet';
    return heading.per === 'inspection' ? [paragraph(`${heading.label}: ${words}.`)] : [];
  }
  const more = findings.length - size.findings;
  const rest = lineIf(more > 0, `and ${more} more`);
  return [
    paragraph(heading.label),
    { list: [...findings.slice(0, size.findings).map((finding) => findingLine(inspection, finding, size)), ...rest] },
  ];
};

const basisLine = (inspection: Inspection, { under }: FindingsBlock): Line[] => {
  const evidence = new Set(under.flatMap(({ findings }) => findings.flatMap(({ content }) => content.evidence)));
  return evidence.size === 0 ? [] : [[`${basisInWords(inspection, basisOver(inspection, [...evidence]))}.`]];
};

/** An area is told also where nothing was found in it yet, but by the one party that answers for all. */
const blockParts = (inspection: Inspection, block: FindingsBlock, answers: boolean, size: FindingsSize): Part[] => {
  const { area, under } = block;
  const found = under.some(({ findings }) => findings.length > 0);
  if (!found && !answers) return [];
  return [
    { lines: lineIf(area, { strong: area?.short ?? '' }, found ? '' : ': no finding yet') },
    ...(found || area === null ? under.flatMap((each) => underParts(inspection, each, size)) : []),
    { lines: basisLine(inspection, block) },
  ];
};

const partyParts = (inspection: Inspection, party: Party, several: boolean, size: FindingsSize): Part[] => {
  if (several && countIn(party) === 0) return [];
  const partner = party.agency?.kind === 'partner' ? ' (partner agency)' : '';
  return [
    ...(several ? [{ heading: `${partyTitle(party.agency)}${partner}` }] : []),
    ...party.blocks.flatMap((block) => blockParts(inspection, block, !several, size)),
  ];
};

/** Of several agencies, those in which nothing was found yet are named together. */
const silent = (parties: readonly Party[]): Part => {
  const names = parties.flatMap((party) => (party.agency && countIn(party) === 0 ? [party.agency.label] : []));
  return { note: names.length > 0 ? `No finding yet on: ${names.join(', ')}.` : '' };
};

export const findingsParts = ({ inspection }: Summary, size: FindingsSize): Part[] => {
  const parties = partiesOf(inspection, adoptedFindings(inspection));
  const several = parties.length > 1;
  return [
    ...parties.flatMap((party) => partyParts(inspection, party, several, size)),
    ...(several ? [silent(parties)] : []),
  ];
};

import { adoptedFindings, type FindingsBlock, type Party, partiesOf, type Under } from '../../domain/findings.ts';
import type { Inspection } from '../../domain/inspection.ts';
import type { Finding } from '../../domain/matters/finding.ts';
import { recommendationOf } from '../../domain/matters/remedy.ts';
import { basisOver, type Summary } from '../../domain/summary.ts';
import { basisInWords, printedTitle } from '../areas.ts';
import { partyTitle } from '../finding.ts';
import { type Part, paragraph } from '../message.ts';
import { type Chapter, wordsUnder } from './chapters.ts';

/** The findings as a summary tells them: in the framework's order and under its words, each partner's apart. */

const allParties = (inspection: Inspection): Party[] => partiesOf(inspection, adoptedFindings(inspection));

const partyName = ({ agency }: Party): string =>
  `${partyTitle(agency)}${agency?.kind === 'partner' ? ' (partner agency)' : ''}`;

/** What stands under no finding: that there is none, once it is signed. */
const nothing = ({ sealed }: Inspection): string => (sealed ? 'none' : 'nothing said yet');

/** A remedy is whole with the finding, or among what must be done where it is recommended as it is. */
const remedyParts = (inspection: Inspection, { item, content }: Finding): Part[] => {
  if (content.remedy === null) return [];
  const made = recommendationOf(inspection, item);
  if (made?.text === content.remedy) return [paragraph(`Its remedy is recommended as ${made.item}.`)];
  return wordsUnder([`Remedy${made ? ` (${made.item})` : ''}`], content.remedy);
};

const findingParts = (inspection: Inspection, finding: Finding, above: Part[]): Part[] => [
  ...above,
  ...wordsUnder([finding.item], finding.content.text),
  ...remedyParts(inspection, finding),
];

const underParts = (inspection: Inspection, { heading, findings }: Under, answers: boolean): Part[][] => {
  const [none] = findings.filter(({ content }) => content.none);
  if (none) return [wordsUnder([{ strong: heading.label }, `: none found (${none.item})`], none.content.text)];
  if (findings.length === 0)
    return answers && heading.per === 'inspection' ? [[paragraph(`${heading.label}: ${nothing(inspection)}.`)]] : [];
  const label = [paragraph({ strong: heading.label })];
  return findings.map((finding, place) => findingParts(inspection, finding, place === 0 ? label : []));
};

const basisParts = (inspection: Inspection, { under }: FindingsBlock): Part[][] => {
  const evidence = new Set(under.flatMap(({ findings }) => findings.flatMap(({ content }) => content.evidence)));
  return evidence.size === 0 ? [] : [[paragraph(`${basisInWords(inspection, basisOver(inspection, [...evidence]))}.`)]];
};

/** An area as it is printed; nothing where headings stand under none. */
const titleOf = (inspection: Inspection, { area }: FindingsBlock): string =>
  area ? printedTitle(inspection, { area }) : '';

/** What was found, whole: a chapter for each area, and for what stands under none; of several agencies for each of them. */
export const findingChapters = ({ inspection }: Summary): Chapter[] => {
  const parties = allParties(inspection);
  const several = parties.length > 1;
  return parties.flatMap((party) =>
    party.blocks.map((block, place): Chapter => {
      const about = titleOf(inspection, block);
      const said = block.under.flatMap((under) => underParts(inspection, under, !several));
      return {
        name: `${party.agency?.id ?? 'together'} ${place + 1}`,
        title: [
          { strong: [several ? partyName(party) : '', about].filter(Boolean).join(': ') || inspection.authority },
        ],
        together: [...said, ...basisParts(inspection, block)],
      };
    }),
  );
};

const countsOf = (under: readonly Under[]): string =>
  under
    .map(({ heading, findings }) => ({ heading, count: findings.filter(({ content }) => !content.none).length }))
    .filter(({ count }) => count > 0)
    .map(({ heading, count }) => `${heading.label} ${count}`)
    .join(', ');

const underRow = (inspection: Inspection, under: Under): readonly [string, string] => {
  const none = under.findings.some(({ content }) => content.none) ? 'none found' : nothing(inspection);
  return [
    under.heading.label,
    under.findings.length > 0 && none !== 'none found' ? String(under.findings.length) : none,
  ];
};

/** How much was found of each agency, or where there are no others in each area and under what stands under none. */
const rowsOf = (inspection: Inspection): (readonly [string, string])[] => {
  const parties = allParties(inspection);
  const [only, ...others] = parties;
  if (others.length > 0)
    return parties.map((party) => {
      const counts = countsOf(party.blocks.flatMap(({ under }) => under));
      return [partyName(party), counts || nothing(inspection)];
    });
  return (only?.blocks ?? []).flatMap((block) =>
    block.area
      ? [[titleOf(inspection, block), countsOf(block.under) || nothing(inspection)] as const]
      : block.under.map((under) => underRow(inspection, under)),
  );
};

export const findingsTable = ({ inspection }: Summary): Part => ({
  table: {
    columns: [
      { head: 'What was looked at', is: 'words' },
      { head: 'Findings', is: 'words' },
    ],
    rows: rowsOf(inspection).map(([what, found]) => ({
      cells: [[what], [{ strong: found }]],
      sentence: [`${what}: ${found}`],
    })),
  },
});

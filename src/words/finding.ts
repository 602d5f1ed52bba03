import type { Agency } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import type { Finding } from '../domain/matters/finding.ts';
import { headingOf } from '../domain/matters/finding-content.ts';
import { recommendationOf } from '../domain/matters/remedy.ts';
import { nameOfPerson } from '../domain/standing.ts';
import { savedAs } from './evidence.ts';
import { shortened } from './fitting.ts';
import { counted, type Line, type Message, message, type Part, paragraph } from './message.ts';
import { remedyButtons } from './recommendation.ts';

/** How a finding is put, the same in receipts, lists, summaries and forms. */

/** All agencies together, where a framework inspects several. */
export const together = 'The partnership as a whole';

const agencyInWords = ({ framework }: Inspection, agency: string | null): string =>
  framework.agencies.length === 0
    ? ''
    : (framework.agencies.find(({ id }) => id === agency)?.label ?? (framework.findingsByAgency ? together : ''));

/** A party's heading in a summary. */
export const partyTitle = (agency: Agency | null): string => agency?.label ?? together;

/** "Help and protection · Weaknesses · Police". */
export const placeInWords = (inspection: Inspection, { content }: Finding): string => {
  const area = inspection.framework.areas.find(({ id }) => id === content.area);
  const { label } = headingOf(inspection, content.heading);
  return [area?.short, content.none ? `${label}: none found` : label, agencyInWords(inspection, content.agency)]
    .filter(Boolean)
    .join(' · ');
};

/** "Remedy: …", cut to so many characters, with its recommendation where it is one; nothing where there is none. */
export const remedyInWords = (inspection: Inspection, { item, content }: Finding, most: number): string => {
  if (content.remedy === null) return '';
  const made = recommendationOf(inspection, item);
  return ` Remedy${made ? ` (${made.item})` : ''}: ${shortened(content.remedy, most)}`;
};

/** What became of a remedy, and what may: recommended as it is, in other words, or not yet. */
const remedyParts = (inspection: Inspection, { item, content, adopted }: Finding): Part[] => {
  if (content.remedy === null) return [];
  const remedy: Line = [`Remedy: ${content.remedy}`];
  const made = recommendationOf(inspection, item);
  if (made === null) {
    return [{ lines: [remedy] }, ...(adopted ? remedyButtons(inspection, item) : [])];
  }
  const other = made.text === content.remedy ? '' : ' in other words';
  return [
    { lines: [remedy, [`It is recommended${other} as ${made.item}.`]] },
    { buttons: other === '' ? [] : [{ label: `Change ${made.item}`, does: `recommend change ${made.item}` }] },
  ];
};

const restsOn = ({ content }: Finding): string =>
  content.evidence.length > 0 ? ` · rests on ${counted(content.evidence.length, 'item')}` : '';

/** The receipt of a finding, as recorded, put better or adopted. */
export const findingReceipt = (inspection: Inspection, finding: Finding): Message => {
  const proposed = finding.adopted === null;
  const next = proposed ? ` It is proposed: lead or deputy adopts it.` : '';
  return message(
    paragraph({ strong: savedAs(finding.item) }, ` · ${placeInWords(inspection, finding)}${restsOn(finding)}.${next}`),
    { quote: finding.content.text },
    ...remedyParts(inspection, finding),
    { buttons: [{ label: 'Edit', does: `edit ${finding.item}` }] },
  );
};

/** A finding in a list of answers. */
export const findingLine = (inspection: Inspection, finding: Finding, most: number): Line => [
  { strong: finding.item },
  ` · ${placeInWords(inspection, finding)} · ${finding.adopted ? '' : 'proposed by '}${nameOfPerson(inspection, finding.by)}`,
  finding.withdrawn ? ` · withdrawn: ${shortened(finding.withdrawn.reason, 80)}` : '',
  ` — ${shortened(finding.content.text, most)}${remedyInWords(inspection, finding, most)}`,
];

import { adoptedFindings, type Party, partiesOf, proposedFindings, speaksInFindings } from '../domain/findings.ts';
import type { Inspection } from '../domain/inspection.ts';
import type { Finding } from '../domain/matters/finding.ts';
import type { FindingContent } from '../domain/matters/finding-content.ts';
import { partyTitle, placeInWords } from '../words/finding.ts';
import { momentOf } from '../words/times.ts';
import { eventsOf } from './events.ts';
import { blocks, indented, inline, quoted } from './markdown.ts';
import type { OrdinaryRecord } from './record.ts';
import { whenAndWho, whoDid } from './who.ts';

/** Findings with their whole trail, in the framework's order, each partner's apart. */

const bodyOf = ({ text, remedy, evidence }: FindingContent): string[] =>
  blocks(quoted(text), remedy === null ? [] : blocks(['Remedy:'], quoted(remedy)), [
    evidence.length > 0 ? `It rests on ${evidence.join(', ')}.` : '',
  ]);

/** Who first said it, every earlier wording, who adopted it, and why it was withdrawn. */
const trailOf = (record: OrdinaryRecord, { item, withdrawn }: Finding): string[] => {
  const { inspection } = record;
  const kept = eventsOf(record, 'FindingRecorded', 'FindingEdited', 'FindingAdopted').filter(
    ({ event }) => event.item === item,
  );
  const words = kept.flatMap(({ entry, event }) => ('content' in event ? [{ entry, event }] : []));
  const lines = kept.flatMap(({ entry, event }) => {
    const when = whenAndWho(inspection, entry);
    if (event.type === 'FindingAdopted') return [`- Adopted: ${when}.`];
    const what = event.type === 'FindingRecorded' ? 'Recorded' : 'Put better';
    const later = words.findIndex((each) => each.event === event) < words.length - 1;
    return [
      `- ${what}${event.adopted ? '' : ' as a proposal'}: ${when}.${later ? ' It said:' : ''}`,
      ...(later ? ['', ...indented(bodyOf(event.content)), ''] : []),
    ];
  });
  const gone = withdrawn
    ? [
        `- Withdrawn: ${momentOf(withdrawn.at, inspection.timeZone)}, by ${whoDid(inspection, withdrawn.by)}. Reason: ${inline(withdrawn.reason)}`,
      ]
    : [];
  return [...lines, ...gone];
};

const findingLines = (record: OrdinaryRecord, finding: Finding): string[] =>
  blocks(
    [`#### ${finding.item}: ${placeInWords(record.inspection, finding)}${finding.withdrawn ? ' (withdrawn)' : ''}`],
    bodyOf(finding.content),
    trailOf(record, finding),
  );

const partyLines = (record: OrdinaryRecord, party: Party, several: boolean): string[] => {
  const found = party.blocks.flatMap(({ under }) => under.flatMap(({ findings }) => findings));
  if (found.length === 0) return [];
  return blocks(
    several ? [`### ${partyTitle(party.agency)}`] : [],
    ...found.map((finding) => findingLines(record, finding)),
  );
};

const apart = (record: OrdinaryRecord, title: string, findings: readonly Finding[]): string[] =>
  findings.length === 0 ? [] : blocks([title], ...findings.map((finding) => findingLines(record, finding)));

const withdrawnFrom = ({ findings }: Inspection): Finding[] =>
  [...findings.values()].filter(({ withdrawn }) => withdrawn);

/** Every finding; nothing where the framework gives grades. */
export const findingsInFull = (record: OrdinaryRecord): string[] => {
  const { inspection } = record;
  if (!speaksInFindings(inspection)) return [];
  const parties = partiesOf(inspection, adoptedFindings(inspection));
  const told = blocks(...parties.map((party) => partyLines(record, party, parties.length > 1)));
  return blocks(
    ['## Findings'],
    inspection.framework.noOverall ? [inline(inspection.framework.noOverall)] : [],
    told.length > 0 ? told : ['None yet.'],
    apart(record, '### Proposed, and not decided', proposedFindings(inspection)),
    apart(record, '### Withdrawn', withdrawnFrom(inspection)),
  );
};

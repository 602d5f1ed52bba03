import { adoptedFindings, type Party, partiesOf, proposedFindings, speaksInFindings } from '../domain/findings.ts';
import type { Finding } from '../domain/matters/finding.ts';
import type { FindingContent } from '../domain/matters/finding-content.ts';
import { partyTitle, placeInWords } from '../words/finding.ts';
import { trailOf } from './events.ts';
import { blocks, inline, list, listItem, mapped, quoted, section } from './markdown.ts';
import { withdrawnLine } from './phrases.ts';
import type { OrdinaryRecord } from './record.ts';

/** Findings with their whole trail, in the framework's order, each partner's apart. */

const bodyOf = ({ text, remedy, evidence }: FindingContent): string[] =>
  blocks(quoted(text), remedy === null ? [] : blocks(['Remedy:'], quoted(remedy)), [
    evidence.length > 0 ? `It rests on ${evidence.join(', ')}.` : '',
  ]);

/** Who first said it, every earlier wording, who adopted it, and why it was withdrawn. */
const trail = (record: OrdinaryRecord, { item, withdrawn }: Finding): string[] => {
  const kept = trailOf(record, item, 'FindingRecorded', 'FindingEdited', 'FindingAdopted');
  const lastWords = kept.findLast(({ event }) => event.type !== 'FindingAdopted');
  const lines = kept.flatMap(({ event, when }) => {
    if (event.type === 'FindingAdopted') return listItem(`Adopted: ${when}.`);
    const what = event.type === 'FindingRecorded' ? 'Recorded' : 'Put better';
    const said = `${what}${event.adopted ? '' : ' as a proposal'}: ${when}.`;
    if (event === lastWords?.event) return listItem(said);
    return listItem(`${said} It said:`, ['', ...bodyOf(event.content), '']);
  });
  return [...lines, ...list([withdrawnLine(record.inspection, withdrawn)])];
};

const findingLines = (record: OrdinaryRecord, finding: Finding): string[] =>
  blocks(
    [`#### ${finding.item}: ${placeInWords(record.inspection, finding)}${finding.withdrawn ? ' (withdrawn)' : ''}`],
    bodyOf(finding.content),
    trail(record, finding),
  );

const eachOf = (record: OrdinaryRecord, findings: readonly Finding[]): Iterable<readonly string[]> =>
  mapped(findings, (finding) => findingLines(record, finding));

const partyLines = (record: OrdinaryRecord, party: Party, several: boolean): Iterable<readonly string[]> => {
  const found = party.blocks.flatMap(({ under }) => under.flatMap(({ findings }) => findings));
  return several ? section(`### ${partyTitle(party.agency)}`, eachOf(record, found)) : eachOf(record, found);
};

/** Every finding; nothing where the framework gives grades. */
export function* findingsInFull(record: OrdinaryRecord): Iterable<readonly string[]> {
  const { inspection } = record;
  if (!speaksInFindings(inspection)) return;
  const parties = partiesOf(inspection, adoptedFindings(inspection));
  yield ['## Findings'];
  yield inspection.framework.noOverall ? [inline(inspection.framework.noOverall)] : [];
  let told = false;
  for (const party of parties)
    for (const block of partyLines(record, party, parties.length > 1)) {
      told ||= block.length > 0;
      yield block;
    }
  yield told ? [] : ['None yet.'];
  yield* section('### Proposed, and not decided', eachOf(record, proposedFindings(inspection)));
  const withdrawn = [...inspection.findings.values()].filter((finding) => finding.withdrawn);
  yield* section('### Withdrawn', eachOf(record, withdrawn));
}

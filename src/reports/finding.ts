import { adoptedFindings, type Party, partiesOf, proposedFindings, speaksInFindings } from '../domain/findings.ts';
import type { Finding } from '../domain/matters/finding.ts';
import type { FindingContent } from '../domain/matters/finding-content.ts';
import { partyTitle, placeInWords } from '../words/finding.ts';
import { trailOf } from './events.ts';
import { withdrawnLine } from './phrases.ts';
import type { OrdinaryRecord } from './record.ts';
import { type Block, type Item, type Level, says, section } from './tree.ts';

/** Findings with their whole trail, in the framework's order, each partner's apart. */

const bodyOf = ({ text, remedy, evidence }: FindingContent): Block[] => [
  { quote: text },
  ...(remedy === null ? [] : [{ paragraph: 'Remedy:' }, { quote: remedy }]),
  { paragraph: evidence.length > 0 ? `It rests on ${evidence.join(', ')}.` : '' },
];

/** Who first said it, every earlier wording, who adopted it, and why it was withdrawn. */
const trail = (record: OrdinaryRecord, { item, withdrawn }: Finding): Block => {
  const kept = trailOf(record, item, 'FindingRecorded', 'FindingEdited', 'FindingAdopted');
  const lastWords = kept.findLast(({ event }) => event.type !== 'FindingAdopted');
  const lines = kept.map(({ event, when }): Item => {
    if (event.type === 'FindingAdopted') return `Adopted: ${when}.`;
    const what = event.type === 'FindingRecorded' ? 'Recorded' : 'Put better';
    const said = `${what}${event.adopted ? '' : ' as a proposal'}: ${when}.`;
    return event === lastWords?.event ? said : { line: `${said} It said:`, under: bodyOf(event.content) };
  });
  return { list: [...lines, withdrawnLine(record.inspection, withdrawn)] };
};

const eachOf = (record: OrdinaryRecord, findings: readonly Finding[], level: Level): Block[] =>
  findings.flatMap((finding) => {
    const { item, content, withdrawn } = finding;
    const heading = `${item}: ${placeInWords(record.inspection, finding)}${withdrawn ? ' (withdrawn)' : ''}`;
    return [{ heading, level }, ...bodyOf(content), trail(record, finding)];
  });

const partyBlocks = (record: OrdinaryRecord, party: Party, several: boolean): Iterable<Block> => {
  const found = party.blocks.flatMap(({ under }) => under.flatMap(({ findings }) => findings));
  return several ? section(2, partyTitle(party.agency), eachOf(record, found, 3)) : eachOf(record, found, 2);
};

/** Every finding; nothing where the framework gives grades. */
export function* findingsInFull(record: OrdinaryRecord): Iterable<Block> {
  const { inspection } = record;
  if (!speaksInFindings(inspection)) return;
  const parties = partiesOf(inspection, adoptedFindings(inspection));
  yield { heading: 'Findings', level: 1 };
  yield { paragraph: inspection.framework.noOverall ?? '' };
  const told = parties.flatMap((party) => [...partyBlocks(record, party, parties.length > 1)]);
  yield* told.some(says) ? told : [{ paragraph: 'None yet.' }];
  yield* section(2, 'Proposed, and not decided', eachOf(record, proposedFindings(inspection), 3));
  const withdrawn = [...inspection.findings.values()].filter((finding) => finding.withdrawn);
  yield* section(2, 'Withdrawn', eachOf(record, withdrawn, 3));
}

import { inWordsOf } from '../domain/field.ts';
import { areaOf } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import type { Erased } from '../domain/matters/erasure.ts';
import type { Evidence } from '../domain/matters/evidence.ts';
import type { EvidenceContent } from '../domain/matters/evidence-content.ts';
import { recordedInPause } from '../domain/matters/pause.ts';
import { aboutLabels, signLabels, sourceLabel } from '../domain/sources.ts';
import { momentOf } from '../words/times.ts';
import { areasNamed, entryInWords, fact, withdrawnLine } from './phrases.ts';
import { type ReadEntry, type Worded, type Wording, wordingsOf } from './record.ts';
import { type Block, type Item, type Level, plainWords, section, type Words } from './tree.ts';

type Trail = { inspection: Inspection; about: ReadonlyMap<string, readonly ReadEntry<Worded>[]> };

const criteriaIn = ({ framework }: Inspection, { areas, criteria }: EvidenceContent): string =>
  areas
    .flatMap((area) => areaOf(framework, area).criteria)
    .filter(({ id }) => criteria.includes(id))
    .map(({ id, label }) => `${id} ${label}`)
    .join('; ');

const facts = (inspection: Inspection, content: EvidenceContent): Words[] => [
  `Areas: ${areasNamed(inspection, content.areas)}`,
  `Source: ${sourceLabel(inspection.framework, content.source)}`,
  fact(inWordsOf(inspection, '{Case}'), content.case),
  content.about ? `About: ${aboutLabels[content.about].toLowerCase()}` : '',
  fact('Criteria', criteriaIn(inspection, content)),
  content.lines.length > 0 ? `Recorded as ${content.bears ?? 'for'}: ${content.lines.join(', ')}` : '',
  fact('Site', content.site),
  fact('Agency', content.agency),
  `Observed: ${momentOf(inspection, content.observedAt)}`,
  content.from ? [`From a message: by ${content.from.author}, `, { link: 'in Slack', to: content.from.link }] : '',
];

/** What an item says beside its words, a fact a line. */
export const evidenceFacts = (inspection: Inspection, content: EvidenceContent): string[] => [
  `It is: ${signLabels[content.sign].toLowerCase()}`,
  ...facts(inspection, content).map(plainWords),
];

/** What a correction changed beside the words, said as it was before. */
const earlierFacts = (inspection: Inspection, before: EvidenceContent, after: EvidenceContent): string => {
  const now = evidenceFacts(inspection, after);
  const dropped = evidenceFacts(inspection, before).filter((said) => said !== '' && !now.includes(said));
  return dropped.length > 0 ? ` ${dropped.join('. ')}.` : '';
};

/** Each correction, latest first, with the wording that it took the place of. */
const corrections = (inspection: Inspection, wordings: readonly Wording[]): Block => {
  const each = wordings.slice(1).flatMap((after, index): Item[] => {
    const before = wordings[index];
    if (!before) return [];
    const changed = earlierFacts(inspection, before.content, after.content);
    const earlier = `Before, as recorded on ${entryInWords(inspection, before)}.${changed}`;
    const same = before.content.text === after.content.text;
    const words = same ? { paragraph: 'The words were the same.' } : { quote: before.content.text };
    const what = after.type === 'EvidenceCompleted' ? 'Completed' : 'Corrected';
    return [{ line: `${what}: ${entryInWords(inspection, after)}.`, under: [{ paragraph: earlier }, words] }];
  });
  return { list: each.reverse() };
};

const whilePaused = (inspection: Inspection, at: string): string =>
  recordedInPause(inspection, at) ? ', while the inspection was paused' : '';

/** One item of evidence with its whole trail: who, when, source, every wording, and why it was withdrawn. */
export const evidenceInFull = (
  { inspection, about }: Trail,
  { item, content, withdrawn }: Evidence,
  level: Level,
): Block[] => {
  const all = wordingsOf(about.get(item) ?? [], item);
  const [first] = all;
  const recorded = first ? `Recorded: ${entryInWords(inspection, first)}${whilePaused(inspection, first.at)}` : '';
  return [
    { heading: `${item}: ${signLabels[content.sign].toLowerCase()}${withdrawn ? ' (withdrawn)' : ''}`, level },
    { list: [...facts(inspection, content), recorded] },
    { quote: content.text },
    corrections(inspection, all),
    { list: [withdrawnLine(inspection, withdrawn)] },
  ];
};

/** What is left of an erased item. */
export const erasedItem = (inspection: Inspection, item: string, { reason, at }: Erased): string =>
  `${item} was erased on ${momentOf(inspection, at)}; its words are gone. Reason: ${reason}`;

/** Items whose words were destroyed. */
export const erasedInFull = (inspection: Inspection, erased: ReadonlyMap<string, Erased>): Iterable<Block> =>
  section(1, 'Erased items', [{ list: [...erased].map(([item, gone]) => erasedItem(inspection, item, gone)) }]);

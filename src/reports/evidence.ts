import { inWordsOf } from '../domain/field.ts';
import { areaOf } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import type { Erased } from '../domain/matters/erasure.ts';
import type { Evidence } from '../domain/matters/evidence.ts';
import type { EvidenceContent } from '../domain/matters/evidence-content.ts';
import { recordedInPause } from '../domain/matters/pause.ts';
import { aboutLabels, signLabels, sourceLabel } from '../domain/sources.ts';
import { momentOf } from '../words/times.ts';
import { address, blocks, inline, list, listItem, quoted, section } from './markdown.ts';
import { areasNamed, entryInWords, fact, withdrawnLine } from './phrases.ts';
import { type ReadEntry, type Worded, type Wording, wordingsOf } from './record.ts';

type Trail = { inspection: Inspection; about: ReadonlyMap<string, readonly ReadEntry<Worded>[]> };

const criteriaIn = ({ framework }: Inspection, { areas, criteria }: EvidenceContent): string =>
  areas
    .flatMap((area) => areaOf(framework, area).criteria)
    .filter(({ id }) => criteria.includes(id))
    .map(({ id, label }) => `${id} ${label}`)
    .join('; ');

const facts = (inspection: Inspection, content: EvidenceContent): string[] => [
  `Areas: ${areasNamed(inspection, content.areas)}`,
  `Source: ${sourceLabel(inspection.framework, content.source)}`,
  fact(inWordsOf(inspection, '{Case}'), content.case),
  content.about ? `About: ${aboutLabels[content.about].toLowerCase()}` : '',
  fact('Criteria', criteriaIn(inspection, content)),
  content.lines.length > 0 ? `Recorded as ${content.bears ?? 'for'}: ${content.lines.join(', ')}` : '',
  fact('Site', content.site),
  fact('Agency', content.agency),
  `Observed: ${momentOf(inspection, content.observedAt)}`,
  content.from ? `From a message: by ${inline(content.from.author)}, ${address(content.from.link)}` : '',
];

/** What a correction changed beside the words, said as it was before. */
const earlierFacts = (inspection: Inspection, before: EvidenceContent, after: EvidenceContent): string => {
  const now = facts(inspection, after);
  const changed = facts(inspection, before).filter((said, index) => said !== now[index]);
  const sign = before.sign === after.sign ? [] : [`It is: ${signLabels[before.sign].toLowerCase()}`];
  const dropped = [...sign, ...changed.filter(Boolean)];
  return dropped.length > 0 ? ` ${dropped.join('. ')}.` : '';
};

/** Each correction, latest first, with the wording that it took the place of. */
const corrections = (inspection: Inspection, wordings: readonly Wording[]): string[] => {
  const each = wordings.slice(1).flatMap((after, index) => {
    const before = wordings[index];
    if (!before) return [];
    const changed = earlierFacts(inspection, before.content, after.content);
    const earlier = `Before, as recorded on ${entryInWords(inspection, before)}.${changed}`;
    const same = before.content.text === after.content.text;
    const words = same ? ['The words were the same.'] : quoted(before.content.text);
    const what = after.type === 'EvidenceCompleted' ? 'Completed' : 'Corrected';
    return [listItem(`${what}: ${entryInWords(inspection, after)}.`, ['', earlier, '', ...words])];
  });
  return blocks(...each.reverse());
};

const whilePaused = (inspection: Inspection, at: string): string =>
  recordedInPause(inspection, at) ? ', while the inspection was paused' : '';

/** One item of evidence with its whole trail: who, when, source, every wording, and why it was withdrawn. */
export const evidenceInFull = ({ inspection, about }: Trail, { item, content, withdrawn }: Evidence): string[] => {
  const all = wordingsOf(about.get(item) ?? [], item);
  const [first] = all;
  return blocks(
    [`#### ${item}: ${signLabels[content.sign].toLowerCase()}${withdrawn ? ' (withdrawn)' : ''}`],
    list([
      ...facts(inspection, content),
      first ? `Recorded: ${entryInWords(inspection, first)}${whilePaused(inspection, first.at)}` : '',
    ]),
    quoted(content.text),
    corrections(inspection, all),
    list([withdrawnLine(inspection, withdrawn)]),
  );
};

/** What is left of an erased item. */
export const erasedItem = (inspection: Inspection, item: string, { reason, at }: Erased): string =>
  `${item} was erased on ${momentOf(inspection, at)}; its words are gone. Reason: ${inline(reason)}`;

/** Items whose words were destroyed. */
export const erasedInFull = (
  inspection: Inspection,
  erased: ReadonlyMap<string, Erased>,
): Iterable<readonly string[]> =>
  section('## Erased items', [list([...erased].map(([item, gone]) => erasedItem(inspection, item, gone)))]);

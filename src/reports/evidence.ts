import { areaOf } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import type { Erased } from '../domain/matters/erasure.ts';
import type { Evidence, EvidenceContent } from '../domain/matters/evidence.ts';
import { recordedInPause } from '../domain/matters/pause.ts';
import { aboutLabels, signLabels, sourceLabel } from '../domain/sources.ts';
import { momentOf } from '../words/times.ts';
import { address, blocks, indented, inline, list, quoted } from './markdown.ts';
import type { Wording } from './record.ts';
import { whenAndWho, whoDid } from './who.ts';

type Trail = { inspection: Inspection; wordings: ReadonlyMap<string, readonly Wording[]> };

const criteriaIn = ({ framework }: Inspection, { areas, criteria }: EvidenceContent): string =>
  areas
    .flatMap((area) => areaOf(framework, area).criteria)
    .filter(({ id }) => criteria.includes(id))
    .map(({ id, label }) => `${id} ${label}`)
    .join('; ');

const said = (label: string, text: string | null): string => (text ? `${label}: ${inline(text)}` : '');

const facts = (inspection: Inspection, content: EvidenceContent): string[] => [
  `Areas: ${content.areas.map((area) => areaOf(inspection.framework, area).short).join('; ')}`,
  `Source: ${sourceLabel(content.source)}`,
  said('Case', content.case),
  content.about ? `About: ${aboutLabels[content.about].toLowerCase()}` : '',
  said('Criteria', criteriaIn(inspection, content)),
  content.lines.length > 0 ? `Recorded as ${content.bears ?? 'for'}: ${content.lines.join(', ')}` : '',
  said('Site', content.site),
  said('Agency', content.agency),
  `Observed: ${momentOf(content.observedAt, inspection.timeZone)}`,
  content.from ? `From a message: by ${inline(content.from.author)}, ${address(content.from.link)}` : '',
];

/** What a correction changed beside the words, said as it was before. */
const earlierFacts = (inspection: Inspection, before: EvidenceContent, after: EvidenceContent): string => {
  const now = facts(inspection, after);
  const changed = facts(inspection, before).filter((fact, index) => fact !== now[index]);
  const sign = before.sign === after.sign ? [] : [`It is: ${signLabels[before.sign].toLowerCase()}`];
  const dropped = [...sign, ...changed.filter(Boolean)];
  return dropped.length > 0 ? ` ${dropped.join('. ')}.` : '';
};

/** Each correction, latest first, with the wording that it took the place of. */
const corrections = (inspection: Inspection, wordings: readonly Wording[]): string[] =>
  wordings
    .slice(1)
    .flatMap((after, index) => {
      const before = wordings[index];
      if (!before) return [];
      const title = `- Corrected: ${whenAndWho(inspection, after)}.`;
      const earlier = `Before, as recorded on ${whenAndWho(inspection, before)}.${earlierFacts(inspection, before.content, after.content)}`;
      const same = before.content.text === after.content.text;
      const words = same ? ['The words were the same.'] : quoted(before.content.text);
      return [[title, ...indented(['', earlier, '', ...words])]];
    })
    .reverse()
    .flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));

const whilePaused = (inspection: Inspection, at: string): string =>
  recordedInPause(inspection, at) ? ', while the inspection was paused' : '';

/** One item of evidence with its whole trail: who, when, source, every wording, and why it was withdrawn. */
export const itemInFull = ({ inspection, wordings }: Trail, { item, content, withdrawn }: Evidence): string[] => {
  const all = wordings.get(item) ?? [];
  const [first] = all;
  const mark = withdrawn ? ' (withdrawn)' : '';
  const gone = withdrawn
    ? [
        `- Withdrawn: ${momentOf(withdrawn.at, inspection.timeZone)}, by ${whoDid(inspection, withdrawn.by)}. Reason: ${inline(withdrawn.reason)}`,
      ]
    : [];
  return blocks(
    [`#### ${item}: ${signLabels[content.sign].toLowerCase()}${mark}`],
    list([
      ...facts(inspection, content),
      first ? `Recorded: ${whenAndWho(inspection, first)}${whilePaused(inspection, first.at)}` : '',
    ]),
    quoted(content.text),
    corrections(inspection, all),
    gone,
  );
};

/** What is left of an erased item. */
export const erasedItem = (inspection: Inspection, item: string, { reason, at }: Erased): string =>
  `${item} was erased on ${momentOf(at, inspection.timeZone)}; its words are gone. Reason: ${inline(reason)}`;

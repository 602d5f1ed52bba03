import { speaksInFindings } from '../domain/findings.ts';
import { type Area, gradeInWords, listed } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import type { Evidence } from '../domain/matters/evidence.ts';
import type { Judgement, Proposal } from '../domain/matters/judgement.ts';
import { type AreaSummary, summaryOf } from '../domain/summary.ts';
import { areaTitle, basisInWords, gradeWords } from '../words/areas.ts';
import { areaStanding, wholeStanding } from '../words/finding-standing.ts';
import { givenLine } from '../words/given.ts';
import { plainLine } from '../words/message.ts';
import { momentOf } from '../words/times.ts';
import { challengesOf } from './challenge.ts';
import { erasedItem, itemInFull } from './evidence.ts';
import { givenLines } from './given.ts';
import { blocks, list, quoted } from './markdown.ts';
import type { OrdinaryRecord, Told } from './record.ts';
import { whenAndWho, whoDid } from './who.ts';

/** Where in the record a judgement or a proposal stands. */
const entryOf = ({ entries }: OrdinaryRecord, named: string): Told<unknown> | undefined =>
  entries.find(({ events }) =>
    events?.some((event) => (event.type === 'AreaGraded' || event.type === 'GradeProposed') && event.item === named),
  );

const given = (record: OrdinaryRecord, item: string): string => {
  const entry = entryOf(record, item);
  return entry ? whenAndWho(record.inspection, entry) : '';
};

const rests = (items: readonly string[]): string =>
  items.length === 0 ? 'It names no evidence.' : `It rests on ${listed(items, 'and')}.`;

const adopted = (inspection: Inspection, judgement: Judgement, proposals: readonly Proposal[]): string => {
  const proposal = proposals.find(({ item }) => item === judgement.adopts);
  return proposal ? `Adopts ${proposal.item}, proposed by ${whoDid(inspection, proposal.by)}.` : '';
};

const outside = ({ outside: rules }: Judgement): string =>
  rules.length > 0 ? `Outside what ${listed(rules, 'and')} expects; the reason is the one given below.` : '';

const judgementLines = (record: OrdinaryRecord, judgement: Judgement, proposals: readonly Proposal[]): string[] => {
  const { inspection } = record;
  const notes = [adopted(inspection, judgement, proposals), outside(judgement), rests(judgement.evidence)];
  return blocks(
    [
      `**${judgement.item}: ${gradeWords(inspection, judgement.grade)}.** Given ${given(record, judgement.item)}. ${notes.filter(Boolean).join(' ')}`,
    ],
    quoted(judgement.narrative),
    challengesOf(inspection, judgement.item),
  );
};

const proposalLines = (record: OrdinaryRecord, proposal: Proposal): string[] =>
  blocks(
    [
      `**${proposal.item}: ${gradeInWords(record.inspection.framework, proposal.grade)}.** Proposed ${given(record, proposal.item)}. ${rests(proposal.evidence)}`,
    ],
    quoted(proposal.narrative),
  );

const under = (title: string, parts: readonly (readonly string[])[]): string[] =>
  parts.length === 0 ? [] : blocks([title], ...parts);

/** Every item that the area's evidence names now, or that one of its judgements once rested on. */
const itemsOf = ({ inspection }: OrdinaryRecord, area: Area, judgements: readonly Judgement[]): Evidence[] => {
  const named = new Set(judgements.flatMap(({ evidence }) => evidence));
  return [...inspection.evidence.values()].filter(
    ({ item, content }) => content.areas.includes(area.id) || named.has(item),
  );
};

const areaLines = (record: OrdinaryRecord, summary: AreaSummary): string[] => {
  const { inspection } = record;
  const { area, judgement, basis } = summary;
  const judgements = inspection.areas.get(area.id)?.judgements ?? [];
  const proposals = inspection.areas.get(area.id)?.proposals ?? [];
  const items = itemsOf(record, area, judgements);
  const named = new Set(judgement?.evidence);
  const relied = items.filter(({ item }) => named.has(item));
  const others = items.filter(({ item }) => !named.has(item));
  const erased = (judgement?.evidence ?? []).flatMap((item) => {
    const gone = inspection.erasedItems.get(item);
    return gone ? [erasedItem(inspection, item, gone)] : [];
  });
  const inFull = (each: Evidence) => itemInFull(record, each);
  const found = speaksInFindings(inspection);
  const given = area.kind === 'input';
  const standing = given
    ? givenLines(record, area)
    : judgement
      ? blocks(judgementLines(record, judgement, proposals), basis ? [`${basisInWords(basis)}.`] : [])
      : found
        ? []
        : ['Not judged yet.'];
  return blocks(
    [
      `## ${found || given ? area.short : `${areaTitle(inspection, summary)}: ${gradeWords(inspection, judgement?.grade ?? null)}`}`,
    ],
    area.title === area.short ? [] : [`In full: ${area.title}.`],
    standing,
    under(
      '### Evidence relied on',
      [list(erased), ...relied.map(inFull)].filter((part) => part.length > 0),
    ),
    under(judgement ? '### Evidence not relied on' : '### Evidence', others.map(inFull)),
    under(
      '### Earlier judgements, which stand no more',
      judgements.slice(0, -1).map((each) => judgementLines(record, each, proposals)),
    ),
    under(
      '### Grades proposed',
      proposals.map((proposal) => proposalLines(record, proposal)),
    ),
  );
};

/** Every judgement area with its judgements, the evidence each rests on, and the evidence that none rests on. */
export const areasInFull = (record: OrdinaryRecord): string[] =>
  blocks(...summaryOf(record.inspection).areas.map((area) => areaLines(record, area)));

/** Items whose words were destroyed. */
export const erasedInFull = ({ inspection }: OrdinaryRecord): string[] => {
  const items = [...inspection.erasedItems].map(([item, erased]) => erasedItem(inspection, item, erased));
  return items.length === 0 ? [] : blocks(['## Erased items'], list(items));
};

/** What each area came to, in one list. */
export const gradesAtAGlance = ({ inspection }: OrdinaryRecord): string[] => {
  const summary = summaryOf(inspection);
  if (speaksInFindings(inspection))
    return list(
      [...summary.areas.map((area) => areaStanding(summary, area)), ...wholeStanding(summary)].map(plainLine),
    );
  return list(
    summary.areas.map((area) => {
      if (area.area.kind === 'input') return plainLine(givenLine(inspection, area, 160));
      const { judgement } = area;
      const when = judgement ? `, ${judgement.item}, given ${momentOf(judgement.at, inspection.timeZone)}` : '';
      return `${areaTitle(inspection, area)}: **${gradeWords(inspection, judgement?.grade ?? null)}**${when}`;
    }),
  );
};

import { speaksInFindings } from '../domain/findings.ts';
import { type Area, gradeInWords, listed } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import type { Evidence } from '../domain/matters/evidence.ts';
import type { Judgement } from '../domain/matters/judgement.ts';
import { type AreaSummary, summaryOf } from '../domain/summary.ts';
import { areaTitle, basisInWords, gradeWords } from '../words/areas.ts';
import { areaStanding, wholeStanding } from '../words/finding-standing.ts';
import { givenInWords, givenLine } from '../words/given.ts';
import { plainLine } from '../words/message.ts';
import { momentOf } from '../words/times.ts';
import { challengesOf } from './challenge.ts';
import { type EventOf, eventsOf, type InRecord, trailOf } from './events.ts';
import { erasedItem, evidenceInFull } from './evidence.ts';
import { blocks, inline, list, mapped, quoted, section } from './markdown.ts';
import { whoDid } from './phrases.ts';
import type { OrdinaryRecord } from './record.ts';

type Proposed = InRecord<EventOf<'GradeProposed'>>;

const rests = (items: readonly string[]): string =>
  items.length === 0 ? 'It names no evidence.' : `It rests on ${listed(items, 'and')}.`;

const adopted = (inspection: Inspection, { adopts }: Judgement, proposals: readonly Proposed[]): string => {
  const proposal = proposals.find(({ event }) => event.item === adopts);
  return proposal ? `Adopts ${adopts}, proposed by ${whoDid(inspection, proposal.person)}.` : '';
};

const outside = ({ outside: rules }: Judgement): string =>
  rules.length > 0 ? `Outside what ${listed(rules, 'and')} expects; the reason is the one given below.` : '';

const judgementLines = (record: OrdinaryRecord, judgement: Judgement, proposals: readonly Proposed[]): string[] => {
  const { inspection } = record;
  const { item, grade, narrative, evidence } = judgement;
  const given = trailOf(record, item, 'AreaGraded').at(0)?.when ?? '';
  const notes = [adopted(inspection, judgement, proposals), outside(judgement), rests(evidence)];
  return blocks(
    [`**${item}: ${gradeWords(inspection, grade)}.** Given ${given}. ${notes.filter(Boolean).join(' ')}`],
    quoted(narrative),
    challengesOf(inspection, item),
  );
};

const proposalLines = ({ framework }: Inspection, { event, when }: Proposed): string[] =>
  blocks(
    [`**${event.item}: ${gradeInWords(framework, event.grade)}.** Proposed ${when}. ${rests(event.evidence)}`],
    quoted(event.narrative),
  );

/** Every result given for an input, latest first: the first of them stands. */
const givenLines = (record: OrdinaryRecord, area: Area): string[] => {
  const { inspection } = record;
  const all = inspection.given.get(area.id) ?? [];
  const lines = eventsOf(record, 'ResultGiven').flatMap(({ event, when }) => {
    const given = all.find(({ item }) => item === event.item);
    return given ? [`${inline(givenInWords(inspection, given, 3000))}. Recorded ${when}.`] : [];
  });
  return blocks(
    ['Given from elsewhere, and not judged by the team.'],
    lines.length > 0 ? list(lines.reverse()) : ['Nothing was given.'],
  );
};

/** What stands of an area: as it was given, or judged. Where findings are spoken in, they are told elsewhere. */
const standing = (record: OrdinaryRecord, summary: AreaSummary, proposals: readonly Proposed[]): string[] => {
  const { area, judgement, basis } = summary;
  if (area.kind === 'input') return givenLines(record, area);
  if (judgement)
    return blocks(
      judgementLines(record, judgement, proposals),
      basis ? [`${basisInWords(record.inspection, basis)}.`] : [],
    );
  return speaksInFindings(record.inspection) ? [] : ['Not judged yet.'];
};

const title = (inspection: Inspection, summary: AreaSummary): string => {
  const { area, judgement } = summary;
  if (speaksInFindings(inspection) || area.kind === 'input') return area.short;
  return `${areaTitle(inspection, summary)}: ${gradeWords(inspection, judgement?.grade ?? null)}`;
};

function* areaLines(record: OrdinaryRecord, summary: AreaSummary): Iterable<readonly string[]> {
  const { inspection } = record;
  const { area, judgement } = summary;
  const judgements = inspection.areas.get(area.id)?.judgements ?? [];
  const proposals = eventsOf(record, 'GradeProposed').filter(({ event }) => event.area === area.id);
  const relied = new Set(judgement?.evidence);
  const ever = new Set(judgements.flatMap(({ evidence }) => evidence));
  const items = [...inspection.evidence.values()].filter(
    ({ item, content }) => content.areas.includes(area.id) || ever.has(item),
  );
  const erased = (judgement?.evidence ?? []).flatMap((item) => {
    const gone = inspection.erasedItems.get(item);
    return gone ? [erasedItem(inspection, item, gone)] : [];
  });
  const inFull = (each: Evidence) => evidenceInFull(record, each);
  yield [`## ${title(inspection, summary)}`];
  yield area.title === area.short ? [] : [`In full: ${area.title}.`];
  yield standing(record, summary, proposals);
  const reliedOn = items.filter(({ item }) => relied.has(item));
  yield* section(
    '### Evidence relied on',
    mapped([null, ...reliedOn], (each) => (each ? inFull(each) : list(erased))),
  );
  yield* section(
    judgement ? '### Evidence not relied on' : '### Evidence',
    mapped(
      items.filter(({ item }) => !relied.has(item)),
      inFull,
    ),
  );
  yield* section(
    '### Earlier judgements, which stand no more',
    mapped(judgements.slice(0, -1), (each) => judgementLines(record, each, proposals)),
  );
  yield* section(
    '### Grades proposed',
    mapped(proposals, (proposal) => proposalLines(inspection, proposal)),
  );
}

/** Every judgement area with its judgements, the evidence each rests on, and the evidence that none rests on. */
export function* areasInFull(record: OrdinaryRecord): Iterable<readonly string[]> {
  for (const area of summaryOf(record.inspection).areas) yield* areaLines(record, area);
}

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
      const when = judgement ? `, ${judgement.item}, given ${momentOf(inspection, judgement.at)}` : '';
      return `${areaTitle(inspection, area)}: **${gradeWords(inspection, judgement?.grade ?? null)}**${when}`;
    }),
  );
};

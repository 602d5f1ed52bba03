import { speaksInFindings } from '../domain/findings.ts';
import { type Area, gradeInWords, gradeOf, listed, notJudged } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import type { Evidence } from '../domain/matters/evidence.ts';
import { givenFor } from '../domain/matters/given.ts';
import type { Judgement } from '../domain/matters/judgement.ts';
import { type AreaSummary, summaryOf } from '../domain/summary.ts';
import { areaTitle, basisInWords, gradeWords } from '../words/areas.ts';
import { areaStanding, wholeStanding } from '../words/finding-standing.ts';
import { givenInWords, givenStands } from '../words/given.ts';
import { momentOf } from '../words/times.ts';
import { challengesOf } from './challenge.ts';
import { type EventOf, eventsOf, type InRecord, trailOf } from './events.ts';
import { erasedItem, evidenceInFull } from './evidence.ts';
import { whoDid } from './phrases.ts';
import type { OrdinaryRecord } from './record.ts';
import { type Block, type Cell, section } from './tree.ts';

type Proposed = InRecord<EventOf<'GradeProposed'>>;

const rests = (items: readonly string[]): string =>
  items.length === 0 ? 'It names no evidence.' : `It rests on ${listed(items, 'and')}.`;

const adopted = (inspection: Inspection, { adopts }: Judgement, proposals: readonly Proposed[]): string => {
  const proposal = proposals.find(({ event }) => event.item === adopts);
  return proposal ? `Adopts ${adopts}, proposed by ${whoDid(inspection, proposal.person)}.` : '';
};

const outside = ({ outside: rules }: Judgement): string =>
  rules.length > 0 ? `Outside what ${listed(rules, 'and')} expects; the reason is the one given below.` : '';

const judgementBlocks = (record: OrdinaryRecord, judgement: Judgement, proposals: readonly Proposed[]): Block[] => {
  const { inspection } = record;
  const { item, grade, narrative, evidence } = judgement;
  const given = trailOf(record, item, 'AreaGraded').at(0)?.when ?? '';
  const notes = [adopted(inspection, judgement, proposals), outside(judgement), rests(evidence)];
  const strong = `${item}: ${gradeWords(inspection, grade)}.`;
  return [
    { paragraph: [{ strong }, ` Given ${given}. ${notes.filter(Boolean).join(' ')}`] },
    { quote: narrative },
    challengesOf(inspection, item),
  ];
};

const proposalBlocks = ({ framework }: Inspection, { event, when }: Proposed): Block[] => {
  const strong = `${event.item}: ${gradeInWords(framework, event.grade)}.`;
  return [{ paragraph: [{ strong }, ` Proposed ${when}. ${rests(event.evidence)}`] }, { quote: event.narrative }];
};

/** Every result given for an input, latest first: the first of them stands. */
const givenBlocks = (record: OrdinaryRecord, area: Area): Block[] => {
  const { inspection } = record;
  const all = inspection.given.get(area.id) ?? [];
  const lines = eventsOf(record, 'ResultGiven').flatMap(({ event, when }) => {
    const given = all.find(({ item }) => item === event.item);
    return given ? [`${givenInWords(inspection, given, 3000)}. Recorded ${when}.`] : [];
  });
  return [
    { paragraph: 'Given from elsewhere, and not judged by the team.' },
    lines.length > 0 ? { list: lines.reverse() } : { paragraph: 'Nothing was given.' },
  ];
};

/** What stands of an area: as it was given, or judged. Where findings are spoken in, they are told elsewhere. */
const standing = (record: OrdinaryRecord, summary: AreaSummary, proposals: readonly Proposed[]): Block[] => {
  const { area, judgement, basis } = summary;
  if (area.kind === 'input') return givenBlocks(record, area);
  if (judgement)
    return [
      ...judgementBlocks(record, judgement, proposals),
      { paragraph: basis ? `${basisInWords(record.inspection, basis)}.` : '' },
    ];
  return speaksInFindings(record.inspection) ? [] : [{ paragraph: 'Not judged yet.' }];
};

const title = (inspection: Inspection, summary: AreaSummary): string => {
  const { area, judgement } = summary;
  if (speaksInFindings(inspection) || area.kind === 'input') return area.short;
  return `${areaTitle(inspection, summary)}: ${gradeWords(inspection, judgement?.grade ?? null)}`;
};

function* areaBlocks(record: OrdinaryRecord, summary: AreaSummary): Iterable<Block> {
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
  const inFull = (each: Evidence) => evidenceInFull(record, each, 3);
  const reliedOn = items.filter(({ item }) => relied.has(item)).flatMap(inFull);
  const others = items.filter(({ item }) => !relied.has(item)).flatMap(inFull);
  const earlier = judgements.slice(0, -1).flatMap((each) => judgementBlocks(record, each, proposals));
  yield { heading: title(inspection, summary), level: 1 };
  yield { paragraph: area.title === area.short ? '' : `In full: ${area.title}.` };
  yield* standing(record, summary, proposals);
  yield* section(2, 'Evidence relied on', [{ list: erased }, ...reliedOn]);
  yield* section(2, judgement ? 'Evidence not relied on' : 'Evidence', others);
  yield* section(2, 'Earlier judgements, which stand no more', earlier);
  yield* section(
    2,
    'Grades proposed',
    proposals.flatMap((each) => proposalBlocks(inspection, each)),
  );
}

/** Every judgement area with its judgements, the evidence each rests on, and the evidence that none rests on. */
export function* areasInFull(record: OrdinaryRecord): Iterable<Block> {
  for (const area of summaryOf(record.inspection).areas) yield* areaBlocks(record, area);
}

/** A grade in a table, shaded as well as worded. */
export const gradeCell = (inspection: Inspection, grade: string): Cell => ({
  words: gradeWords(inspection, grade),
  shade: grade === notJudged ? '' : gradeOf(inspection.framework, grade).mark,
});

const givenRow = (inspection: Inspection, summary: AreaSummary): Cell[] => {
  const given = givenFor(inspection, summary.area.id);
  const { stands, from } = givenStands(inspection, summary);
  return [`${summary.area.short} (given)`, given ? gradeCell(inspection, given.grade) : stands, from || '–'];
};

/** What each area came to: its grade, and where in the record it was given. */
export const gradeRows = ({ inspection }: OrdinaryRecord): Cell[][] =>
  summaryOf(inspection).areas.map((summary) => {
    const { area, judgement } = summary;
    if (area.kind === 'input') return givenRow(inspection, summary);
    return judgement
      ? [
          areaTitle(inspection, summary),
          gradeCell(inspection, judgement.grade),
          `${judgement.item}, ${momentOf(inspection, judgement.at)}`,
        ]
      : [areaTitle(inspection, summary), gradeWords(inspection, null), '–'];
  });

/** The same where findings are spoken in. */
export const findingsAtAGlance = ({ inspection }: OrdinaryRecord): Block => {
  const summary = summaryOf(inspection);
  return { list: [...summary.areas.map((area) => areaStanding(summary, area)), ...wholeStanding(summary)] };
};

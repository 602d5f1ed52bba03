import { speaksInFindings } from '../domain/findings.ts';
import { gradeLabel } from '../domain/framework.ts';
import type { Evidence } from '../domain/matters/evidence.ts';
import { nameOfPerson } from '../domain/standing.ts';
import type { AreaSummary, OverallSummary, Summary } from '../domain/summary.ts';
import type { BankHolidays } from '../domain/working-days.ts';
import { areaTitle, basisInWords, gradeWords } from './areas.ts';
import { groundsLines } from './based-on.ts';
import { dayOfFieldwork, signatureLine, standingWord } from './board.ts';
import { frameworkInWords } from './carried-out.ts';
import { dissentLines } from './challenge.ts';
import { contextParts } from './context.ts';
import { type FindingsSize, findingsParts } from './finding-summary.ts';
import { fullerInBlocks, shortened } from './fitting.ts';
import { givenParts, judgedAreas } from './given.ts';
import { incompleteMessage } from './incomplete.ts';
import { counted, type Line, lineIf, type Message, message, type Part, paragraph, plainLine } from './message.ts';
import { overallLine, whatWouldChange, whyLines } from './overall.ts';
import { beforeParts, movedInWords } from './previous.ts';
import { type RecommendationsSize, recommendationsInSummary } from './recommendation.ts';
import { momentOf } from './times.ts';

/** How much of somebody's words a summary shows; all of them are in the record. Evidence gives way first, reasons last. */
type Size = { narrative: number; item: number; reason: number; brief: boolean } & FindingsSize & RecommendationsSize;
const sizes: [Size, ...Size[]] = [
  { narrative: 280, item: 160, reason: 3000, brief: false, text: 600, findings: 20, recommendations: 12 },
  { narrative: 160, item: 100, reason: 3000, brief: false, text: 280, findings: 12, recommendations: 8 },
  { narrative: 80, item: 60, reason: 1500, brief: false, text: 120, findings: 6, recommendations: 5 },
  { narrative: 60, item: 40, reason: 600, brief: false, text: 60, findings: 3, recommendations: 3 },
  { narrative: 40, item: 20, reason: 300, brief: false, text: 30, findings: 1, recommendations: 1 },
  { narrative: 280, item: 20, reason: 1500, brief: true, text: 30, findings: 1, recommendations: 3 },
  { narrative: 120, item: 20, reason: 600, brief: true, text: 30, findings: 1, recommendations: 1 },
  { narrative: 60, item: 20, reason: 300, brief: true, text: 30, findings: 1, recommendations: 1 },
  { narrative: 24, item: 20, reason: 200, brief: true, text: 30, findings: 1, recommendations: 1 },
];

const itemLine = (label: string, evidence: Evidence | null, size: Size): Line =>
  evidence
    ? [{ strong: `${label}: ` }, `${shortened(evidence.content.text, size.item)} (${evidence.item})`]
    : [{ strong: `${label}: ` }, 'none among the evidence relied on'];

const areaParts = ({ inspection }: Summary, area: AreaSummary, size: Size): Part[] => {
  const { judgement, basis } = area;
  const moved = movedInWords(inspection, area.area.id);
  const title: Line = [
    { strong: `${areaTitle(inspection, area)}: ${gradeWords(inspection, judgement?.grade ?? null)}` },
    moved === '' ? '' : ` · ${moved}`,
  ];
  if (!judgement) return [{ lines: [title] }];
  const outside = lineIf(
    judgement.outside.length > 0,
    `Outside what ${judgement.outside.join(' and ')} expects; the reason is as said.`,
  );
  const why: Line = [`${judgement.item}: ${shortened(judgement.narrative, size.narrative)}`];
  if (!basis) return [{ lines: [title, why] }];
  // A framework of many areas: no room but for what each came to, why, and on how much it rests.
  if (size.brief) {
    const gone = [...basis.withdrawn, ...basis.erased];
    const lost = gone.length > 0 ? `; gone since: ${gone.length}` : '';
    return [{ lines: [title, [`${plainLine(why)} (${counted(basis.items, 'item')}${lost})`]] }];
  }
  return [
    { lines: [title, why] },
    {
      list: [
        [basisInWords(inspection, basis)],
        itemLine('Strength', basis.strength, size),
        itemLine('Concern', basis.concern, size),
        ...outside,
        ...dissentLines(inspection, area.area.id, judgement.grade, size.item),
      ],
    },
  ];
};

const heading = ({ inspection, overalls }: Summary): string => {
  const set = overalls.flatMap(({ overall, set }) =>
    set ? [`${overall.title.toLowerCase()}: ${gradeLabel(inspection.framework, set.grade)}`] : [],
  );
  if (overalls.length !== 1)
    return `${inspection.authority} · ${speaksInFindings(inspection) ? 'findings' : 'judgements'}`;
  return `${inspection.authority} · ${set.length > 0 ? set.join(' · ') : 'overall effectiveness not set yet'}`;
};

const overallParts = (summary: Summary, overall: OverallSummary, size: Size): Part[] => {
  // Several stand above the areas already.
  if (!overall.set) return summary.overalls.length > 1 ? [] : [{ lines: [overallLine(summary.inspection, overall)] }];
  const dissent = dissentLines(summary.inspection, overall.overall.id, overall.set.grade, size.item);
  const moved = movedInWords(summary.inspection, overall.overall.id);
  const since = lineIf(moved, `${overall.overall.title}: ${moved}.`);
  return [
    { lines: [...since, ...whyLines(summary.inspection, overall, size.reason), ...dissent] },
    ...whatWouldChange(summary.inspection, overall),
  ];
};

const decided = ({ inspection, overalls }: Summary): string => {
  const by = overalls.flatMap(({ set }) => (set ? [set.by] : []));
  const [first] = by;
  const who = first ? `Decided by ${nameOfPerson(inspection, first)}. ` : '';
  return `${who}${signatureLine(inspection)}`;
};

/**
 * The summary for the team channel: each grade with what it rests on, the rules applied with their source, what was
 * decided and why, and what would alter it. `head` is where the record stands.
 */
export const summaryMessage = (
  summary: Summary,
  at: string,
  head: { version: number; hash: string },
  holidays: BankHolidays,
): Message => {
  const incomplete = incompleteMessage(summary, at, head);
  if (incomplete) return incomplete;
  const { inspection, areas, overalls } = summary;
  const { framework } = inspection;
  const day = dayOfFieldwork(inspection, at, holidays);
  const found = speaksInFindings(inspection);
  const whyNone = `${found ? '' : 'This framework gives no overall effectiveness. '}${framework.noOverall ?? ''}`;
  return fullerInBlocks(
    sizes,
    ({ brief }) => brief,
    (size) =>
      message(
        { heading: heading(summary) },
        paragraph(
          { strong: standingWord(summary) },
          ` · ${frameworkInWords(inspection)} (edition ${framework.id})${day === '' ? '' : ` · ${day}`} · as at ${momentOf(inspection, at)}`,
        ),
        { list: overalls.length > 1 ? overalls.map((overall) => overallLine(inspection, overall)) : [] },
        ...(found
          ? findingsParts(summary, size)
          : judgedAreas(areas).flatMap((area) => areaParts(summary, area, size))),
        ...givenParts(inspection, areas, size.narrative),
        { divider: true },
        ...overalls.flatMap((overall) => overallParts(summary, overall, size)),
        { lines: lineIf(overalls.length === 0, whyNone) },
        ...recommendationsInSummary(inspection, size),
        ...beforeParts(inspection),
        ...contextParts(inspection),
        { lines: groundsLines(summary, size.reason) },
        { note: `${decided(summary)} Record ${head.hash.slice(0, 6)} · ${counted(head.version, 'entry', 'entries')}` },
      ),
  );
};

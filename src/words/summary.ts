import { gradeLabel } from '../domain/framework.ts';
import type { Evidence } from '../domain/matters/evidence.ts';
import { nameOfPerson } from '../domain/standing.ts';
import type { AreaSummary, OverallSummary, Summary } from '../domain/summary.ts';
import type { BankHolidays } from '../domain/working-days.ts';
import { areaTitle, basisInWords, gradeWords } from './areas.ts';
import { dayNumber, signatureLine, standingWord } from './board.ts';
import { counted, type Line, type Message, type Part, shortened } from './message.ts';
import { overallLine, whyLines } from './overall.ts';
import { momentOf } from './times.ts';

/** How much of somebody's words a summary shows; all of them are in the record. */
const shownNarrative = 280;
const shownItem = 160;

const itemLine = (label: string, evidence: Evidence | null): Line =>
  evidence
    ? [{ strong: `${label}: ` }, `${shortened(evidence.content.text, shownItem)} (${evidence.item})`]
    : [{ strong: `${label}: ` }, 'none among the evidence relied on'];

const areaParts = ({ inspection }: Summary, area: AreaSummary): Part[] => {
  const { judgement, basis } = area;
  const title: Line = [{ strong: `${areaTitle(area)}: ${gradeWords(inspection, judgement?.grade ?? null)}` }];
  if (!judgement) return [{ lines: [title] }];
  const outside: Line[] =
    judgement.outside.length > 0
      ? [[`Outside what ${judgement.outside.join(' and ')} expects; the reason is as said.`]]
      : [];
  const why: Line = [`${judgement.item}: ${shortened(judgement.narrative, shownNarrative)}`];
  if (!basis) return [{ lines: [title, why] }];
  return [
    { lines: [title, why] },
    {
      list: [
        [basisInWords(basis)],
        itemLine('Strength', basis.strength),
        itemLine('Concern', basis.concern),
        ...outside,
      ],
    },
  ];
};

const heading = ({ inspection, overalls }: Summary): string => {
  const set = overalls.flatMap(({ overall, set }) =>
    set ? [`${overall.title.toLowerCase()}: ${gradeLabel(inspection.framework, set.grade)}`] : [],
  );
  if (overalls.length === 0) return `${inspection.authority} · judgements`;
  return `${inspection.authority} · ${set.length > 0 ? set.join(' · ') : 'overall effectiveness not set yet'}`;
};

const overallParts = (summary: Summary, overall: OverallSummary): Part[] => {
  if (!overall.set) return [{ lines: [overallLine(summary.inspection, overall)] }];
  return [{ lines: whyLines(summary.inspection, overall) }];
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
  const { inspection, areas, overalls } = summary;
  const { framework } = inspection;
  const day = dayNumber(inspection, at, holidays);
  const noOverall: Part[] =
    overalls.length === 0
      ? [{ lines: [[`This framework gives no overall effectiveness. ${framework.noOverall ?? ''}`]] }]
      : [];
  return {
    parts: [
      { heading: heading(summary) },
      {
        lines: [
          [
            { strong: standingWord(summary) },
            ` · ${framework.short} (edition ${framework.id})${day === null ? '' : ` · day ${day}`} · as at ${momentOf(at, inspection.timeZone)}`,
          ],
        ],
      },
      ...areas.flatMap((area) => areaParts(summary, area)),
      { divider: true },
      ...overalls.flatMap((overall) => overallParts(summary, overall)),
      ...noOverall,
      { note: `${decided(summary)} Record ${head.hash.slice(0, 6)} · ${counted(head.version, 'entry', 'entries')}` },
    ],
  };
};

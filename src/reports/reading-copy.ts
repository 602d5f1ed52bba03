import { longDay } from '../domain/day-words.ts';
import { speaksInFindings } from '../domain/findings.ts';
import { type Letter, letters } from '../domain/kinds.ts';
import { chosenInWords } from '../words/carried-out.ts';
import { areasInFull, findingsAtAGlance, gradeRows } from './areas.ts';
import { casesInFull } from './case.ts';
import { challengesInFull } from './challenge.ts';
import { concernsInFull } from './concern.ts';
import { confirmationsInFull } from './confirmation.ts';
import { entriesInFull } from './entries.ts';
import { erasedInFull } from './evidence.ts';
import { findingsInFull } from './finding.ts';
import { linesInFull } from './line.ts';
import { meetingsInFull } from './meeting.ts';
import { overallRows, overallsInFull } from './overall.ts';
import { datesInFull, pausesInFull } from './pause.ts';
import { signaturesInFull, teamInFull } from './people.ts';
import { fact } from './phrases.ts';
import { postingsInFull } from './posting.ts';
import { beforeInFull } from './previous.ts';
import { recommendationsInFull } from './recommendation.ts';
import { headOf, type OrdinaryRecord, span } from './record.ts';
import { requestsInFull } from './request.ts';
import { roundsInFull } from './round.ts';
import { samplesInFull } from './sample.ts';
import { type Section, wholeInFull } from './section.ts';
import { standingOf } from './standing.ts';
import type { Block, Paper } from './tree.ts';

const about = ({ inspection, entries }: OrdinaryRecord): Block => {
  const { framework, firstDay, channel } = inspection;
  const lead = inspection.members.find(({ role }) => role === 'lead');
  const facts = [
    `Inspection: ${inspection.id}`,
    `Framework: ${framework.title} (edition ${framework.id})`,
    fact('Carried out as', chosenInWords(inspection)),
    `First day on site: ${longDay(firstDay)}`,
    fact('Lead inspector', lead?.name),
    `Team channel in Slack: ${channel.id} of workspace ${channel.team}`,
    span(inspection, entries),
    `Head of the record: ${headOf(entries)}`,
  ];
  return { list: facts };
};

/**
 * In the order of the copy: where items of a letter are told, several in one section, and what is no item. Kinds that are
 * told as they are read stand before the confirmations.
 */
const inOrder = {
  overalls: overallsInFull,
  F: findingsInFull,
  E: areasInFull,
  G: areasInFull,
  J: areasInFull,
  P: areasInFull,
  A: recommendationsInFull,
  Q: requestsInFull,
  H: challengesInFull,
  M: meetingsInFull,
  K: concernsInFull,
  samples: samplesInFull,
  C: casesInFull,
  L: linesInFull,
  confirmations: confirmationsInFull,
  R: roundsInFull,
  erasures: (record) => erasedInFull(record.inspection, record.inspection.erasedItems),
  signatures: signaturesInFull,
  V: beforeInFull,
  pauses: pausesInFull,
  dates: datesInFull,
  postings: postingsInFull,
  team: teamInFull,
} satisfies Partial<Record<Letter, Section>> & Record<string, Section>;

/** Each section of the copy once. */
const sections: readonly Section[] = [
  ...new Set<Section>(
    Object.entries(inOrder).flatMap(([name, section]) =>
      name === 'confirmations'
        ? [...letters.filter((letter) => !(letter in inOrder)).map(wholeInFull), section]
        : [section],
    ),
  ),
];

const atAGlance = (record: OrdinaryRecord): Block[] => {
  const columns = [
    { head: 'Judgement', wide: 3 },
    { head: 'Grade', wide: 2 },
    { head: 'Given', wide: 2 },
  ];
  const overalls = overallRows(record);
  if (speaksInFindings(record.inspection)) return [{ table: { columns, rows: overalls } }, findingsAtAGlance(record)];
  return [{ table: { columns, rows: [...overalls, ...gradeRows(record)] } }];
};

/**
 * A record as a person reads it: each judgement, what it rests on, and everything that was recorded beside it, with who and
 * when. Made from the record alone, so the same record gives the same copy.
 */
export const readingCopy = (record: OrdinaryRecord): Paper => {
  const { inspection, entries } = record;
  const head = headOf(entries);
  const [standing, means] = standingOf(inspection);
  return {
    title: `${inspection.authority}: inspection record`,
    foot: { standing, head },
    at: inspection.recordedAt,
    blocks: [
      { paragraph: `${standing}${means}` },
      about(record),
      { heading: 'At a glance', level: 1 },
      ...atAGlance(record),
      ...sections.flatMap((inFull) => [...inFull(record)]),
      ...entriesInFull(inspection, record),
      { paragraph: `End of the record. Head: ${head}` },
    ],
  };
};

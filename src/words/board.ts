import { dayOnSite } from '../domain/days-on-site.ts';
import { areaOf } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import { openChallenges } from '../domain/matters/challenge.ts';
import type { Round } from '../domain/matters/round.ts';
import { answered, roundsUnsettled } from '../domain/matters/round-answers.ts';
import { dayIn } from '../domain/moments.ts';
import type { AreaSummary, Summary } from '../domain/summary.ts';
import type { BankHolidays } from '../domain/working-days.ts';
import { areaLists, areaTitle, tallyInWords } from './areas.ts';
import { frameworkInWords } from './carried-out.ts';
import { casesAtAGlance } from './case.ts';
import { openConcernLines } from './concern.ts';
import { areaStanding, givingWords, proposedInWords, wholeStanding, whyNoGradeOverall } from './finding-standing.ts';
import { within } from './fitting.ts';
import { givenParts, judgedAreas } from './given.ts';
import { linesAtAGlance } from './line.ts';
import { type Button, counted, type Line, lineIf, type Message, message, type Part, paragraph } from './message.ts';
import { becauseInWords, overallLine } from './overall.ts';
import { incompleteInWords, pausedInWords } from './pause.ts';
import { requestsInWords } from './request.ts';
import { spreadInWords } from './round.ts';
import { lapsedInWords } from './signature.ts';
import { dayOf } from './times.ts';
import { dayCountInWords } from './timetable.ts';

/**
 * "day 6"; "after the 13 days on site", as the board says it; empty before the first and where no number would mean anything.
 * Weekends, bank holidays and pauses are not counted.
 */
export const dayOfFieldwork = (inspection: Inspection, at: string, holidays: BankHolidays): string => {
  const day = dayOnSite(inspection, dayIn(inspection, at), holidays);
  if (day.is === 'after') return `after the ${counted(day.of, 'day')} on site`;
  return day.is === 'on site' ? `day ${day.number}` : '';
};

/** PROVISIONAL until both signatures stand; INCOMPLETE where it ended without them. */
export const standingWord = ({ inspection, final }: Summary): string => {
  if (inspection.incomplete) return 'INCOMPLETE';
  return final ? 'SIGNED OFF' : 'PROVISIONAL';
};

const who = (inspection: Inspection): string => {
  const lead = inspection.members.find((member) => member.role === 'lead');
  return lead ? `lead ${lead.name}` : '';
};

// What was provisional when it ended is no result, and is not shown as one.
const areaLine = (summary: Summary, area: AreaSummary): Line =>
  summary.inspection.incomplete
    ? [
        `${areaTitle(summary.inspection, area)}: `,
        { strong: 'no result' },
        ` · ${tallyInWords(summary.inspection, area)}`,
      ]
    : [...areaStanding(summary, area), ` · ${tallyInWords(summary.inspection, area)}${proposedInWords(summary, area)}`];

/** So much of why it ended stands where there is little room; the summary has more of it, the record all. */
const mostReason = 300;

/** What the record's state means for signing off. `at` is when it is read, where it is not read on other days too. */
export const signatureLine = (inspection: Inspection, at?: string): string => {
  if (inspection.incomplete) return within(incompleteInWords(inspection, inspection.incomplete), mostReason);
  const { lead, qualityAssuranceManager, lapsed } = inspection.signatures;
  if (lapsed) return `${lapsedInWords(inspection, lapsed, at)}.`;
  const name = (user: string) => inspection.names.get(user) ?? user;
  if (lead && qualityAssuranceManager) {
    return `Signed off by ${name(lead.by.user)} (lead) and ${name(qualityAssuranceManager.by.user)} (quality assurance manager).`;
  }
  if (lead) return `Signed by ${name(lead.by.user)} (lead). Waits for the quality assurance manager’s signature.`;
  return 'Not signed off.';
};

/** So many children at risk are named on the board. */
const mostNamed = 5;
/** How far the enquiry has come, in counts. */
const enquiryNote = (inspection: Inspection): Part => {
  const facts = [linesAtAGlance(inspection), casesAtAGlance(inspection)].flatMap((fact) => fact ?? []);
  return { note: facts.join(' · ') };
};

/** Open rounds by how many answered, and those to talk about. */
const roundsLines = (inspection: Inspection): Part => {
  const all = roundsUnsettled(inspection).slice(-3);
  const line = (round: Round): Line => {
    const { answered: here, of } = answered(inspection, round);
    const { short } = areaOf(inspection.framework, round.area);
    const how = round.closed ? `${spreadInWords(inspection, round)}, to discuss` : `${here} of ${of} answered`;
    return [`Round ${round.item} on ${short}: ${how}`];
  };
  return { lines: all.map(line) };
};

const buttonsOf = (inspection: Inspection): Button[] => [
  { label: 'Record evidence', does: 'evidence', main: true },
  { label: givingWords(inspection), does: 'grade' },
  { label: 'Progress', does: 'progress' },
  { label: 'Summary', does: 'summary' },
];

const pausedPart = (inspection: Inspection, today: string, holidays: BankHolidays): Part => {
  const words = inspection.incomplete ? null : pausedInWords(inspection, today, holidays);
  return { lines: lineIf(words, { strong: 'Paused ' }, words ?? '') };
};

/** What is still open between team and authority, by count: for the board. Nothing where nothing is. */
const openMatters = (inspection: Inspection, at: string): Part => {
  const challenges = openChallenges(inspection).length;
  const words = [
    challenges > 0 ? `${counted(challenges, 'challenge')} to answer` : '',
    requestsInWords(inspection, dayIn(inspection, at)),
  ].filter(Boolean);
  return { note: words.length > 0 ? `Still open: ${words.join(' · ')}.` : '' };
};

/** The board: where the inspection stands, without a word of anybody's evidence. Never more than one message. */
export const board = (summary: Summary, at: string, holidays: BankHolidays): Message => {
  const { inspection, areas, overalls } = summary;
  const day = dayCountInWords(inspection, dayIn(inspection, at), holidays);
  const when = [day, dayOf(inspection, at)].filter(Boolean).join(' · ');
  return message(
    { heading: `${inspection.authority} · ${frameworkInWords(inspection)}` },
    paragraph({ strong: standingWord(summary) }, ` · ${when} · ${who(inspection)}`),
    pausedPart(inspection, dayIn(inspection, at), holidays),
    { lines: openConcernLines(inspection, mostNamed) },
    ...areaLists(judgedAreas(areas), (area) => areaLine(summary, area)),
    ...givenParts(inspection, areas, 80),
    { list: inspection.incomplete ? [] : wholeStanding(summary) },
    ...(inspection.incomplete ? [] : overalls).map((overall): Part => {
      const because = overall.set ? '' : becauseInWords(inspection.framework, overall.outcome);
      return { lines: [overallLine(inspection, overall), ...lineIf(because, `Because: ${because}.`)] };
    }),
    { lines: lineIf(overalls.length === 0, whyNoGradeOverall(inspection)) },
    enquiryNote(inspection),
    roundsLines(inspection),
    openMatters(inspection, at),
    { note: signatureLine(inspection, at) },
    { note: inspection.pin?.refused ? 'This board is not pinned: Slack did not allow it.' : '' },
    { buttons: inspection.sealed ? buttonsOf(inspection).slice(2) : buttonsOf(inspection) },
  );
};

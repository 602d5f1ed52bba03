import { weekdayOf } from '../domain/day-words.ts';
import { speaksInFindings } from '../domain/findings.ts';
import { gradesInWords } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import { openPause } from '../domain/matters/pause.ts';
import { postsOn } from '../domain/matters/postings.ts';
import { dayIn } from '../domain/moments.ts';
import { nameOfPerson } from '../domain/standing.ts';
import type { OverallSummary, Summary } from '../domain/summary.ts';
import type { BankHolidays } from '../domain/working-days.ts';
import { areaTable } from './area-table.ts';
import { frameworkInWords } from './carried-out.ts';
import { givingWords, wholeStanding, whyNoGradeOverall } from './finding-standing.ts';
import { within } from './fitting.ts';
import { evidenceMenu } from './listed-evidence.ts';
import { foremost, isPause, type OpenMatter } from './matter-rows.ts';
import { type Button, type Line, lineIf, type Message, message, type Part } from './message.ts';
import { openMatters } from './open-matters.ts';
import { becauseInWords, overallLine } from './overall.ts';
import { incompleteInWords, pausedBriefly } from './pause.ts';
import { lapsedInWords } from './signature.ts';
import { dayCountInWords } from './timetable.ts';

/** PROVISIONAL until both signatures stand; INCOMPLETE where it ended without them. */
export const standingWord = ({ inspection, final }: Summary): string => {
  if (inspection.incomplete) return 'INCOMPLETE';
  return final ? 'SIGNED OFF' : 'PROVISIONAL';
};

const who = (inspection: Inspection): string => {
  const lead = inspection.members.find((member) => member.role === 'lead');
  return lead ? `lead ${lead.name}` : '';
};

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

/** What many people see may be pressed by any of them: each act is resolved for whoever presses it. */
const buttonsOf = (inspection: Inspection, all: readonly Button[]): Button[] => [
  ...(inspection.sealed
    ? [
        { label: 'Read', does: 'summary', main: true },
        { label: 'Reopen', does: 'reopen' },
      ]
    : [
        { label: 'Record evidence', does: 'evidence', main: true },
        { label: givingWords(inspection), does: 'grade' },
      ]),
  { label: 'Do something…', does: 'do' },
  ...all,
];

/** "PROVISIONAL · Day 6 of 10 · Tuesday 26 November · lead Ana Reyes". Once it is over no day of it is counted. */
const stateLine = (summary: Summary, today: string, holidays: BankHolidays): Line => {
  const { inspection } = summary;
  const days = inspection.sealed ? [] : [dayCountInWords(inspection, today, holidays), weekdayOf(today)];
  return [
    { strong: standingWord(summary) },
    [...days, who(inspection)].map((words) => (words === '' ? '' : ` · ${words}`)).join(''),
  ];
};

/** By whom and since when it is paused, its clock, and what works meanwhile. */
const pausedPart = (inspection: Inspection, { acts }: OpenMatter, today: string, holidays: BankHolidays): Part => {
  const pause = openPause(inspection);
  const by = pause ? nameOfPerson(inspection, pause.by) : '';
  const words = `Paused ${pausedBriefly(inspection, today, holidays)}, by ${by}. Recording goes on; nothing is signed.`;
  return { row: [words], acts };
};

/** "Overall so far: good or requires improvement, because help and protection is below good, so not outstanding (IL-5)." */
const overallLeft = (inspection: Inspection, summary: OverallSummary): Line => {
  const { framework } = inspection;
  const { overall, outcome, set } = summary;
  if (set || outcome.judged.length === 0) return overallLine(inspection, summary);
  const certain = outcome.certain !== null && outcome.missing.length > 0 ? ' is certain already' : '';
  const because = becauseInWords(framework, outcome);
  const why = because === '' ? '' : `, because ${because}`;
  return [{ strong: `${overall.title} so far: ` }, `${gradesInWords(framework, outcome.expected)}${certain}${why}.`];
};

/** How overall effectiveness stands, a line for each; why there is none. Nothing where it ended without a result. */
const overallLines = ({ inspection, overalls }: Summary): Line[] => {
  if (inspection.incomplete) return [];
  return overalls.length === 0
    ? [[whyNoGradeOverall(inspection)]]
    : overalls.map((overall) => overallLeft(inspection, overall));
};

/** The board: where the inspection stands, without a word of anybody's evidence. Never more than one message. */
export const board = (summary: Summary, at: string, holidays: BankHolidays): Message => {
  const { inspection } = summary;
  const today = dayIn(inspection, at);
  const matters = openMatters(inspection, at);
  const paused = matters.filter(isPause);
  const { atOnce, others, all } = foremost(matters);
  const { lead, lapsed } = inspection.signatures;
  const isSigned = inspection.incomplete !== null || (lead !== null && lapsed === null);
  return message(
    { heading: `${inspection.authority} · ${frameworkInWords(inspection)}` },
    { lines: [stateLine(summary, today, holidays)] },
    ...atOnce,
    ...paused.map((pause) => pausedPart(inspection, pause, today, holidays)),
    {
      lines: lineIf(
        inspection.whole.items === 0 && !inspection.sealed && paused.length === 0,
        'Nothing is recorded yet. Begin with Record evidence.',
      ),
    },
    ...areaTable(summary, speaksInFindings(inspection) ? 'Findings' : 'Grade'),
    { list: inspection.incomplete ? [] : wholeStanding(summary) },
    { lines: overallLines(summary) },
    { note: isSigned ? signatureLine(inspection, at) : '' },
    ...(lapsed && !inspection.sealed
      ? [{ row: [signatureLine(inspection, at)], acts: [{ label: 'Sign again', does: 'sign-off' }] }]
      : []),
    ...others,
    { note: postsOn(inspection) ? 'The summary is being posted, its thread reply by reply.' : '' },
    { note: inspection.pin?.refused ? 'This board is not pinned: Slack did not allow it.' : '' },
    { buttons: buttonsOf(inspection, all), menus: [evidenceMenu(inspection)] },
  );
};

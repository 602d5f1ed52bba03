import { speaksInFindings } from '../domain/findings.ts';
import type { Inspection } from '../domain/inspection.ts';
import { chosenInWords } from '../words/carried-out.ts';
import { counted } from '../words/message.ts';
import { dayOf, momentOf } from '../words/times.ts';
import { areasInFull, erasedInFull, gradesAtAGlance } from './areas.ts';
import { casesInFull } from './case.ts';
import { challengesInFull } from './challenge.ts';
import { concernsInFull } from './concern.ts';
import { confirmationsInFull } from './confirmation.ts';
import { entriesInFull } from './entries.ts';
import { erasedItem, itemInFull } from './evidence.ts';
import { findingsInFull } from './finding.ts';
import { linesInFull } from './line.ts';
import { blocks, inline, list } from './markdown.ts';
import { meetingsInFull } from './meeting.ts';
import { overallsAtAGlance, overallsInFull } from './overall.ts';
import { datesInFull, pausesInFull } from './pause.ts';
import { signaturesInFull, teamInFull } from './people.ts';
import { postingsInFull } from './posting.ts';
import { beforeInFull } from './previous.ts';
import { recommendationsInFull } from './recommendation.ts';
import type { OrdinaryRecord, RestrictedReport, Told } from './record.ts';
import { requestsInFull } from './request.ts';
import { handlingInFull } from './restricted-handling.ts';
import { roundsInFull } from './round.ts';

/** Where a record stands, whole, so that it can be held against any other copy. */
export const headOf = (entries: readonly Told<unknown>[]): string => {
  const last = entries.at(-1);
  return last ? `${last.version}:${last.hash}` : '';
};

const span = ({ timeZone }: Inspection, entries: readonly Told<unknown>[]): string => {
  const [first, last] = [entries.at(0), entries.at(-1)];
  if (!first || !last) return 'nothing';
  return `${counted(entries.length, 'entry', 'entries')}, from ${momentOf(first.at, timeZone)} to ${momentOf(last.at, timeZone)}`;
};

const about = ({ inspection, entries }: OrdinaryRecord): string[] => {
  const { framework, firstDay, timeZone, channel } = inspection;
  const lead = inspection.members.find(({ role }) => role === 'lead');
  return list([
    `Inspection: ${inspection.id}`,
    `Framework: ${inline(framework.title)} (edition ${framework.id})`,
    chosenInWords(inspection) ? `Carried out as: ${inline(chosenInWords(inspection))}` : '',
    `First day on site: ${dayOf(`${firstDay}T12:00:00.000Z`, timeZone)}`,
    lead ? `Lead inspector: ${inline(lead.name)}` : '',
    `Team channel in Slack: ${channel.id} of workspace ${channel.team}`,
    `Recorded: ${span(inspection, entries)}. Times are those of ${timeZone}`,
    `Head of the record: ${headOf(entries)}`,
  ]);
};

const standing = ({ inspection }: OrdinaryRecord): string => {
  if (inspection.incomplete)
    return 'INCOMPLETE: it ended without a result. What stands below was provisional when it ended, and none is final.';
  return inspection.sealed
    ? `SIGNED OFF. ${speaksInFindings(inspection) ? 'Evidence and findings' : 'Evidence, grades and overall'} are sealed.`
    : 'PROVISIONAL: until both signatures stand, anything below may change.';
};

/**
 * A record as a person reads it: each judgement, what it rests on, and everything that was recorded beside it, with who and
 * when. Made from the record alone, so the same record gives the same text.
 */
export const readingCopy = (record: OrdinaryRecord): string => {
  const { inspection } = record;
  const lines = blocks(
    [`# ${inline(inspection.authority)}: inspection record`],
    [standing(record)],
    about(record),
    ['## At a glance'],
    [...overallsAtAGlance(record), ...gradesAtAGlance(record)],
    overallsInFull(record),
    findingsInFull(record),
    areasInFull(record),
    recommendationsInFull(record),
    requestsInFull(record),
    challengesInFull(record),
    meetingsInFull(record),
    concernsInFull(record),
    casesInFull(record),
    linesInFull(record),
    confirmationsInFull(record),
    roundsInFull(record),
    erasedInFull(record),
    signaturesInFull(record),
    beforeInFull(record),
    pausesInFull(record),
    datesInFull(record),
    postingsInFull(record),
    teamInFull(record),
    entriesInFull(inspection, record),
    [`End of the record. Head: ${headOf(record.entries)}`],
  );
  return `${lines.join('\n')}\n`;
};

/** The same of what is restricted: for lead, deputy and quality assurance manager only. */
export const restrictedCopy = (inspection: Inspection, report: RestrictedReport): string => {
  const { record, entries, wordings } = report;
  const erased = [...record.erasedItems].map(([item, gone]) => erasedItem(inspection, item, gone));
  const lines = blocks(
    [`# ${inline(inspection.authority)}: restricted evidence`],
    ['For the lead inspector, the deputy lead and the quality assurance manager only. No judgement rests on it.'],
    list([
      `Inspection: ${inspection.id}`,
      `Recorded: ${span(inspection, entries)}. Times are those of ${inspection.timeZone}`,
      `Head of the restricted record: ${headOf(entries)}`,
    ]),
    ['## Evidence'],
    ...[...record.evidence.values()].map((evidence) =>
      blocks(itemInFull({ inspection, wordings }, evidence), handlingInFull(inspection, record, evidence.item)),
    ),
    erased.length > 0 ? blocks(['## Erased items'], list(erased)) : [],
    entriesInFull(inspection, report),
  );
  return `${lines.join('\n')}\n`;
};

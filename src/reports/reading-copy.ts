import { speaksInFindings } from '../domain/findings.ts';
import { chosenInWords } from '../words/carried-out.ts';
import { dayOf } from '../words/times.ts';
import { gradesAtAGlance } from './areas.ts';
import { entriesInFull } from './entries.ts';
import { headOf, span } from './head.ts';
import { blocks, inline, list } from './markdown.ts';
import { overallsAtAGlance } from './overall.ts';
import { fact } from './phrases.ts';
import type { OrdinaryRecord } from './record.ts';
import { sections } from './sections.ts';

const about = ({ inspection, entries }: OrdinaryRecord): string[] => {
  const { framework, firstDay, timeZone, channel } = inspection;
  const lead = inspection.members.find(({ role }) => role === 'lead');
  return list([
    `Inspection: ${inspection.id}`,
    `Framework: ${inline(framework.title)} (edition ${framework.id})`,
    fact('Carried out as', chosenInWords(inspection)),
    `First day on site: ${dayOf(`${firstDay}T12:00:00.000Z`, timeZone)}`,
    fact('Lead inspector', lead?.name),
    `Team channel in Slack: ${channel.id} of workspace ${channel.team}`,
    span(inspection, entries),
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
  const lines = blocks(
    [`# ${inline(record.inspection.authority)}: inspection record`],
    [standing(record)],
    about(record),
    ['## At a glance'],
    [...overallsAtAGlance(record), ...gradesAtAGlance(record)],
    ...sections.map((inFull) => inFull(record)),
    entriesInFull(record.inspection, record),
    [`End of the record. Head: ${headOf(record.entries)}`],
  );
  return `${lines.join('\n')}\n`;
};

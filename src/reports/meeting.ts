import { areaOf } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import type { Meeting } from '../domain/matters/meeting.ts';
import { meetingLabels } from '../words/meeting.ts';
import { momentOf } from '../words/times.ts';
import { earlierWordings } from './corrected.ts';
import { blocks, indented, inline, list, quoted } from './markdown.ts';
import type { OrdinaryRecord } from './record.ts';
import { whoDid } from './who.ts';

const inFull = (inspection: Inspection, meeting: Meeting, earlier: string[]): string[] => {
  const { item, kind, heldAt, present, messages, by, recordedAt, withdrawn } = meeting;
  const when = (at: string) => momentOf(at, inspection.timeZone);
  const given = messages.flatMap(({ text, areas }, index) => {
    const trailed = areas.map((area) => areaOf(inspection.framework, area).short).join('; ');
    return [`- Message ${index + 1}${trailed ? `, trailing ${trailed}` : ''}:`, ...indented(['', ...quoted(text)])];
  });
  return blocks(
    [`### ${item}: ${meetingLabels[kind].toLowerCase()}${withdrawn ? ' (withdrawn)' : ''}`],
    list([
      `Held: ${when(heldAt)}`,
      `There: ${inline(present)}`,
      `Recorded: ${when(recordedAt)}, by ${whoDid(inspection, by)}`,
      withdrawn
        ? `Withdrawn: ${when(withdrawn.at)}, by ${whoDid(inspection, withdrawn.by)}. Reason: ${inline(withdrawn.reason)}`
        : '',
    ]),
    given,
    earlier,
  );
};

/** Every meeting with the messages given, in the order in which they were held. Nothing where there was none. */
export const meetingsInFull = (record: OrdinaryRecord): string[] => {
  const { inspection } = record;
  const earlier = earlierWordings(record);
  const all = [...inspection.meetings.values()].sort((one, other) => one.heldAt.localeCompare(other.heldAt));
  return all.length === 0
    ? []
    : blocks(['## Meetings'], ...all.map((meeting) => inFull(inspection, meeting, earlier(meeting.item))));
};

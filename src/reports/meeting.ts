import { inWordsOf } from '../domain/field.ts';
import type { Inspection } from '../domain/inspection.ts';
import { type Meeting, meetingLabels } from '../domain/matters/meeting.ts';
import { momentOf } from '../words/times.ts';
import { blocks, inline, list, listItem, quoted } from './markdown.ts';
import { areasNamed, whenAndWho, withdrawnLine } from './phrases.ts';
import type { OrdinaryRecord } from './record.ts';
import { itemsInFull } from './section.ts';

const inFull = (meeting: Meeting, { inspection }: OrdinaryRecord): string[] => {
  const { item, kind, heldAt, present, messages, by, recordedAt, withdrawn } = meeting;
  const given = messages.flatMap(({ text, areas }, index) => {
    const trailed = areasNamed(inspection, areas);
    return listItem(`Message ${index + 1}${trailed ? `, trailing ${trailed}` : ''}:`, ['', ...quoted(text)]);
  });
  return blocks(
    [`### ${item}: ${inWordsOf(inspection, meetingLabels[kind]).toLowerCase()}${withdrawn ? ' (withdrawn)' : ''}`],
    list([
      `Held: ${momentOf(inspection, heldAt)}`,
      `There: ${inline(present)}`,
      `Recorded: ${whenAndWho(inspection, recordedAt, by)}`,
      withdrawnLine(inspection, withdrawn),
    ]),
    given,
  );
};

const asHeld = ({ meetings }: Inspection): Meeting[] =>
  [...meetings.values()].sort((one, other) => one.heldAt.localeCompare(other.heldAt));

/** Every meeting with the messages given, in the order in which they were held. */
export const meetingsInFull = itemsInFull('## Meetings', asHeld, inFull);

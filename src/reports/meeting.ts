import { inWordsOf } from '../domain/field.ts';
import type { Inspection } from '../domain/inspection.ts';
import { type Meeting, meetingLabels } from '../domain/matters/meeting.ts';
import { momentOf } from '../words/times.ts';
import { areasNamed, whenAndWho, withdrawnLine } from './phrases.ts';
import type { OrdinaryRecord } from './record.ts';
import { itemsInFull } from './section.ts';
import type { Block } from './tree.ts';

const inFull = (meeting: Meeting, { inspection }: OrdinaryRecord): Block[] => {
  const { item, kind, heldAt, present, messages, by, recordedAt, withdrawn } = meeting;
  const given = messages.map(({ text, areas }, index) => {
    const trailed = areasNamed(inspection, areas);
    return { line: `Message ${index + 1}${trailed ? `, trailing ${trailed}` : ''}:`, under: [{ quote: text }] };
  });
  const which = inWordsOf(inspection, meetingLabels[kind]).toLowerCase();
  const facts = [
    `Held: ${momentOf(inspection, heldAt)}`,
    `There: ${present}`,
    `Recorded: ${whenAndWho(inspection, recordedAt, by)}`,
    withdrawnLine(inspection, withdrawn),
  ];
  return [
    { heading: `${item}: ${which}${withdrawn ? ' (withdrawn)' : ''}`, level: 2 },
    { list: facts },
    { list: given },
  ];
};

const asHeld = ({ meetings }: Inspection): Meeting[] =>
  [...meetings.values()].sort((one, other) => one.heldAt.localeCompare(other.heldAt));

/** Every meeting with the messages given, in the order in which they were held. */
export const meetingsInFull = itemsInFull('Meetings', asHeld, inFull);

import type { Inspection } from '../domain/inspection.ts';
import type { Member } from '../domain/people.ts';
import { roleInWords, roleLabels } from '../domain/roles.ts';
import { signatureLine } from '../words/board.ts';
import { eventsOf } from './events.ts';
import type { OrdinaryRecord } from './record.ts';
import type { Block } from './tree.ts';

export const seat =
  (inspection: Inspection) =>
  (member: Member): string =>
    `${member.name}, ${roleInWords(inspection, member)} (${member.person.user})`;

/** The team as it stands, and as it was before each change. */
export const teamInFull = (record: OrdinaryRecord): Block[] => {
  const changes = eventsOf(record, 'InspectionStarted', 'TeamSet').map(
    ({ event, when }) =>
      `${when}: ${event.members.map(seat(record.inspection)).join('; ')}${'reason' in event && event.reason ? `. Reason: ${event.reason}` : ''}`,
  );
  return [
    { heading: 'Team', level: 1 },
    { list: record.inspection.members.map(seat(record.inspection)) },
    ...(changes.length > 1 ? [{ paragraph: 'The team as it was set each time:' }, { list: changes }] : []),
  ];
};

/** Who signed and when, and each reopening with its reason. */
export const signaturesInFull = (record: OrdinaryRecord): Block[] => {
  const { inspection } = record;
  const acts = eventsOf(record, 'SignedOff', 'Reopened').map(({ event, when }) =>
    event.type === 'SignedOff'
      ? `Signed ${when}, as ${roleLabels[event.as]}.`
      : `Reopened ${when}. Both signatures lapsed. Reason: ${event.reason}`,
  );
  const lapses = `A change to evidence or ${inspection.framework.output} lapses the lead inspector’s signature.`;
  return [
    { heading: 'Signatures', level: 1 },
    { paragraph: signatureLine(inspection) },
    { list: acts },
    { paragraph: acts.length > 0 ? lapses : '' },
  ];
};

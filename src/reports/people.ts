import type { Inspection } from '../domain/inspection.ts';
import type { Member } from '../domain/people.ts';
import { roleInWords, roleLabels } from '../domain/roles.ts';
import { signatureLine } from '../words/board.ts';
import { eventsOf } from './events.ts';
import { inline, list } from './markdown.ts';
import type { OrdinaryRecord } from './record.ts';

const seat =
  (inspection: Inspection) =>
  (member: Member): string =>
    `${inline(member.name)}, ${roleInWords(inspection, member)} (${member.person.user})`;

/** The team as it stands, and as it was before each change. */
export const teamInFull = (record: OrdinaryRecord): string[][] => {
  const changes = eventsOf(record, 'InspectionStarted', 'TeamSet').map(
    ({ event, when }) =>
      `${when}: ${event.members.map(seat(record.inspection)).join('; ')}${'reason' in event && event.reason ? `. Reason: ${inline(event.reason)}` : ''}`,
  );
  return [
    ['## Team'],
    list(record.inspection.members.map(seat(record.inspection))),
    ...(changes.length > 1 ? [['The team as it was set each time:'], list(changes)] : []),
  ];
};

/** Who signed and when, and each reopening with its reason. */
export const signaturesInFull = (record: OrdinaryRecord): string[][] => {
  const { inspection } = record;
  const acts = eventsOf(record, 'SignedOff', 'Reopened').map(({ event, when }) =>
    event.type === 'SignedOff'
      ? `Signed ${when}, as ${roleLabels[event.as]}.`
      : `Reopened ${when}. Both signatures lapsed. Reason: ${inline(event.reason)}`,
  );
  const lapses = `A change to evidence or ${inspection.framework.output} lapses the lead inspector’s signature.`;
  return [['## Signatures'], [signatureLine(inspection)], list(acts), acts.length > 0 ? [lapses] : []];
};

import type { Member } from '../domain/people.ts';
import { roleLabels } from '../domain/roles.ts';
import { signatureLine } from '../words/board.ts';
import { eventsOf } from './events.ts';
import { blocks, inline, list } from './markdown.ts';
import type { OrdinaryRecord } from './record.ts';
import { whenAndWho } from './who.ts';

const seat = ({ name, role, person }: Member): string => `${inline(name)}, ${roleLabels[role]} (${person.user})`;

const seats = (members: readonly Member[]): string => members.map(seat).join('; ');

/** The team as it stands, and as it was before each change. */
export const teamInFull = (record: OrdinaryRecord): string[] => {
  const { inspection } = record;
  const settings = eventsOf(record, 'InspectionStarted', 'TeamSet');
  const changes = settings.map(({ entry, event }) => `${whenAndWho(inspection, entry)}: ${seats(event.members)}`);
  return blocks(
    ['## Team'],
    list(inspection.members.map(seat)),
    changes.length > 1 ? blocks(['The team as it was set each time:'], list(changes)) : [],
  );
};

const kindOfSignature = { lead: 'lead inspector', 'quality-assurance-manager': 'quality assurance manager' };

/** Who signed and when, and each reopening with its reason. */
export const signaturesInFull = (record: OrdinaryRecord): string[] => {
  const { inspection } = record;
  const acts = eventsOf(record, 'SignedOff', 'Reopened').map(({ entry, event }) =>
    event.type === 'SignedOff'
      ? [`- Signed ${whenAndWho(inspection, entry)}, as ${kindOfSignature[event.as]}.`]
      : [`- Reopened ${whenAndWho(inspection, entry)}. Both signatures lapsed. Reason: ${inline(event.reason)}`],
  );
  const lapses =
    acts.length > 0
      ? [`A change to evidence or ${inspection.framework.output} lapses the lead inspector’s signature.`]
      : [];
  return blocks(['## Signatures'], [signatureLine(inspection)], acts.flat(), lapses);
};

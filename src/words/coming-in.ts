import { areaWord } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import type { Chosen } from '../domain/matters/start.ts';
import type { Member } from '../domain/people.ts';
import { may, roleInWords } from '../domain/roles.ts';
import { type Button, type Message, message, paragraph, says } from './message.ts';

/** What is said where somebody comes to a team: to whoever asks to, to whoever adds them, and to whoever was added. */

/** Beside the refusal that somebody gets in the team's own channel. */
export const askToBeAdded: Button = { label: 'Ask to be added', does: 'join' };

export const askedToBeAdded = (name: string): Message =>
  says(`${name} is asked to add you. You hear from Fortnight once you are added.`);

/** Whoever speaks for the team reads of it once. */
export const asksToBeAdded = ({ id, authority }: Inspection, { name, user }: Chosen): Message =>
  message(paragraph({ strong: name }, ` asks to be added to the team of ${authority}.`), {
    buttons: [
      { label: 'Add, with a role', does: `in ${id} team add ${user}`, main: true },
      { label: 'Not now', does: `in ${id} team not-now ${user}` },
    ],
  });

/** Said once to whoever asked. */
export const notAddedNow = (by: string): Message =>
  says(`${by} cannot add you to the team just now. Nothing that you typed was saved.`);

/** A line that this role begins with, as it is typed in the team channel. */
const exampleFor = ({ framework }: Inspection, { role }: Member): string => {
  const [area] = framework.areas;
  if (may(role, 'record evidence') && area) return `/judge ${areaWord(area)} - C-017 Asked twice, and nobody came`;
  return may(role, 'sign off') ? '/judge' : '/judge progress';
};

/** Greets somebody who was added. */
export const welcome = (inspection: Inspection, member: Member, by: string): Message =>
  message(
    paragraph(
      `${by} added you to the team of `,
      { strong: inspection.authority },
      ` (${inspection.framework.short}): you are ${roleInWords(inspection, member)}.`,
    ),
    paragraph('In the team channel, begin for example with:'),
    { quote: exampleFor(inspection, member) },
    {
      buttons: [
        { label: 'What waits for me', does: `in ${inspection.id} status`, main: true },
        { label: 'Do something…', does: `in ${inspection.id} do` },
      ],
    },
  );

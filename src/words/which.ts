import type { Inspection } from '../domain/inspection.ts';
import { shortened } from './fitting.ts';
import { type Button, type Message, message, paragraph } from './message.ts';

export const noInspectionHere = 'No inspection runs in this channel.';
export const startHere: Button = { label: 'Start one here', does: 'start' };

/** What is said where a channel has no inspection and the asker none that runs; what was typed is given back. */
export const noneHere = (text: string): Message =>
  message(
    paragraph(noInspectionHere),
    paragraph('If you are on a team, use /judge in your inspection’s own channel.'),
    { buttons: [startHere] },
    ...(/\s/.test(text.trim()) ? [{ quote: text }] : []),
  );

/** The same to somebody who uses a shortcut, which belongs to no channel. */
export const noneRunning: Message = message(
  paragraph('You are on the team of no running inspection, so there is nothing to record in.'),
  {
    lines: [
      ['Lead inspectors: /judge start sets one up in a private channel.'],
      ['Team members: your lead inspector adds you with /judge team.'],
    ],
  },
);

/** What a button can carry along: Slack takes 2,000 characters, the inspection's id among them. */
const mostCarried = 1800;

/** Asks which of several running inspections is meant. What was typed goes on with the choice, or is given back whole. */
export const whichOne = (running: readonly Inspection[], text: string): Message =>
  message(
    paragraph('You have more than one running inspection. Which one is this about?'),
    {
      buttons: running.slice(0, 5).map((inspection) => ({
        label: shortened(inspection.authority, 60),
        does: `in ${inspection.id} ${text.length > mostCarried ? text.split(/\s/)[0] : text}`,
      })),
    },
    ...(text.length > mostCarried
      ? [paragraph('This is too long to go along with a button. Copy it from here into the form:'), { quote: text }]
      : []),
    { note: running.length > 5 ? 'For the others, use /judge in their own channel.' : '' },
  );

import type { Inspection } from '../domain/inspection.ts';
import { type Message, shortened } from './message.ts';

/** What is said where a channel has no inspection and the asker none that runs. */
export const noneHere: Message = {
  parts: [
    { lines: [['No inspection runs in this channel.']] },
    {
      lines: [
        ['Lead inspectors: /judge start sets one up here (private channels only).'],
        ['Team members: use /judge in your inspection’s own channel.'],
      ],
    },
  ],
};

/** Asks which of several running inspections is meant. What was typed goes on with the choice. */
export const whichOne = (running: readonly Inspection[], text: string): Message => ({
  parts: [
    { lines: [['You have more than one running inspection. Which one is this about?']] },
    {
      buttons: running.slice(0, 5).map((inspection) => ({
        label: shortened(inspection.authority, 60),
        does: `in ${inspection.id} ${text}`,
      })),
    },
    ...(running.length > 5 ? [{ note: 'For the others, use /judge in their own channel.' }] : []),
  ],
});

import type { App, GlobalShortcut, MessageShortcut } from '@slack/bolt';
import type { InspectionSubcommand, Written } from '../../../commands/contract.ts';
import { subcommands } from '../../../commands/index.ts';
import { says } from '../../words/message.ts';
import { faultInWords } from '../faults.ts';
import { shortcutSurface } from '../in-modals.ts';
import { digestOf } from '../sent.ts';

import { writtenIn } from '../written.ts';
import { answer, type Room } from './room.ts';

/** Opens what a shortcut asks for. `channel` is empty where it was used in none. */
const opened = async (
  room: Room,
  body: GlobalShortcut | MessageShortcut,
  subcommand: InspectionSubcommand,
  channel: string,
  read: () => Promise<Written | null>,
): Promise<void> => {
  const opening = { client: room.showing, trigger: body.trigger_id, newId: room.newId, drawn: room.drawn };
  const surface = shortcutSurface(opening, { channel, inspection: null });
  await answer(room, {
    acting: body,
    channel,
    request: body.trigger_id,
    sent: digestOf(body.callback_id),
    surface,
    reply: async (asker) => room.router.shortcut(asker, subcommand, await read()),
    failed: (error, quoted) => surface.say(says(faultInWords(error, quoted, 'nothing'))),
  });
};

/** The shortcuts that ask for a command: from anywhere, and on a message. */
export const listenToShortcuts = (app: App, room: Room): void => {
  for (const subcommand of subcommands) {
    if (subcommand.of !== 'inspection' || !subcommand.shortcuts) continue;
    const { global, message } = subcommand.shortcuts;

    app.shortcut<GlobalShortcut>({ type: 'shortcut', callback_id: global }, async ({ shortcut, ack }) => {
      await ack();
      await opened(room, shortcut, subcommand, '', async () => null);
    });

    app.shortcut<MessageShortcut>(
      { type: 'message_action', callback_id: message },
      async ({ shortcut, ack, context }) => {
        await ack();
        await opened(room, shortcut, subcommand, shortcut.channel.id, () => writtenIn(room, shortcut, context));
      },
    );
  }
};

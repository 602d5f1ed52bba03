import type { App, GlobalShortcut, MessageShortcut } from '@slack/bolt';
import type { Written } from '../../../commands/evidence.ts';
import { shortcutSurface } from '../surfaces.ts';
import { writtenIn } from '../written.ts';
import { notOfThisWorkspace, ofThisWorkspace, type Room, sayFault } from './room.ts';

/** Opens what a shortcut asks for. `channel` is empty where it was used in none. */
const opened = async (
  room: Room,
  body: GlobalShortcut | MessageShortcut,
  channel: string,
  read: () => Promise<Written | null>,
): Promise<void> => {
  const given = { client: room.client, trigger: body.trigger_id, newId: room.newId };
  const surface = shortcutSurface(given, { channel, inspection: null });
  if (!ofThisWorkspace(room, body)) return surface.say(notOfThisWorkspace);
  const by = { team: room.team, user: body.user.id };
  const at = room.now();
  try {
    const { reply, inspection } = await room.asking.shortcut({ by, channel, at }, await read());
    await room.doing.carryOut(reply, surface, { channel, inspection }, { person: by, at, request: body.trigger_id });
  } catch (error) {
    await sayFault(room, surface, by.user, error);
  }
};

/** "Record evidence" from anywhere, and "Record as evidence" on a message. */
export const listenToShortcuts = (app: App, room: Room): void => {
  app.shortcut<GlobalShortcut>({ type: 'shortcut', callback_id: 'record_evidence' }, async ({ shortcut, ack }) => {
    await ack();
    await opened(room, shortcut, '', async () => null);
  });

  app.shortcut<MessageShortcut>(
    { type: 'message_action', callback_id: 'record_message' },
    async ({ shortcut, ack }) => {
      await ack();
      await opened(room, shortcut, shortcut.channel.id, () => writtenIn(room, shortcut));
    },
  );
};

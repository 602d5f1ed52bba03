import { Menu } from '../menu.tsx';
import { useRoom } from '../state/room.tsx';

/** What can be done with a message: the app's message shortcuts. */
export const MessageMenu = ({ channel, ts, of }: { channel: string; ts: string; of: string }) => {
  const { setup, act, say } = useRoom();
  const use = async (shortcut: string) => {
    try {
      const { not } = await act({ act: 'message shortcut', shortcut, channel, ts });
      say(not ?? '');
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Menu
      label={`More actions for the message by ${of}`}
      shown="⋯"
      items={setup.shortcuts
        .filter(({ on }) => on === 'message')
        .map(({ id, name }) => ({ words: name, does: () => use(id) }))}
    />
  );
};

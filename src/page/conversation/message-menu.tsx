import { Menu } from '../menu.tsx';
import { useDoing, useRoom } from '../state/room.tsx';

/** What can be done with a message: the app's message shortcuts. */
export const MessageMenu = ({ channel, ts, of }: { channel: string; ts: string; of: string }) => {
  const { setup } = useRoom();
  const does = useDoing();
  return (
    <Menu
      label={`More actions for the message by ${of}`}
      shown="⋯"
      items={setup.shortcuts
        .filter(({ on }) => on === 'message')
        .map(({ id, name }) => ({
          words: name,
          does: () => does({ act: 'message shortcut', shortcut: id, channel, ts }),
        }))}
    />
  );
};

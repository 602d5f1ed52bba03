import type { SeenConversation } from '../../practice/page-server/wire.ts';
import { useRoom } from '../state/room.tsx';
import { dayOf, sentAt } from '../state/times.ts';
import { OneMessage } from './one-message.tsx';

/** Messages, oldest first, with a line where a day begins. */
export const Messages = ({ conversation }: { conversation: SeenConversation }) => {
  const { seen } = useRoom();
  const pinned = new Set(conversation.pinned.map(({ ts }) => ts));
  let before = '';
  return (
    <ol className="messages">
      {conversation.messages.map((message) => {
        const day = dayOf(sentAt(message.ts), seen.timeZone);
        const begins = day !== before;
        before = day;
        return (
          <li key={message.ts}>
            {begins && <h3 className="day">{day}</h3>}
            <OneMessage message={message} channel={conversation.id} isPinned={pinned.has(message.ts)} />
          </li>
        );
      })}
    </ol>
  );
};

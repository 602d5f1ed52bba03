import type { SeenConversation } from '../../page-server/wire.ts';
import { useUnread } from '../state/read.ts';
import { useRoom } from '../state/room.tsx';

const mark = ({ direct, private: closed }: SeenConversation): string => (direct ? '' : closed ? '🔒 ' : '# ');

/** Where this person can look: channels, direct messages, the app's Home. */
export const Sidebar = ({ at }: { at: string }) => {
  const { seen, go } = useRoom();
  const unread = useUnread(seen, at);
  const places = (which: (conversation: SeenConversation) => boolean) =>
    seen.conversations.filter(which).map((conversation) => {
      const news = unread.get(conversation.id) ?? 0;
      return (
        <li key={conversation.id}>
          <button
            type="button"
            className={news > 0 ? 'place unread' : 'place'}
            aria-current={at === conversation.id ? 'page' : undefined}
            onClick={() => go({ at: conversation.id })}
          >
            <span aria-hidden="true">{mark(conversation)}</span>
            {conversation.name}
            {news > 0 && (
              <span className="count">
                {news}
                <span className="unseen"> new</span>
              </span>
            )}
          </button>
        </li>
      );
    });
  return (
    <nav className="sidebar" aria-label="Channels and messages">
      <h2>Channels</h2>
      <ul>{places(({ direct }) => !direct)}</ul>
      <h2>Direct messages</h2>
      <ul>{places(({ direct }) => direct)}</ul>
      <h2>Apps</h2>
      <ul>
        <li>
          <button
            type="button"
            className="place"
            aria-current={at === 'home' ? 'page' : undefined}
            onClick={() => go({ at: 'home' })}
          >
            Fortnight: Home
          </button>
        </li>
      </ul>
    </nav>
  );
};

import type { SeenConversation } from '../../practice/page-server/wire.ts';
import { useUnread } from '../state/read.ts';
import { useRoom } from '../state/room.tsx';
import { Practising } from './practising.tsx';

const Mark = ({ conversation }: { conversation: SeenConversation }) => {
  if (conversation.direct) return null;
  return (
    <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      <path d={conversation.private ? lock : hash} fill="none" stroke="currentColor" strokeWidth="1.5" />
    </svg>
  );
};

const lock = 'M3.5 7.5h9v6h-9z M5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5';
const hash = 'M6 2.5 5 13.5 M11 2.5 10 13.5 M2.5 5.5h11 M2.5 10.5h11';

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
            <Mark conversation={conversation} />
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
            Home
          </button>
        </li>
      </ul>
      <h2>Practice</h2>
      <Practising />
    </nav>
  );
};

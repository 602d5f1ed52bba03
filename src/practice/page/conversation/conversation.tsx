import { useLayoutEffect, useRef } from 'react';
import type { SeenConversation } from '../../page-server/wire.ts';
import { useRoom } from '../state/room.tsx';
import { FirstVisit } from './first-visit.tsx';
import { MessageBox } from './message-box.tsx';
import { Messages } from './messages.tsx';
import { Pinned } from './pinned.tsx';

const whatItIs = ({ direct, private: closed, shared, archived, members }: SeenConversation): string => {
  if (direct) return 'Direct messages with Fortnight';
  const kind = closed ? 'Private channel' : 'Public channel';
  return `${kind} · ${members} people${shared ? ' · shared with another organisation' : ''}${archived ? ' · archived' : ''}`;
};

/** A channel, or the direct messages with the app. */
export const Conversation = ({ conversation }: { conversation: SeenConversation }) => {
  const { seen } = useRoom();
  const { name, direct, messages, pinned, archived } = conversation;
  const scrolled = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const last = messages.at(-1)?.ts;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new message is what scrolls, for whoever reads at the end
  useLayoutEffect(() => {
    const { current } = scrolled;
    if (current && atEnd.current) current.scrollTop = current.scrollHeight;
  }, [last, messages.length]);

  return (
    <main className="conversation" data-seen-by={seen.me}>
      <div className="conversation-head">
        <h2>{direct ? name : `#${name}`}</h2>
        <p>{whatItIs(conversation)}</p>
      </div>
      <div className="conversation-body">
        <div className="talk">
          <div
            className="scrolled"
            ref={scrolled}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it with the keyboard
            tabIndex={0}
            role="log"
            aria-label={`Messages in ${name}`}
            onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
              atEnd.current = scrollHeight - scrollTop - clientHeight < 80;
            }}
          >
            {messages.length === 0 && <FirstVisit conversation={conversation} />}
            <Messages conversation={conversation} />
          </div>
          {!archived && <MessageBox conversation={conversation} />}
        </div>
        {pinned.length > 0 && <Pinned conversation={conversation} />}
      </div>
    </main>
  );
};

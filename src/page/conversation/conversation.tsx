import { useRef } from 'react';
import type { SeenConversation } from '../../practice/page-server/wire.ts';
import { useRoom } from '../state/room.tsx';
import { Beside } from './beside.tsx';
import { FirstVisit } from './first-visit.tsx';
import { useFollowing } from './following.ts';
import { type Box, MessageBox } from './message-box.tsx';
import { Messages } from './messages.tsx';
import { Thread } from './thread.tsx';

const whatItIs = ({ direct, private: closed, shared, archived, members }: SeenConversation): string => {
  if (direct) return 'Direct messages with Fortnight';
  const kind = closed ? 'Private channel' : 'Public channel';
  return `${kind} · ${members} people${shared ? ' · shared with another organisation' : ''}${archived ? ' · archived' : ''}`;
};

/** A channel, or the direct messages with the app. */
export const Conversation = ({ conversation }: { conversation: SeenConversation }) => {
  const { seen, thread } = useRoom();
  const { id, name, direct, messages, archived } = conversation;
  const { scrolled, content, onScroll, below, toNewest } = useFollowing(messages.at(-1)?.ts ?? '', thread);
  const box = useRef<Box>(null);
  const opened = messages.find(({ ts }) => ts === thread);

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
            onScroll={onScroll}
          >
            <div ref={content}>
              {messages.length === 0 && <FirstVisit conversation={conversation} />}
              <Messages conversation={conversation} />
            </div>
          </div>
          {below && (
            <button type="button" className="below" onClick={toNewest}>
              New messages below
            </button>
          )}
          {!archived && <MessageBox conversation={conversation} sent={toNewest} ref={box} />}
        </div>
        {opened && <Thread key={thread} message={opened} channel={id} />}
        {!opened && !direct && <Beside conversation={conversation} put={(words) => box.current?.put(words)} />}
      </div>
    </main>
  );
};

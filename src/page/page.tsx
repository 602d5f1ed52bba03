import { useEffect, useState } from 'react';
import type { Setup } from '../practice/page-server/wire.ts';
import { Conversation } from './conversation/conversation.tsx';
import { Form } from './form/form.tsx';
import { Bar } from './frame/bar.tsx';
import { Home } from './frame/home.tsx';
import { Notice } from './frame/notice.tsx';
import { PlayedBar } from './frame/played-bar.tsx';
import { Sidebar } from './frame/sidebar.tsx';
import { useAddress } from './state/address.ts';
import { unreachable } from './state/api.ts';
import { useDark } from './state/dark.ts';
import { RoomProvider } from './state/room.tsx';
import { useSeen } from './state/seen.ts';

/** The whole page: who one is, where one looks, and what stands there. */
export const Page = ({ setup }: { setup: Setup }) => {
  const { address, go, stand } = useAddress();
  const { seen, lost, act, instead } = useSeen(address.as);
  const [words, say] = useState('');
  const dark = useDark();

  useEffect(() => {
    if (instead !== null) stand(instead);
  }, [instead, stand]);

  if (!seen) return <p className="waiting">{lost ? unreachable : 'Opening…'}</p>;
  const conversation = seen.conversations.find(({ id }) => id === address.at) ?? seen.conversations[0];
  const at = address.at === 'home' ? 'home' : (conversation?.id ?? '');
  const form = seen.forms.at(-1);
  const looking = seen.played?.stands === 'playing' || seen.played?.stands === 'paused';

  return (
    <RoomProvider value={{ setup, seen, act, say, go, dark, lost }}>
      <Bar />
      <PlayedBar />
      <div className="beside">
        <Sidebar at={at} />
        {at === 'home' ? (
          <Home />
        ) : (
          conversation && <Conversation key={`${seen.me} ${at}`} conversation={conversation} />
        )}
        {form && <Form key={`${seen.me} ${form.id}`} view={form} beneath={seen.forms.length - 1} looking={looking} />}
      </div>
      <Notice words={lost ? unreachable : words} close={() => say('')} />
    </RoomProvider>
  );
};

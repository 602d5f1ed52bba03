import { useEffect, useState } from 'react';
import type { Seen, Setup } from '../practice/page-server/wire.ts';
import { Conversation } from './conversation/conversation.tsx';
import { Form } from './form/form.tsx';
import { Bar } from './frame/bar.tsx';
import { Home } from './frame/home.tsx';
import { Notice } from './frame/notice.tsx';
import { Sidebar } from './frame/sidebar.tsx';
import { type Address, useAddress } from './state/address.ts';
import { unreachable } from './state/api.ts';
import { useDark } from './state/dark.ts';
import { RoomProvider } from './state/room.tsx';
import { goesOn, useSeen } from './state/seen.ts';

/** Where a sample fortnight ends: at what was posted last with a thread. */
const postedLast = ({ conversations }: Seen): Partial<Address> => {
  const all = conversations.flatMap(({ id, messages }) => messages.map(({ ts, replies }) => ({ at: id, ts, replies })));
  const last = all.filter(({ replies }) => replies.length > 0).at(-1);
  return last ? { at: last.at, thread: last.ts } : {};
};

/** The whole page: who one is, where one looks, and what stands there. */
export const Page = ({ setup }: { setup: Setup }) => {
  const { address, go, stand } = useAddress();
  const { seen, lost, act, instead, follows, dismiss } = useSeen(address.as);
  const [words, say] = useState('');
  const dark = useDark();

  // biome-ignore lint/correctness/useExhaustiveDependencies: where one stands is settled once, as things are then
  useEffect(() => {
    if (instead !== null) stand({ as: instead, ...(seen?.played?.stands === 'over' ? postedLast(seen) : {}) });
  }, [instead, stand]);

  if (!seen) return <p className="waiting">{lost ? unreachable : 'Opening…'}</p>;
  const looked = address.at || (follows && seen.played?.at);
  const conversation = seen.conversations.find(({ id }) => id === looked) ?? seen.conversations[0];
  const at = address.at === 'home' ? 'home' : (conversation?.id ?? '');
  const looking = goesOn(seen);
  const tooFast = looking && seen.played?.speed === 'at once';
  const form = tooFast ? undefined : seen.forms.at(-1);

  return (
    <RoomProvider value={{ setup, seen, act, say, go, dark, lost, follows, dismiss, thread: address.thread }}>
      <Bar />
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

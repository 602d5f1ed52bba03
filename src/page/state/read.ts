import { useEffect, useState } from 'react';
import type { Seen, SeenConversation } from '../../practice/page-server/wire.ts';

const keyOf = (me: string, conversation: string): string => `read ${me} ${conversation}`;
const lastOf = ({ messages }: SeenConversation): string => messages.at(-1)?.ts ?? '';

/** How many messages this person has not looked at yet, by conversation. What stands before them counts as read. */
export const useUnread = (seen: Seen, at: string): ReadonlyMap<string, number> => {
  const [, setRead] = useState(0);
  const open = seen.conversations.find(({ id }) => id === at);
  const last = open ? lastOf(open) : '';
  useEffect(() => {
    if (last === '') return;
    sessionStorage.setItem(keyOf(seen.me, at), last);
    setRead((count) => count + 1);
  }, [seen.me, at, last]);
  return new Map(
    seen.conversations.map(({ id, messages }) => {
      const read = sessionStorage.getItem(keyOf(seen.me, id)) ?? '';
      // Another workspace, begun anew, has messages of another time: what was read is looked for, not counted back from.
      const place = messages.findIndex(({ ts }) => ts === read);
      const news = id === at ? [] : messages.slice(place + 1).filter(({ by }) => by !== seen.me);
      return [id, news.length];
    }),
  );
};

import { useRef, useState } from 'react';
import type { Seen } from '../../practice/page-server/wire.ts';

/**
 * What only one person sees lasts as long as the page that stood open when it came, unless it is dismissed: loaded again, or
 * in another browser, it is not there, as in Slack.
 */
export const usePrivate = () => {
  const before = useRef<Seen['answered'] | null>(null);
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  const lasting = (seen: Seen): Seen => {
    before.current ??= seen.answered;
    const { in: place, last } = before.current;
    const isGone = (ts: string): boolean =>
      dismissed.has(ts) || (place === seen.answered.in && (ts.split('.')[1] ?? '') <= last);
    return {
      ...seen,
      conversations: seen.conversations.map((conversation) => ({
        ...conversation,
        messages: conversation.messages.filter(({ ts, onlyYou }) => !onlyYou || !isGone(ts)),
      })),
    };
  };
  const dismiss = (ts: string): void => setDismissed((all) => new Set([...all, ts]));
  return { lasting, dismiss };
};

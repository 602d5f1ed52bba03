import type { Seen, SeenConversation, SeenMessage } from '../../practice/page-server/wire.ts';

/*
 * Whatever is the same as before stays the very same value, so that what shows it need not be drawn again: a long channel
 * has hundreds of messages, and each change is told as a whole.
 */

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const sharedMessages = (before: readonly SeenMessage[], now: SeenMessage[]): SeenMessage[] => {
  const known = new Map(before.map((message) => [message.ts, message]));
  return now.map((message) => {
    const earlier = known.get(message.ts);
    return earlier && same(earlier, message) ? earlier : message;
  });
};

const sharedConversation = (before: Seen, now: SeenConversation): SeenConversation => {
  const earlier = before.conversations.find(({ id }) => id === now.id);
  if (!earlier) return now;
  return {
    ...now,
    messages: sharedMessages(earlier.messages, now.messages),
    pinned: sharedMessages(earlier.pinned, now.pinned),
  };
};

export const shared = (before: Seen | null, now: Seen): Seen => {
  if (!before || before.me !== now.me) return now;
  return {
    ...now,
    people: same(before.people, now.people) ? before.people : now.people,
    conversations: now.conversations.map((conversation) => sharedConversation(before, conversation)),
  };
};

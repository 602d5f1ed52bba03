import type { Conversation, Directory } from '../directory.ts';
import { app } from '../identity.ts';
import { refused } from '../inside.ts';
import type { JsonObject } from '../json.ts';

export const isMember = (conversation: Conversation): boolean => conversation.members.has(app.userId);

/** Slack's refusal where none of the scopes that would do was granted. */
export const lackingScope = (directory: Directory, anyOf: string[]): JsonObject | undefined =>
  anyOf.some((scope) => directory.scopes.includes(scope))
    ? undefined
    : { ok: false, error: 'missing_scope', needed: anyOf.join(','), provided: directory.scopes.join(',') };

export const kindOf = (conversation: Conversation): 'channels' | 'groups' | 'im' => {
  if (conversation.direct) return 'im';
  return conversation.private ? 'groups' : 'channels';
};

/**
 * What Slack answers to an app that reaches for a conversation it may not read or write: a private one that it is not in
 * does not exist for it, a public one must be joined first.
 */
export const unreachable = (directory: Directory, id: string, whenPublic: 'join' | 'open'): JsonObject | undefined => {
  const conversation = directory.conversation(id);
  if (!conversation) return refused('channel_not_found');
  if (isMember(conversation)) return undefined;
  if (conversation.private) return refused('channel_not_found');
  return whenPublic === 'open' ? undefined : refused('not_in_channel');
};

import type { Conversation, Directory } from '../directory.ts';
import { app } from '../identity.ts';
import { type Inside, type Method, refused } from '../inside.ts';
import { type JsonObject, objectsIn, textIn, truthIn } from '../json.ts';
import { isMember, kindOf, lackingScope, unreachable } from './access.ts';

/** A conversation as conversations.info gives it. */
const channelOf = (directory: Directory, conversation: Conversation): JsonObject => {
  const { id, name, direct, shared, archived } = conversation;
  const common = { id, created: 0, is_archived: archived, is_org_shared: false, context_team_id: directory.team.id };
  if (direct)
    return { ...common, is_im: true, user: direct, is_user_deleted: directory.person(direct)?.kind === 'deactivated' };
  return {
    ...common,
    name,
    name_normalized: name,
    is_channel: true,
    is_group: false,
    is_im: false,
    is_mpim: false,
    is_private: conversation.private,
    is_general: false,
    is_shared: shared,
    is_ext_shared: shared,
    is_pending_ext_shared: false,
    pending_shared: [],
    shared_team_ids: [directory.team.id],
    is_member: isMember(conversation),
    topic: { value: '', creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
    previous_names: [],
  };
};

/** Answers about a conversation that the app may read. */
const readable =
  (answer: (conversation: Conversation, asked: JsonObject, directory: Directory) => JsonObject): Method =>
  (asked, { directory }) => {
    const conversation = directory.conversation(textIn(asked.channel));
    if (!conversation) return refused('channel_not_found');
    const lacking = lackingScope(directory, [`${kindOf(conversation)}:read`]);
    const refusal = lacking ?? unreachable(directory, conversation.id, 'open');
    return refusal ?? answer(conversation, asked, directory);
  };

const info = readable((conversation, asked, directory) => ({
  ok: true,
  channel: {
    ...channelOf(directory, conversation),
    ...(truthIn(asked.include_num_members) && { num_members: conversation.members.size }),
  },
}));

/** The part of a list that was asked for, and where the next one begins. */
const page = <Item>(all: Item[], asked: JsonObject): { items: Item[]; next: string } => {
  const start = Number(textIn(asked.cursor) || 0);
  const end = start + (Number(asked.limit) || 100);
  return { items: all.slice(start, end), next: end < all.length ? String(end) : '' };
};

const members = readable((conversation, asked) => {
  const { items, next } = page([...conversation.members], asked);
  return { ok: true, members: items, response_metadata: { next_cursor: next } };
});

const typeOf: Record<ReturnType<typeof kindOf>, string> = {
  channels: 'public_channel',
  groups: 'private_channel',
  im: 'im',
};

const listed = (
  asked: JsonObject,
  { directory }: Inside,
  mine: (conversation: Conversation) => boolean,
): JsonObject => {
  const types = (textIn(asked.types) || 'public_channel').split(',').map((type) => type.trim());
  const kinds = (['channels', 'groups', 'im'] as const).filter((kind) => types.includes(typeOf[kind]));
  for (const kind of kinds) {
    const lacking = lackingScope(directory, [`${kind}:read`]);
    if (lacking) return lacking;
  }
  return {
    ok: true,
    channels: directory
      .conversations()
      .filter((conversation) => kinds.includes(kindOf(conversation)) && mine(conversation))
      .filter((conversation) => !(truthIn(asked.exclude_archived) && conversation.archived))
      .map((conversation) => channelOf(directory, conversation)),
    response_metadata: { next_cursor: '' },
  };
};

const list: Method = (asked, inside) =>
  listed(asked, inside, (conversation) => !conversation.private || isMember(conversation));

/** Those that a person (or the app) is in; of private ones, only those that the app is in too. */
const mine: Method = (asked, inside) => {
  const person = textIn(asked.user) || app.userId;
  if (person !== app.userId && !inside.directory.person(person)) return refused('user_not_found');
  return listed(
    asked,
    inside,
    (conversation) => conversation.members.has(person) && (!conversation.private || isMember(conversation)),
  );
};

const open: Method = async (asked, { directory, emulated }) => {
  const users = textIn(asked.users).split(',').filter(Boolean);
  for (const user of users) {
    if (directory.person(user)?.kind === 'deactivated') return refused('user_disabled');
    if (directory.person(user)?.kind === 'bot') return refused('cannot_dm_bot');
  }
  const answer = await emulated.ask('conversations.open', asked, app.botToken);
  const [user] = users;
  const [channel] = objectsIn([answer.channel ?? null]);
  if (answer.ok === true && channel && user && users.length === 1 && !directory.direct(user))
    directory.addDirect(textIn(channel.id), user);
  return answer;
};

/** emulate gives all messages; which part of them was asked for is seen to here. */
const history: Method = async (asked, { directory, board, emulated }) => {
  const channel = textIn(asked.channel);
  const refusal = unreachable(directory, channel, 'join');
  if (refusal) return refusal;
  const answer = await emulated.ask('conversations.history', { channel, limit: 1000 }, app.botToken);
  if (answer.ok !== true) return answer;
  const [oldest, latest, inclusive] = [textIn(asked.oldest) || '0', textIn(asked.latest), truthIn(asked.inclusive)];
  const wanted = objectsIn(answer.messages).filter(({ ts }) => {
    const time = textIn(ts);
    if (inclusive && (time === oldest || time === latest)) return true;
    return Number(time) > Number(oldest) && (latest === '' || Number(time) < Number(latest));
  });
  const { items, next } = page(wanted, asked);
  return {
    ok: true,
    messages: items.map((message) => {
      const { metadata, ...rest } = board.find(channel, textIn(message.ts))?.message ?? message;
      return truthIn(asked.include_all_metadata) ? { ...rest, metadata } : rest;
    }),
    has_more: next !== '',
    response_metadata: { next_cursor: next },
  };
};

export const conversationMethods: Record<string, Method> = {
  'conversations.info': info,
  'conversations.members': members,
  'conversations.list': list,
  'conversations.open': open,
  'conversations.history': history,
  'users.conversations': mine,
};

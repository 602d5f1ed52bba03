import type { Activity } from './activity.ts';
import type { Conversation } from './directory.ts';
import type { Keeper } from './emulated.ts';
import { everythingToken, tokenOf } from './emulated.ts';
import { NotPossible } from './form/entering.ts';
import { app } from './identity.ts';
import type { Inside } from './inside.ts';
import { kindOf } from './methods/access.ts';
import { userOf } from './methods/people.ts';
import { createDelivering } from './person/delivering.ts';

/** What happens to channels from outside, with the events that Slack sends the app about it. */
export const createChannelChanges = (inside: Inside, keeper: Keeper, activity: Activity) => {
  const { board, directory, emulated } = inside;
  const delivering = createDelivering(inside, activity);

  const channelCalled = (id: string): Conversation => {
    const conversation = directory.conversation(id);
    if (!conversation) throw new NotPossible(`no conversation is ${id}`);
    return conversation;
  };
  const membership = (conversation: Conversation, user: string, type: string) => ({
    type,
    user,
    channel: conversation.id,
    channel_type: conversation.private ? 'G' : 'C',
    team: directory.team.id,
  });
  /** The app hears of a conversation only while it is in it. */
  const tell = async (conversation: Conversation, subscription: string, event: Record<string, string | boolean>) => {
    if (conversation.members.has(app.userId)) await delivering.event(subscription, event);
    await activity.quiet();
  };

  return {
    /** As a person does who may delete anybody's message. */
    deleteMessage: async (channel: string, ts: string): Promise<void> => {
      const posted = board.find(channel, ts);
      if (!posted) throw new NotPossible(`no message ${ts} stands in ${channel}`);
      const author = posted.by === app.userId ? everythingToken : tokenOf(posted.by);
      await emulated.ask('chat.delete', { channel, ts }, author);
      board.remove(channel, ts);
      const conversation = channelCalled(channel);
      await tell(conversation, `message.${kindOf(conversation)}`, {
        type: 'message',
        subtype: 'message_deleted',
        hidden: true,
        channel,
        deleted_ts: ts,
      });
    },
    invite: async (person: string, channel: string): Promise<void> => {
      const conversation = channelCalled(channel);
      if (conversation.members.has(person)) return;
      conversation.members.add(person);
      await keeper.invite(channel, [person]);
      const event = membership(conversation, person, 'member_joined_channel');
      await tell(conversation, 'member_joined_channel', event);
    },
    kick: async (person: string, channel: string): Promise<void> => {
      const conversation = channelCalled(channel);
      if (!conversation.members.delete(person)) return;
      await keeper.kick(channel, person);
      if (person === app.userId) {
        const type = conversation.private ? 'group_left' : 'channel_left';
        await delivering.event(type, { type, channel, actor_id: '' });
        await activity.quiet();
      } else await tell(conversation, 'member_left_channel', membership(conversation, person, 'member_left_channel'));
    },
    setShared: async (channel: string, shared: boolean): Promise<void> => {
      const conversation = channelCalled(channel);
      if (conversation.shared === shared) return;
      conversation.shared = shared;
      const type = shared ? 'channel_shared' : 'channel_unshared';
      const other = shared ? 'connected_team_id' : 'previously_connected_team_id';
      await tell(conversation, type, {
        type,
        channel,
        [other]: 'T0ELSEWHERE',
        ...(!shared && { is_ext_shared: false }),
      });
    },
    /** As an owner does. Slack sends the app nothing of it. */
    setPrivate: (channel: string, isPrivate: boolean): void => {
      channelCalled(channel).private = isPrivate;
    },
    /** Ends the account of somebody, or gives it back. */
    setDeactivated: async (id: string, deactivated: boolean): Promise<void> => {
      const person = directory.person(id);
      if (!person) throw new NotPossible(`nobody in the workspace is ${id}`);
      person.kind = deactivated ? 'deactivated' : 'member';
      await delivering.event('user_change', { type: 'user_change', user: userOf(directory, person) });
      await activity.quiet();
    },
    archive: async (channel: string): Promise<void> => {
      const conversation = channelCalled(channel);
      conversation.archived = true;
      await keeper.archive(channel);
      const type = conversation.private ? 'group_archive' : 'channel_archive';
      await tell(conversation, type, { type, channel, user: '' });
    },
  };
};

import { app } from './identity.ts';
import type { Channel, Person, Workspace } from './workspace.ts';

/** A conversation as it stands now: a channel, or the direct messages between one person and the app. */
export interface Conversation {
  id: string;
  name: string;
  /** With whom, for direct messages. */
  direct: string | undefined;
  private: boolean;
  shared: boolean;
  archived: boolean;
  members: Set<string>;
}

/** Who and what the workspace has. */
export interface Directory {
  readonly team: Workspace['team'];
  readonly scopes: readonly string[];
  readonly events: readonly string[];
  people(): Person[];
  person(id: string): Person | undefined;
  conversations(): Conversation[];
  conversation(id: string): Conversation | undefined;
  /** The direct messages with a person, once they were opened. */
  direct(person: string): Conversation | undefined;
  addDirect(id: string, person: string): Conversation;
}

const asConversation = (channel: Channel): Conversation => ({
  id: channel.id,
  name: channel.name,
  direct: undefined,
  private: channel.private,
  shared: channel.shared === true,
  archived: channel.archived === true,
  members: new Set(channel.app ? [...channel.members, app.userId] : channel.members),
});

export const createDirectory = (workspace: Workspace): Directory => {
  const people = new Map(workspace.people.map((person) => [person.id, person]));
  const conversations = new Map(workspace.channels.map((channel) => [channel.id, asConversation(channel)]));
  for (const { id, members } of workspace.channels)
    for (const member of members)
      if (!people.has(member))
        throw new Error(`${id} lists ${member} as a member, and the workspace has no such person`);
  return {
    team: workspace.team,
    scopes: workspace.botScopes,
    events: workspace.botEvents,
    people: () => [...people.values()],
    person: (id) => people.get(id),
    conversations: () => [...conversations.values()],
    conversation: (id) => conversations.get(id),
    direct: (person) => [...conversations.values()].find(({ direct }) => direct === person),
    addDirect: (id, person) => {
      const direct: Conversation = {
        id,
        name: 'directmessage',
        direct: person,
        private: true,
        shared: false,
        archived: false,
        members: new Set([person, app.userId]),
      };
      conversations.set(id, direct);
      return direct;
    },
  };
};

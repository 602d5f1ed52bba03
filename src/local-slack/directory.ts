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

const asConversation = (channel: Channel): Conversation => ({
  id: channel.id,
  name: channel.name,
  direct: undefined,
  private: channel.private,
  shared: channel.shared === true,
  archived: channel.archived === true,
  members: new Set(channel.app ? [...channel.members, app.userId] : channel.members),
});

/** Who and what the workspace has. */
export const createDirectory = (workspace: Workspace) => {
  const people = new Map(workspace.people.map((person) => [person.id, { ...person }]));
  const conversations = new Map(workspace.channels.map((channel) => [channel.id, asConversation(channel)]));
  for (const { id, members } of workspace.channels)
    for (const member of members)
      if (!people.has(member))
        throw new Error(`${id} lists ${member} as a member, and the workspace has no such person`);
  return {
    team: workspace.team,
    scopes: workspace.botScopes,
    events: workspace.botEvents,
    people: (): Person[] => [...people.values()],
    person: (id: string): Person | undefined => people.get(id),
    conversations: (): Conversation[] => [...conversations.values()],
    conversation: (id: string): Conversation | undefined => conversations.get(id),
    /** The direct messages with a person, once they were opened. */
    direct: (person: string): Conversation | undefined =>
      [...conversations.values()].find(({ direct }) => direct === person),
    addDirect: (id: string, person: string): Conversation => {
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

export type Directory = ReturnType<typeof createDirectory>;

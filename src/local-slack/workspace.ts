/** Who a person is to the workspace. A person with no kind is a full member. */
export type Kind =
  | 'member'
  | 'guest'
  | 'single-channel guest'
  | 'bot'
  | 'deactivated'
  /** A member of this workspace whose own is another of the same organisation (Enterprise Grid). */
  | 'other-workspace'
  | 'other-organisation';

export interface Person {
  id: string;
  /** The display name, as it stands after an @. */
  name: string;
  realName: string;
  kind?: Kind;
  /** The team they belong to, when that is not this workspace's. */
  team?: string;
}

export interface Channel {
  id: string;
  name: string;
  private: boolean;
  /** Shared with another organisation (Slack Connect). */
  shared?: boolean;
  archived?: boolean;
  members: string[];
  /** The app is in it. */
  app: boolean;
}

/** A workspace to open: what is there before anybody does anything, and what manifest.yml says of the app. */
export interface Workspace {
  team: { id: string; domain: string; name: string };
  people: Person[];
  channels: Channel[];
  /** The app's shortcuts: on a message, or from anywhere. */
  shortcuts: { name: string; callbackId: string; on: 'message' | 'anything' }[];
  /** The app's slash command; with shouldEscape, people and channels named in its text arrive as ids. */
  command: { name: string; about?: string; hint?: string; shouldEscape: boolean };
  /** The app's bot scopes: a call that needs another is answered missing_scope. */
  botScopes: string[];
  /** The app's bot events: others are not sent, as Slack does not send them. */
  botEvents: string[];
  /** How long it waits for the app to answer what people send, in milliseconds. Slack waits three seconds. */
  patience: number;
}

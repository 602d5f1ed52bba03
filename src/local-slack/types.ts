import type { Answer, Call, Fault } from './calls.ts';
import type { Conversation } from './directory.ts';
import type { JsonObject } from './json.ts';
import type { PersonAtSlack } from './person/types.ts';
import type { Appearance, Posted, Shown, View } from './shown.ts';
import type { Snapshot } from './snapshot.ts';
import type { Acknowledgement, DisconnectReason, EnvelopeType } from './socket-mode.ts';
import type { Workspace } from './workspace.ts';

/** A Slack workspace within this process, for an app to connect to and for people to act in. */
export interface LocalSlack {
  /** For clientOptions.slackApiUrl. */
  readonly webApi: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly team: Workspace['team'];
  /** The app's own account. */
  readonly appUser: string;
  /** Every Web API call and every post to a response_url, in the order they arrived. */
  readonly calls: readonly Call[];
  /** What the app gave back with its acknowledgements, in order. */
  readonly answers: readonly Answer[];
  person(id: string): PersonAtSlack;
  channel(id: string): { messages(): Posted[]; pinned(): Posted[] };
  /** The channels that a person is in, and their direct messages with the app once there are any. */
  conversationsOf(person: string): Conversation[];
  /** What the app sent to a person directly. */
  directMessages(person: string): Posted[];
  /** What only this person saw, in one channel or in all, and still stands. */
  ephemeral(person: string, channel?: string): Shown[];
  home(person: string): View | undefined;
  /** The bytes of a file that the app uploaded. */
  file(id: string): Promise<Buffer>;
  /** What stands here, to begin another workspace with. */
  kept(): Promise<Snapshot>;
  /** Begins with what was kept of a workspace with the same people and channels, before anything happens in this one. */
  restore(kept: Snapshot): Promise<void>;
  /** As a person does who may delete anybody's message. */
  deleteMessage(channel: string, ts: string): Promise<void>;
  invite(person: string, channel: string): Promise<void>;
  kick(person: string, channel: string): Promise<void>;
  setShared(channel: string, shared: boolean): Promise<void>;
  archive(channel: string): Promise<void>;
  /**
   * From now on a conversation takes one message of the app a second, by this clock in milliseconds; others are answered
   * with how long to wait. Without it as many are taken as come, so that no test waits for nothing.
   */
  limitRates(clock: () => number): void;
  /** Sends again the events that were not acknowledged and are due once more by now: a minute later, and five after that. */
  retryEvents(): Promise<void>;
  fail(method: string, fault: Fault, times: number): void;
  delay(method: string, until: Promise<void>): void;
  /** Sends any payload and gives its acknowledgement. */
  send(type: EnvelopeType, payload: JsonObject, retry?: { attempt: number; reason: string }): Promise<Acknowledgement>;
  /** From now on delivers payloads as signed requests to this address, rather than over Socket Mode. */
  deliverTo(url: string): void;
  /** Resolves when this many connections are open and were greeted. */
  connected(count?: number): Promise<void>;
  /** Resolves when the next connection has closed. */
  disconnected(): Promise<void>;
  /** How many connections are open. */
  connections(): number;
  /** Asks the app to connect anew, on all of its connections or on the oldest. */
  refreshSockets(reason?: DisconnectReason, which?: 'all' | 'oldest'): void;
  /** Cuts all connections without a word. */
  cutSockets(): void;
  /** Has `quiet` wait for this as well: the app's own count of what it is doing. */
  follow(idle: () => Promise<void>): void;
  /** Resolves when no call is under way, no envelope unacknowledged, and whoever is followed idle. */
  quiet(): Promise<void>;
  /** Tells of everything that appears, changes or goes away. Gives what ends it. */
  onPosted(listener: (appearance: Appearance) => void): () => void;
  close(): Promise<void>;
}

import type { WebClient } from '@slack/web-api';
import { leeway } from '../domain/moments.ts';
import { type Message, plainText } from '../words/message.ts';
import { slackError } from './errors.ts';
import type { Paces } from './pace.ts';
import type { Tables } from './tables.ts';
import { decoded } from './text.ts';

/** Where a message stands, and its text as it stands there. */
export type Stands = { channel: string; ts: string; text: string };

/** What a message carries unseen: by it the app finds its own again after an outcome that nobody knows. */
export type Carries = { type: string; payload: Readonly<Record<string, string>> };

export const carriedByPosting = (inspection: string, posting: string): Carries => ({
  type: 'fortnight_posting',
  payload: { inspection, posting },
});

type Parts = {
  client: WebClient;
  appUser: string;
  pace: Paces;
  tables: Tables;
  now: () => string;
  /** Done right before each sending, once its turn has come: what it throws keeps it from being sent. */
  before?: () => Promise<void>;
};

/** Sends messages, each once, and finds them again. */
export const sender = ({ client, appUser, pace, tables, now, before }: Parts) => {
  const sending = <Sent>(send: () => Promise<Sent>): Promise<Sent> => (before ? before().then(send) : send());

  /** The channel of direct messages with one person. */
  const channelTo = async (user: string, turn?: number): Promise<string> => {
    const { channel } = await pace.opening('', () => client.conversations.open({ users: user }), turn);
    return channel?.id ?? user;
  };

  /**
   * Does something that can wait in the direct messages with one person. Where the record knows their channel they are not opened again: a
   * hundred at once are more than Slack opens in a minute.
   */
  const inDirect = async <Result>(
    user: string,
    known: string | undefined,
    act: (channel: string) => Promise<Result>,
  ): Promise<Result> => {
    if (known === undefined) return act(await channelTo(user, pace.turn()));
    try {
      return await act(known);
    } catch (error) {
      // The app was installed as another one then, whose channel this is not.
      if (slackError(error) !== 'channel_not_found') throw error;
      return act(await channelTo(user));
    }
  };

  /** The message itself, where an earlier try did arrive. `since` is when that was begun, in ISO 8601. */
  const standing = async (channel: string, carries: Carries, since: string): Promise<Stands | null> => {
    const own = Object.entries(carries.payload);
    // In a record that is ahead of the clock nobody knows when that was.
    const oldest = since > now() ? '0' : String(Math.floor((Date.parse(since) - leeway) / 1000));
    let cursor = '';
    do {
      const asked = { channel, oldest, include_all_metadata: true, limit: 200, ...(cursor ? { cursor } : {}) };
      const { messages = [], response_metadata } = await pace.looking('', () => client.conversations.history(asked));
      for (const { ts, text, user, metadata } of messages) {
        const payload = (metadata?.event_payload ?? {}) as Record<string, unknown>;
        const isIt = metadata?.event_type === carries.type && own.every(([key, value]) => payload[key] === value);
        if (isIt && user === appUser && ts) return { channel, ts, text: decoded(text ?? '') };
      }
      cursor = response_metadata?.next_cursor ?? '';
    } while (cursor);
    return null;
  };

  /** Posts something, under a message where one is named, each try by `paced`. */
  const post = async (
    channel: string,
    message: Message,
    carries: Carries | undefined,
    under: string | null,
    paced: <Result>(call: () => Promise<Result>) => Promise<Result>,
  ): Promise<Stands> => {
    const metadata = carries && { event_type: carries.type, event_payload: carries.payload };
    const whole = {
      channel,
      unfurl_links: false,
      unfurl_media: false,
      ...(metadata && { metadata }),
      ...(under !== null && { thread_ts: under }),
    };
    const sent = await tables('chat.postMessage', message, (drawn) =>
      paced(() => sending(() => client.chat.postMessage({ ...whole, ...drawn }))),
    );
    return { channel: sent.channel ?? channel, ts: sent.ts ?? '', text: plainText(message) };
  };

  /** Says something in a channel once, and gives where it stands: before whatever waits for its turn, unless it has one. */
  const say = (channel: string, message: Message, carries?: Carries, turn?: number): Promise<Stands> =>
    post(channel, message, carries, null, (call) => pace.message(channel, call, turn));

  /** Says something under a message, in the turn of whoever asks for it. */
  const sayUnder = (channel: string, under: string, message: Message, carries: Carries): Promise<Stands> =>
    post(channel, message, carries, under, (call) => call());

  /** Says something else where one of its messages stands. */
  const change = async ({ channel, ts }: Pick<Stands, 'channel' | 'ts'>, message: Message): Promise<void> => {
    await tables('chat.update', message, (drawn) => sending(() => client.chat.update({ channel, ts, ...drawn })));
  };

  /** Says something to one person once, without looking for it again. */
  const tell = async (user: string, message: Message): Promise<void> => {
    await say(await channelTo(user), message);
  };

  return { channelTo, inDirect, standing, say, sayUnder, change, tell };
};

export type Sender = ReturnType<typeof sender>;

import { type App, type Logger, SocketModeReceiver } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import { type Arrival, awaitArrival } from './arrival.ts';
import { NotGreeted } from './errors.ts';

/** One connection of Socket Mode. */
export type Socket = {
  /** Resolves when it is to be replaced: Slack said that it will close it, or it was lost. */
  over: Promise<void>;
  /** Resolves when it is closed, whoever closed it. */
  closed: Promise<void>;
  /** Closes it once everything that came over it is answered, or Slack no longer waits for the answer. */
  close: () => Promise<void>;
};

type SocketSetup = { app: App; appToken: string; clientOptions: WebClientOptions; logger: Logger };

/** Slack waits three seconds for an answer. */
const answerWithin = 3000;
const greetingWithin = 10_000;
/** A peer that does not answer a farewell is left without one. */
const farewellWithin = 2000;
/** A connection that is lost without a word is found out by its pings and given up within so long. */
const lossSeenWithin = 45_000;
/** Whoever announces that they will close a connection does not break it off within so long. */
const announcedAhead = 3000;

const reasonIn = (data: unknown): string | null => {
  if (typeof data !== 'string' || !data.includes('"disconnect"')) return null;
  const said: unknown = JSON.parse(data);
  if (typeof said !== 'object' || said === null || !('type' in said) || said.type !== 'disconnect') return null;
  return 'reason' in said ? String(said.reason) : 'unknown';
};

/**
 * Opens a connection and resolves when Slack has greeted it. Bolt's own client closes a connection as soon as Slack
 * announces that it will, answers under way included, and is deaf for five seconds; so the announcement is taken
 * from it, and whoever opened this one opens the next before it is gone.
 * @throws what the Web API gave, or NotGreeted when the connection was closed before its greeting
 */
export const openSocket = async ({ app, appToken, clientOptions, logger }: SocketSetup): Promise<Socket> => {
  const unanswered = new Map<string, NodeJS.Timeout>();
  const arrivals = new Map<string, Arrival>();
  const began = (envelope: string): Pick<Arrival, 'arrived'> => {
    unanswered.set(
      envelope,
      setTimeout(() => answered(envelope), answerWithin),
    );
    const arrival = awaitArrival();
    arrivals.set(envelope, arrival);
    arrival.arrived.then(() => arrivals.delete(envelope));
    return { arrived: arrival.arrived };
  };
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions },
    customPropertiesExtractor: ({ envelope_id: envelope }: { envelope_id: string }) => began(envelope),
  });
  receiver.init(app);
  const { client } = receiver;
  let greeted = false;
  let closing: Promise<void> | null = null;
  let replace = (): void => {};
  let allAnswered = (): void => {};
  const over = new Promise<void>((resolve) => {
    replace = resolve;
  });
  const closed = new Promise<void>((resolve) => client.once('disconnected', () => resolve()));
  closed.then(() => {
    replace();
    for (const envelope of unanswered.keys()) answered(envelope);
    // What this end closed has taken everything that was sent before.
    for (const arrival of arrivals.values()) arrival.over(closing !== null);
  });
  client.once('connected', () => {
    greeted = true;
  });

  const answered = (envelope: string): void => {
    clearTimeout(unanswered.get(envelope));
    unanswered.delete(envelope);
    if (unanswered.size === 0) allAnswered();
  };
  // Told right before the answer is sent, within the same turn.
  client.on('outgoing_message', ({ envelope_id: envelope }: { envelope_id: string }) => {
    arrivals.get(envelope)?.sent(lossSeenWithin);
    setImmediate(() => answered(envelope));
  });

  const theirs = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (data: unknown, isBinary: boolean) => {
    const reason = reasonIn(data);
    if (reason === null) for (const listener of theirs) listener(data, isBinary);
    else if (greeted) {
      for (const [envelope, { sent }] of arrivals) if (!unanswered.has(envelope)) sent(announcedAhead);
      replace();
    } else {
      logger.warn(`Slack closed a connection before its greeting (${reason})`);
      void client.disconnect();
    }
  });

  const impatience = setTimeout(() => void client.disconnect(), greetingWithin);
  try {
    await receiver.start();
  } catch (error) {
    throw error ?? new NotGreeted();
  } finally {
    clearTimeout(impatience);
  }

  const closeOnce = async (): Promise<void> => {
    if (unanswered.size > 0)
      await new Promise<void>((resolve) => {
        allAnswered = resolve;
      });
    void client.disconnect();
    // Said a second time, it closes without waiting for the peer.
    const force = setTimeout(() => void client.disconnect(), farewellWithin);
    await closed;
    clearTimeout(force);
  };
  const close = (): Promise<void> => {
    closing ??= closeOnce();
    return closing;
  };

  return { over, closed, close };
};

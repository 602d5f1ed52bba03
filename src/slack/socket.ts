import { type App, type Logger, SocketModeReceiver } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
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
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions },
  });
  receiver.init(app);
  const { client } = receiver;
  const unanswered = new Map<string, NodeJS.Timeout>();
  let greeted = false;
  let replace = (): void => {};
  let allAnswered = (): void => {};
  const over = new Promise<void>((resolve) => {
    replace = resolve;
  });
  const closed = new Promise<void>((resolve) => client.once('disconnected', () => resolve()));
  closed.then(() => replace());
  client.once('connected', () => {
    greeted = true;
  });

  const answered = (envelope: string): void => {
    clearTimeout(unanswered.get(envelope));
    unanswered.delete(envelope);
    if (unanswered.size === 0) allAnswered();
  };
  client.on('slack_event', ({ envelope_id: envelope }: { envelope_id: string }) => {
    unanswered.set(
      envelope,
      setTimeout(() => answered(envelope), answerWithin),
    );
  });
  // Told right before the answer is sent, within the same turn.
  client.on('outgoing_message', ({ envelope_id: envelope }: { envelope_id: string }) =>
    setImmediate(() => answered(envelope)),
  );

  const theirs = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (data: unknown, isBinary: boolean) => {
    const reason = reasonIn(data);
    if (reason === null) for (const listener of theirs) listener(data, isBinary);
    else if (greeted) replace();
    else {
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
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => {
    closing ??= closeOnce();
    return closing;
  };

  return { over, closed, close };
};

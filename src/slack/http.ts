import {
  type AllMiddlewareArgs,
  type AnyMiddlewareArgs,
  defaultBodyLimit,
  HTTPModuleFunctions,
  HTTPReceiver,
  type Logger,
} from '@slack/bolt';
import { portRefused } from '../config.ts';
import { type Arrival, awaitArrival } from './arrival.ts';
import type { Connection } from './connection.ts';

type Listening = Parameters<HTTPReceiver['requestListener']>;
type Request = Pick<Listening[0], 'headers'>;
type HttpSetup = { signingSecret: string; port: number; logger: Logger };

/** A signed request is good for five minutes, before and after the time it carries. */
const goodFor = 5 * 60_000;

/** Slack sends a request whole at once and waits three seconds for its answer: one that is not there by then is nobody's. */
const comesWithin = 3000;
const limits = { headersTimeout: comesWithin, requestTimeout: comesWithin, connectionsCheckingInterval: 500 };

/** Whether a signed body is of the kinds that Slack sends: an object that says what it is. Bolt would answer no other. */
const isPayload = (request: Parameters<typeof HTTPModuleFunctions.parseHTTPRequestBody>[0]): boolean => {
  try {
    const body: unknown = HTTPModuleFunctions.parseHTTPRequestBody(request);
    return typeof body === 'object' && body !== null && ['type', 'command', 'ssl_check'].some((name) => name in body);
  } catch {
    return false;
  }
};

const headerOf = (request: Request, name: string): string => String(request.headers[name] ?? '');

/** Bolt refuses what is too old and takes what comes from the future. The time of day, as Bolt goes by for the others. */
const fromTheFuture = (request: Request): boolean =>
  Number(headerOf(request, 'x-slack-request-timestamp')) * 1000 > Date.now() + goodFor;

/** Remembers signatures for as long as they are good, and says of one whether it came before. */
const rememberSignatures = () => {
  const seen = new Map<string, number>();
  return (signature: string): boolean => {
    const now = Date.now();
    for (const [known, until] of seen) {
      if (until > now) break;
      seen.delete(known);
    }
    if (seen.has(signature)) return true;
    seen.set(signature, now + 2 * goodFor);
    return false;
  };
};

/** A connection that breaks under an answer says so within so long. */
const lossSeenWithin = 2000;

const aTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Watches the connection of one request until its answer is through. */
const arrivalOver = ([{ socket }, response]: Listening): Arrival => {
  const arrival = awaitArrival();
  response.once('close', () => {
    if (!response.writableFinished) arrival.over(false);
  });
  response.once('finish', async () => {
    arrival.sent(2 * lossSeenWithin);
    // What had come to this machine by then is read within two turns: whoever hung up by then heard nothing.
    await aTurn();
    await aTurn();
    if (response.shouldKeepAlive && socket.readableEnded) arrival.over(false);
    else setTimeout(() => arrival.over(socket.errored === null), lossSeenWithin).unref();
  });
  return arrival;
};

/** Takes signed requests from Slack at /slack/events. @throws SettingRefused where it cannot listen at its port */
export const http = ({ signingSecret, port, logger }: HttpSetup): Connection => {
  const cameBefore = rememberSignatures();
  const arrivals = new WeakMap<Request, Arrival>();
  const receiver = new HTTPReceiver({
    signingSecret,
    port,
    logger,
    // Asked only of a request whose signature was found right.
    customPropertiesExtractor: (request) => ({
      repeated: cameBefore(headerOf(request, 'x-slack-signature')),
      arrived: arrivals.get(request)?.arrived,
    }),
  });
  const theirs = receiver.requestListener;
  const bolt = { signingSecret, bodyLimit: defaultBodyLimit };
  const statusRefused = async (request: Parameters<typeof theirs>[0]): Promise<number | null> => {
    if (fromTheFuture(request)) {
      logger.warn('A request dated more than five minutes ahead was refused');
      return 401;
    }
    // What is wrong with one that is not signed, Bolt says: it goes by the bytes that are read here.
    const signed = await HTTPModuleFunctions.parseAndVerifyHTTPRequest(bolt, request).catch(() => null);
    return signed === null || isPayload(signed) ? null : 400;
  };
  receiver.requestListener = async (request, response) => {
    arrivals.set(request, arrivalOver([request, response]));
    const refused = await statusRefused(request);
    try {
      if (refused === null) theirs(request, response);
      else response.writeHead(refused).end();
    } catch {
      // Bolt throws where it has no such place.
      response.writeHead(404).end();
    }
  };
  let server: { closeAllConnections: () => void } | null = null;

  return {
    init: (app) => receiver.init(app),
    start: async () => {
      try {
        server = await receiver.start(port, limits);
      } catch (error) {
        throw error instanceof Error && 'code' in error ? portRefused('PORT', String(port), error) : error;
      }
    },
    stop: async () => {
      const stopped = receiver.stop();
      // All that came whole is answered: what is left is half a request, or a connection that is kept for the next.
      server?.closeAllConnections();
      server = null;
      await stopped;
    },
    open: () => (server ? 1 : 0),
  };
};

/**
 * Lets a request through that was not there before. One that was sent again to the letter is not Slack's doing: Slack
 * signs anew when it tries again. It gets an empty 200 and nothing is done, so it opens, posts and shows nothing.
 */
export const onceOnly = async (args: AnyMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
  if (!args.context.repeated) await args.next();
  else if ('ack' in args && typeof args.ack === 'function') await args.ack();
};

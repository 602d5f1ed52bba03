import type { App, Logger } from '@slack/bolt';
import type { FetchFunction, WebClientOptions } from '@slack/web-api';
import type { Connection } from './connection.ts';
import { type Count, countedCall } from './counting.ts';
import { pauseAskedFor } from './errors.ts';
import { openSocket, type Socket } from './socket.ts';

type SocketsSetup = { appToken: string; webApi: string | null; fetch: FetchFunction; logger: Logger; count: Count };

/** Two, so that one is there while the other is opened anew. Slack takes ten of all processes of an app together. */
const kept = 2;
/** Connections that Slack announced to close stay open beside their successors, so that nothing sent to them is lost. */
const mostLeaving = 4;
/** Slack closes a connection about ten seconds after it announced that. */
const closesWithin = 10_000;
/** Between two openings in one place: a connection that is closed straight away must not become a storm. */
const between = 200;
const longest = 30_000;

/** How long to wait after so many failures in a row. */
const pauseAfter = (failures: number): number => Math.min(between * 2 ** failures, longest);

/** Keeps two connections of Socket Mode open, each replaced before Slack closes it, so that there is always one that listens. */
export const sockets = ({ appToken, webApi, fetch, logger, count }: SocketsSetup): Connection => {
  const clientOptions: WebClientOptions = {
    ...(webApi === null ? {} : { slackApiUrl: webApi }),
    fetch,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 5000,
  };
  const serving = new Set<Socket>();
  const leaving: Socket[] = [];
  const timers = new Set<NodeJS.Timeout>();
  let app: App | null = null;
  let stopping = false;

  const pause = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        resolve();
      }, milliseconds);
      timers.add(timer);
    });

  const open = async (): Promise<Socket> => {
    if (!app) throw new Error('The connections have no app yet');
    const opening = openSocket({ app, appToken, clientOptions, logger });
    const socket = await countedCall(count, 'apps.connections.open', opening);
    serving.add(socket);
    socket.over.then(() => serving.delete(socket));
    if (stopping) void socket.close();
    return socket;
  };

  /** Lets Slack close it, and does so itself where Slack does not. */
  const retire = async (socket: Socket): Promise<void> => {
    leaving.push(socket);
    if (leaving.length > mostLeaving) void leaving[0]?.close();
    await Promise.race([socket.closed, pause(closesWithin)]);
    await socket.close();
    leaving.splice(leaving.indexOf(socket), 1);
  };

  /** Opens until it succeeds, as patiently as Slack asks. */
  const openAgain = async (): Promise<Socket | null> => {
    for (let failures = 1; !stopping; failures += 1) {
      try {
        return await open();
      } catch (error) {
        logger.warn(`A connection to Slack could not be opened; trying again (${failures})`);
        await pause(pauseAskedFor(error) ?? pauseAfter(failures));
      }
    }
    return null;
  };

  /** Keeps one place filled. */
  const occupy = async (first: Socket | null): Promise<void> => {
    let socket = first;
    while (!stopping) {
      const soonest = pause(between);
      if (socket) {
        await socket.over;
        if (stopping) return;
        void retire(socket);
      }
      await soonest;
      socket = await openAgain();
    }
  };

  return {
    init: (given) => {
      app = given;
    },
    /** Resolves when one connection is open; @throws what the first said where none could be opened */
    start: async () => {
      const first = await Promise.allSettled(Array.from({ length: kept }, open));
      const opened = first.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
      const failed = first.find((result) => result.status === 'rejected');
      if (opened.length === 0 && failed) throw failed.reason;
      for (let place = 0; place < kept; place += 1) void occupy(opened[place] ?? null);
    },
    stop: async () => {
      stopping = true;
      for (const timer of timers) clearTimeout(timer);
      await Promise.all([...serving, ...leaving].map((socket) => socket.close()));
    },
    open: () => serving.size,
  };
};

import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { isProgram } from './guard.ts';
import { app } from './identity.ts';
import { type JsonObject, objectIn, parsedJson, textIn } from './json.ts';

export type EnvelopeType = 'slash_commands' | 'interactive' | 'events_api';
export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled';

/** What came back for a payload: the acknowledgement's own payload, or nothing in time. */
export type Acknowledgement = { answered: true; payload: JsonObject } | { answered: false };

/** Sends the app a payload. */
export type Deliver = (
  type: EnvelopeType,
  payload: JsonObject,
  retry: { attempt: number; reason: string } | undefined,
  /** After how many milliseconds the connection that it went over is cut, where it is. */
  cutAfter?: number,
) => Promise<Acknowledgement>;

const most = 10;
/** A client that hears no ping for thirty seconds takes the connection for lost. */
const pingEvery = 10_000;

/**
 * Socket Mode: payloads go out as envelopes, each over exactly one of the open connections. `patience` is how long an
 * acknowledgement may take, in milliseconds.
 */
export const createSocketMode = (patience: number) => {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const open: WebSocket[] = [];
  /** Told that they will be closed. Slack closes them by and by; here, when another one is there and all is answered. */
  const leaving = new Set<WebSocket>();
  const waiting = new Map<string, { over: WebSocket; settle: (answer: Acknowledgement) => void }>();
  let arrivals: { count: number; resolve: () => void }[] = [];
  const departures: (() => void)[] = [];
  let turn = 0;
  /** Which of so many connections is the next one's. */
  let draw = (many: number): number => turn++ % many;

  const settle = (envelope: string, answer: Acknowledgement): void => {
    waiting.get(envelope)?.settle(answer);
    waiting.delete(envelope);
  };

  const closeLeaving = (): void => {
    const busy = new Set([...waiting.values()].map(({ over }) => over));
    if (open.every((socket) => leaving.has(socket))) return;
    for (const socket of leaving) if (!busy.has(socket)) socket.close();
  };

  const farewell = (socket: WebSocket, reason: string): void =>
    socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'local' } }));

  const greeted = (socket: WebSocket): void => {
    open.push(socket);
    closeLeaving();
    arrivals = arrivals.filter(({ count, resolve }) => {
      if (open.length < count) return true;
      resolve();
      return false;
    });
  };

  const welcome = (socket: WebSocket): void => {
    if (server.clients.size > most) {
      farewell(socket, 'too_many_websockets');
      socket.close();
      return;
    }
    socket.on('message', (data) => {
      const said = objectIn(parsedJson(data.toString()));
      const envelope = textIn(said.envelope_id);
      if (waiting.has(envelope)) settle(envelope, { answered: true, payload: objectIn(said.payload) });
      closeLeaving();
    });
    const pings = setInterval(() => socket.ping(), pingEvery).unref();
    socket.on('close', () => {
      clearInterval(pings);
      leaving.delete(socket);
      if (open.includes(socket)) open.splice(open.indexOf(socket), 1);
      for (const [envelope, { over }] of waiting) if (over === socket) settle(envelope, { answered: false });
      for (const depart of departures.splice(0)) depart();
    });
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: open.length + 1,
        connection_info: { app_id: app.id },
        debug_info: { host: 'local', build_number: 1, approximate_connection_time: 3600 },
      }),
    );
    // The answer to a ping right after the greeting shows that the app has taken the greeting.
    socket.once('pong', () => greeted(socket));
    socket.ping();
  };

  const deliver: Deliver = (type, payload, retry, cutAfter) => {
    const staying = open.filter((socket) => !leaving.has(socket));
    const among = staying.length > 0 ? staying : open.filter((socket) => socket.readyState === socket.OPEN);
    const over = among[among.length && draw(among.length)];
    if (!over) return Promise.resolve({ answered: false });
    const envelope = randomUUID();
    return new Promise((resolve) => {
      const impatience = setTimeout(() => settle(envelope, { answered: false }), patience);
      waiting.set(envelope, {
        over,
        settle: (answer) => {
          clearTimeout(impatience);
          resolve(answer);
        },
      });
      over.send(
        JSON.stringify({
          envelope_id: envelope,
          type,
          payload,
          accepts_response_payload: type !== 'events_api',
          ...(type === 'events_api' && { retry_attempt: retry?.attempt ?? 0, retry_reason: retry?.reason ?? '' }),
        }),
      );
      if (cutAfter !== undefined) setTimeout(() => over.terminate(), cutAfter);
    });
  };

  return {
    /** A new address for one connection, as apps.connections.open gives it. */
    address: (origin: string): string => {
      const ticket = randomUUID();
      tickets.add(ticket);
      return `${origin.replace(/^http/, 'ws')}/link/?ticket=${ticket}&app_id=${app.id}`;
    },
    upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
      const ticket = new URL(request.url ?? '/', 'http://local').searchParams.get('ticket') ?? '';
      if (!isProgram(request) || !tickets.delete(ticket)) {
        socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, socket, head, welcome);
    },
    deliver,
    /** From now on chance (from 0 up to 1) says which connection a payload goes over, as with Slack; before, they take turns. */
    scatter: (chance: () => number): void => {
      draw = (many) => Math.floor(chance() * many);
    },
    /** Resolves when this many connections are open. */
    connected: (count: number): Promise<void> =>
      open.length >= count
        ? Promise.resolve()
        : new Promise((resolve) => {
            arrivals.push({ count, resolve });
          }),
    count: (): number => open.length,
    /** Resolves when the next connection has closed. */
    disconnected: (): Promise<void> =>
      new Promise((resolve) => {
        departures.push(resolve);
      }),
    disconnect: (reason: DisconnectReason, which: 'all' | 'oldest'): void => {
      const staying = open.filter((socket) => !leaving.has(socket));
      for (const socket of which === 'all' ? staying : staying.slice(0, 1)) {
        leaving.add(socket);
        farewell(socket, reason);
      }
    },
    /** Cuts the connections without a word, as a failing network does. */
    cut: (): void => {
      for (const socket of server.clients) socket.terminate();
    },
    close: (): void => {
      for (const socket of server.clients) socket.terminate();
      for (const envelope of [...waiting.keys()]) settle(envelope, { answered: false });
      server.close();
    },
  };
};

export type SocketMode = ReturnType<typeof createSocketMode>;

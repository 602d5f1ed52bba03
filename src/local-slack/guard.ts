import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, RequestListener, Server } from 'node:http';

type Asks = (request: IncomingMessage) => boolean;

/**
 * Whether a program of this machine asks. A page in the same browser says where it comes from, or has a name of its own lead
 * here.
 */
export const isProgram: Asks = ({ headers, socket: { localPort } }) =>
  [`127.0.0.1:${localPort}`, `localhost:${localPort}`].includes(headers.host ?? '') &&
  headers.origin === undefined &&
  headers['sec-fetch-site'] === undefined;

/** Has a server answer programs alone, and those only that `may`; it tells no browser that a page may read it. */
export const guard = (server: Server, may: Asks = () => true): void => {
  const [answer] = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    if (!isProgram(request) || !may(request)) return response.writeHead(403).end();
    const setHeader = response.setHeader.bind(response);
    response.setHeader = (name, value) => (/^access-control-/i.test(name) ? response : setHeader(name, value));
    return answer?.(request, response);
  });
};

/** The same of a server that somebody else opened and keeps: it is met as its first request comes, before that is answered. */
export const guardAt = (port: string, may: Asks): void => {
  const meet = (met: unknown): void => {
    const { server, request } = met as { server: Server; request: IncomingMessage };
    if (String(request.socket.localPort) !== port) return;
    unsubscribe('http.server.request.start', meet);
    guard(server, may);
  };
  subscribe('http.server.request.start', meet);
};

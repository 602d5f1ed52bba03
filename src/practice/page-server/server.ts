import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { PracticeStopped } from '../stopped.ts';
import { actIn } from './acts.ts';
import type { createChanges } from './changes.ts';
import type { Desk } from './desk.ts';
import type { Served } from './files.ts';
import { guards, isOurs } from './guarding.ts';
import type { Setup } from './wire.ts';

type ServerSetup = {
  port: number;
  files: ReadonlyMap<string, Served>;
  setup: Setup;
  desk: Desk;
  changes: ReturnType<typeof createChanges>;
  /** Writes a fault down; gives the reference that the page shows. */
  fault: (error: unknown) => string;
};

/** This machine only. */
const host = '127.0.0.1';
const largest = 1_000_000;

const bodyOf = async (request: IncomingMessage): Promise<string | null> => {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request) {
    const bytes = Buffer.from(part);
    length += bytes.length;
    if (length > largest) return null;
    parts.push(bytes);
  }
  return Buffer.concat(parts).toString('utf8');
};

/** Gives the port that it listens at: the one that was asked for, or for 0 one that is free. */
const listening = (server: ReturnType<typeof createServer>, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new PracticeStopped(
              `Port ${port} is taken by another program, perhaps by practice that runs already. Stop it, or choose another: PRACTICE_PORT=${port + 1} npm start`,
            )
          : error,
      ),
    );
    server.listen(port, host, () => {
      const at = server.address();
      resolve(typeof at === 'object' && at ? at.port : port);
    });
  });

/** Serves the page and what it asks for. @throws PracticeStopped where the port is taken */
export const servePage = async ({ port: wanted, files, setup, desk, changes, fault }: ServerSetup) => {
  let port = wanted;
  const send = (response: ServerResponse, status: number, type: string, body: Buffer | string): void => {
    response.writeHead(status, { ...guards, 'content-type': type, 'cache-control': 'no-store' });
    response.end(body);
  };
  const json = (response: ServerResponse, status: number, body: unknown): void =>
    send(response, status, 'application/json; charset=utf-8', JSON.stringify(body));

  const sendFile = async (response: ServerResponse, me: string, id: string): Promise<void> => {
    const file = await desk.file(me, id);
    if (!file) return json(response, 404, { not: 'There is no such file.' });
    response.setHeader('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`);
    send(response, 200, 'application/octet-stream', file.bytes);
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!isOurs(request, port)) return json(response, 403, { not: 'Only the practice page itself may ask for this.' });
    const { pathname, searchParams } = new URL(request.url ?? '/', `http://${host}`);
    const me = searchParams.get('as') ?? '';
    const known = desk.knows(me);
    if (request.method === 'GET') {
      const file = files.get(pathname);
      if (file) {
        if (file.lasting) response.setHeader('cache-control', 'max-age=31536000, immutable');
        response.writeHead(200, { ...guards, 'content-type': file.type });
        return void response.end(file.bytes);
      }
      if (pathname === '/api/setup') return json(response, 200, setup);
      if (pathname === '/api/changes') return changes.follow(response, me);
      if (pathname.startsWith('/api/files/') && known) return sendFile(response, me, pathname.split('/').at(-1) ?? '');
    }
    if (request.method === 'POST' && pathname === '/api/act' && known) {
      const text = await bodyOf(request);
      const act = text === null ? null : actIn(text);
      return act
        ? json(response, 200, await desk.does(me, act))
        : json(response, 400, { not: 'Nothing can be done with this.' });
    }
    return json(response, 404, { not: 'There is nothing here.' });
  };

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      const words = `Something went wrong in practice itself. It is in the log under ${fault(error)}.`;
      if (response.headersSent) response.destroy();
      else json(response, 500, { not: words });
    });
  });
  port = await listening(server, wanted);

  return {
    url: `http://localhost:${port}`,
    close: async (): Promise<void> => {
      changes.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
};

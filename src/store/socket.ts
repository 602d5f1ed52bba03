import fs from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';

/** Enough for any request or answer, and too little to fill a memory. */
const longest = 1 << 18;
const patience = 10_000;

/** What comes of reaching for a socket. A stopped process answers too: the kernel takes the connection for it. */
export type Reached = 'answers' | 'nobody' | 'absent' | 'unknown';

export type Listening = { close(): Promise<void> };

/** A way to a name in a folder that is short enough for a socket, however long the folder's own path is. */
const wayInto = (folder: string) => {
  if (process.platform !== 'linux') return { to: (name: string) => join(folder, name), close: () => {} };
  const descriptor = fs.openSync(folder, fs.constants.O_RDONLY | fs.constants.O_DIRECTORY);
  return { to: (name: string) => `/proc/self/fd/${descriptor}/${name}`, close: () => fs.closeSync(descriptor) };
};

/** The first line that comes. Rejects where it is too long, or not there in time. */
const lineFrom = (socket: Socket): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = '';
    const timer = setTimeout(() => socket.destroy(new Error('nothing came in time')), patience);
    socket.setEncoding('utf8');
    socket.on('data', (chunk) => {
      text += String(chunk);
      const end = text.indexOf('\n');
      if (text.length > longest) socket.destroy(new Error('it is too long'));
      else if (end >= 0) resolve(text.slice(0, end));
    });
    socket.on('error', reject);
    socket.on('close', () => {
      clearTimeout(timer);
      reject(new Error('the connection ended'));
    });
  });

/**
 * Listens at that name in a folder, for this account only, and answers each line with a line. The name may be changed meanwhile.
 * Rejects where the folder takes no socket.
 */
export const listenIn = (
  folder: string,
  name: string,
  answer: (line: string) => Promise<string>,
): Promise<Listening> => {
  const way = wayInto(folder);
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket.on('close', () => open.delete(socket)));
    lineFrom(socket)
      .then(answer)
      .then((line) => socket.end(`${line}\n`))
      // Who only looked whether somebody answers says nothing and leaves.
      .catch(() => socket.destroy());
  });
  const close = (): Promise<void> =>
    new Promise((closed) => {
      for (const socket of open) socket.destroy();
      server.close(() => {
        way.close();
        closed();
      });
    });
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      way.close();
      reject(error);
    });
    server.listen(way.to(name), () => {
      fs.chmodSync(way.to(name), 0o600);
      resolve({ close });
    });
    server.unref();
  });
};

const reachedBy: Record<string, Reached> = { EAGAIN: 'answers', ECONNREFUSED: 'nobody', ENOENT: 'absent' };

/** Connects to that name in a folder. Gives the connection, or what else comes of it. */
const connectIn = async (folder: string, name: string): Promise<Socket | Reached> => {
  try {
    const way = wayInto(folder);
    return await new Promise<Socket>((resolve, reject) => {
      const socket = connect(way.to(name), () => resolve(socket));
      socket.once('error', reject);
    }).finally(way.close);
  } catch (error) {
    return reachedBy[error instanceof Error && 'code' in error ? String(error.code) : ''] ?? 'unknown';
  }
};

/** Whether somebody listens there. To be connected is enough: no answer is waited for. */
export const reachIn = async (folder: string, name: string): Promise<Reached> => {
  const reached = await connectIn(folder, name);
  if (typeof reached === 'string') return reached;
  reached.destroy();
  return 'answers';
};

/** Sends a line there, and gives the line that answers it; null where nobody listens. */
export const askIn = async (folder: string, name: string, line: string): Promise<string | null> => {
  const socket = await connectIn(folder, name);
  if (socket === 'nobody' || socket === 'absent') return null;
  if (typeof socket === 'string') throw new Error('it can not be connected to');
  try {
    const answer = lineFrom(socket);
    socket.write(`${line}\n`);
    return await answer;
  } finally {
    socket.destroy();
  }
};

import { createServer } from 'node:http';

/** Systems give out ports of themselves above these: one of these that is free now is not taken by chance a moment later. */
const [from, to] = [10_000, 30_000];
let next = from + ((process.pid * 101) % (to - from));

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });

/** A port of this machine that is free, and given to nobody else in this process. */
export const freePort = async (): Promise<number> => {
  const port = next;
  next = next + 1 < to ? next + 1 : from;
  return (await isFree(port)) ? port : freePort();
};

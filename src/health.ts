import { lstat, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { portRefused } from './config.ts';
import type { Metrics } from './health/metrics.ts';

export { openMetrics } from './health/metrics.ts';

type HealthSetup = {
  port: number;
  host: string;
  metrics: Pick<Metrics, 'text' | 'type'>;
  /** How many ways from Slack to here are open. */
  open: () => number;
  /** How many records are closed. The others go on, so that is no reason to take the process away. */
  closed: () => number;
  /** How many boards do not show yet how things stand. */
  boardsWaiting: () => number;
  folder: string;
};

const inThisMachine = /^(localhost|127(\.\d+){3}|\[::1\])$/;
/** Names that no page can have, since nobody is given them: of one part, or under what stays within a network. */
const withinNetwork = /^[^.]+$|\.(local|internal|svc)$/;

/**
 * Whether a request for this host is answered at `at`, which is HEALTH_HOST. A page of any browser may have a name of its own
 * lead here, but no address. What names no host is no browser.
 */
export const mayAsk = (asked = '', at: string): boolean => {
  if (asked === '') return true;
  if (!URL.canParse(`http://${asked}`)) return false;
  const { hostname } = new URL(`http://${asked}`);
  if (inThisMachine.test(hostname) || hostname === at.toLowerCase()) return true;
  const everywhere = at === '0.0.0.0' || at === '::';
  return everywhere && (isIP(hostname.replace(/[[\]]/g, '')) > 0 || withinNetwork.test(hostname));
};

/** Which folder a name leads to, and whether by a link. */
const which = async (folder: string): Promise<string> =>
  (await Promise.all([lstat(folder), stat(folder)])).map(({ dev, ino }) => `${dev}:${ino}`).join(' ');

const mebibyte = 1 << 20;
/** Bytes that are left to a folder, in whole mebibytes: what it is for is not told by what one entry takes. NaN where it is gone. */
const freeIn = async (folder: string): Promise<number> => {
  const { bavail, bsize } = await statfs(folder).catch(() => ({ bavail: Number.NaN, bsize: 1 }));
  return Math.floor((bavail * bsize) / mebibyte) * mebibyte;
};

/** Why a folder takes nothing, tried by writing to it, or is another than it was; null where it is well. */
const whyNotWritten = async (folder: string, was: string): Promise<string | null> => {
  const place = join(folder, `ready-${process.pid}.probe`);
  try {
    if ((await which(folder)) !== was) return 'the data folder is another than at the start';
    await writeFile(place, 'ready', { mode: 0o600 });
    await rm(place);
    return null;
  } catch (error) {
    return `the data folder takes nothing (${error instanceof Error && 'code' in error ? error.code : 'unknown'})`;
  }
};

const readyWith = (closed: number): string =>
  closed === 0 ? 'ready' : `ready\nrecords that are closed: ${closed}; fortnight verify says which and why`;

/**
 * Answers /healthz (the process runs), /readyz (Slack reaches it and it can keep what is sent) and /metrics.
 * @throws SettingRefused where it cannot listen
 */
export const openHealth = async ({
  port,
  host,
  metrics,
  open,
  closed,
  boardsWaiting,
  folder,
}: HealthSetup): Promise<void> => {
  const was = await which(folder);
  const answer = (response: ServerResponse, status: number, words: string, type = 'text/plain; charset=utf-8') => {
    response.writeHead(status, { 'content-type': type }).end(`${words.trimEnd()}\n`);
  };
  const ready = async (response: ServerResponse): Promise<void> => {
    const reasons = [open() > 0 ? null : 'not connected to Slack', await whyNotWritten(folder, was)];
    const against = reasons.filter((reason) => reason !== null);
    if (against.length === 0) answer(response, 200, readyWith(closed()));
    else answer(response, 503, against.join('\n'));
  };
  const standing = async () => ({
    connections: open(),
    closed_records: closed(),
    boards_waiting: boardsWaiting(),
    data_free_bytes: await freeIn(folder),
  });
  const serve = async (path: string, response: ServerResponse): Promise<void> => {
    if (path === '/healthz') return answer(response, 200, 'ok');
    if (path === '/readyz') return ready(response);
    if (path === '/metrics') return answer(response, 200, await metrics.text(await standing()), metrics.type);
    return answer(response, 404, 'Try /healthz, /readyz or /metrics.');
  };
  const server = createServer((request, response) => {
    if (!mayAsk(request.headers.host, host))
      return answer(response, 403, 'Ask by an address, or by the name in HEALTH_HOST.');
    serve(request.url ?? '/', response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(portRefused('HEALTH_PORT', `${port} at ${host}`, error)));
    server.listen(port, host, resolve);
  });
};

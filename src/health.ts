import { lstat, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { SettingRefused } from './config.ts';

/** What the process counts about itself. No label holds a name of a person or authority, or anything typed. */
export const openMetrics = () => {
  const registry = new Registry();
  const registers = [registry];
  const asked = new Counter({
    name: 'fortnight_asked_total',
    help: 'What people sent (command, button, submission) by its word and what came of it',
    labelNames: ['by', 'word', 'outcome'],
    registers,
  });
  const faults = new Counter({ name: 'fortnight_faults_total', help: 'Unexpected faults', registers });
  const appends = new Histogram({
    name: 'fortnight_append_seconds',
    help: 'Keeping one entry, until it is on stable storage',
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3],
    registers,
  });
  const connections = new Gauge({
    name: 'fortnight_connections',
    help: 'Ways from Slack to here that are open: sockets, or 1 where it listens over HTTP',
    registers,
  });

  const closedRecords = new Gauge({
    name: 'fortnight_closed_records',
    help: 'Inspections whose record is closed, because it does not hold or is missing',
    registers,
  });

  return {
    count: (by: string, word: string, outcome: string): void => asked.inc({ by, word, outcome }),
    fault: (): void => faults.inc(),
    /** The same act, its time counted as an append's, whatever comes of it. */
    timed:
      <Arguments extends unknown[], Result>(append: (...given: Arguments) => Promise<Result>) =>
      async (...given: Arguments): Promise<Result> => {
        const end = appends.startTimer();
        try {
          return await append(...given);
        } finally {
          end();
        }
      },
    text: (open: number, closed: number): Promise<string> => {
      connections.set(open);
      closedRecords.set(closed);
      return registry.metrics();
    },
    type: registry.contentType,
  };
};

type HealthSetup = {
  port: number;
  host: string;
  metrics: Pick<ReturnType<typeof openMetrics>, 'text' | 'type'>;
  /** How many ways from Slack to here are open. */
  open: () => number;
  /** How many records are closed. The others go on, so that is no reason to take the process away. */
  closed: () => number;
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
export const openHealth = async ({ port, host, metrics, open, closed, folder }: HealthSetup): Promise<void> => {
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
  const serve = async (path: string, response: ServerResponse): Promise<void> => {
    if (path === '/healthz') return answer(response, 200, 'ok');
    if (path === '/readyz') return ready(response);
    if (path === '/metrics') return answer(response, 200, await metrics.text(open(), closed()), metrics.type);
    return answer(response, 404, 'Try /healthz, /readyz or /metrics.');
  };
  const server = createServer((request, response) => {
    if (!mayAsk(request.headers.host, host))
      return answer(response, 403, 'Ask by an address, or by the name in HEALTH_HOST.');
    serve(request.url ?? '/', response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(new SettingRefused(refusal(port, host, error), { cause: error })));
    server.listen(port, host, resolve);
  });
};

const refusal = (port: number, host: string, error: Error): string => {
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'EADDRINUSE') return `HEALTH_PORT is ${port}, but something else listens there already.`;
  return `HEALTH_PORT is ${port} at ${host}, but this process cannot listen there (${code}).`;
};

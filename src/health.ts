import { createServer, type ServerResponse } from 'node:http';
import { isIP } from 'node:net';
import { portRefused } from './config.ts';
import type { Keeping } from './health/keeping.ts';
import type { Metrics } from './health/metrics.ts';

export { inFolder } from './health/keeping.ts';
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
  keeping: Keeping;
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

const readyWith = ({ called, onDuty }: Keeping, open: number, closed: number): string =>
  [
    'ready',
    `connections to Slack: ${open}`,
    `records: in ${called}`,
    ...(onDuty() ? [] : ['not on duty: another replica posts and reminds']),
    ...(closed === 0 ? [] : [`records that are closed: ${closed}; fortnight verify says which and why`]),
  ].join('\n');

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
  keeping,
}: HealthSetup): Promise<void> => {
  const answer = (response: ServerResponse, status: number, words: string, type = 'text/plain; charset=utf-8') => {
    response.writeHead(status, { 'content-type': type }).end(`${words.trimEnd()}\n`);
  };
  const ready = async (response: ServerResponse): Promise<void> => {
    const reasons = [open() > 0 ? null : 'not connected to Slack', await keeping.whyNot()];
    const against = reasons.filter((reason) => reason !== null);
    if (against.length === 0) answer(response, 200, readyWith(keeping, open(), closed()));
    else answer(response, 503, against.join('\n'));
  };
  const standing = async () => ({
    connections: open(),
    closed_records: closed(),
    boards_waiting: boardsWaiting(),
    data_free_bytes: await keeping.freeBytes(),
    on_duty: keeping.onDuty() ? 1 : 0,
    keeps: (await keeping.whyNot()) === null ? 1 : 0,
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

import type { IncomingMessage } from 'node:http';

/**
 * Only the practice page itself reaches its server. Any page in the same browser can send requests to this machine, or have
 * a name of its own lead here: so a request must name this machine as its host, and must not say that it comes from
 * another page.
 */
export const isOurs = ({ headers, method }: IncomingMessage, port: number): boolean => {
  const hosts = [`localhost:${port}`, `127.0.0.1:${port}`];
  if (!hosts.includes(headers.host ?? '')) return false;
  const from = headers.origin;
  if (from !== undefined) return hosts.some((host) => from === `http://${host}`);
  const site = headers['sec-fetch-site'];
  if (method !== 'GET') return false;
  return site === undefined || site === 'same-origin' || site === 'none' || headers['sec-fetch-mode'] === 'navigate';
};

/** Nothing but what this server serves is loaded, and no page elsewhere shows this one in a frame. */
export const guards: Record<string, string> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
};

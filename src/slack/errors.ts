import { ErrorCode } from '@slack/web-api';

/** Slack refused to connect the app. The message says what to look at; never a token. */
export class SlackRefused extends Error {
  override name = 'SlackRefused';
}

/** A connection that Slack closed before it greeted. */
export class NotGreeted extends Error {
  override name = 'NotGreeted';
  constructor() {
    super('Slack closed a connection before its greeting');
  }
}

/** The error that Slack's Web API gave by name, such as `channel_not_found`; null where it is another kind of fault. */
export const slackError = (error: unknown): string | null => {
  if (pauseAskedFor(error) !== null) return 'ratelimited';
  const data = dataOf(error);
  return data && 'error' in data ? String(data.error) : null;
};

/** What Slack refuses now and may take in a minute, without having done anything. */
export const passing: ReadonlySet<string> = new Set([
  'ratelimited',
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
]);

/** The milliseconds for which Slack wants to be left alone; null where it asks for no pause. */
export const pauseAskedFor = (error: unknown): number | null => {
  if (!(error instanceof Error) || !('code' in error) || error.code !== ErrorCode.RateLimitedError) return null;
  return 'retryAfter' in error ? Number(error.retryAfter) * 1000 : 0;
};

/** The scope that Slack says a call lacks; empty where it says none. */
export const neededScope = (error: unknown): string => {
  const data = dataOf(error);
  return data && 'needed' in data ? String(data.needed) : '';
};

const dataOf = (error: unknown): object | null => {
  if (!(error instanceof Error) || !('code' in error) || error.code !== ErrorCode.PlatformError) return null;
  const data = 'data' in error ? error.data : null;
  return typeof data === 'object' ? data : null;
};

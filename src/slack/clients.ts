import type { Logger } from '@slack/bolt';
import { type FetchFunction, WebClient, type WebClientOptions } from '@slack/web-api';
import { type Count, countedCall } from './counting.ts';
import { sendingBytes } from './upload.ts';

type ClientSetup = {
  botToken: string;
  webApi: string | null;
  fetch: FetchFunction;
  logger: Logger;
  slackWaits: number;
  count: Count;
  patience: number;
};

/** A response address is Slack's too, and is waited for no longer. */
const respondingWithin = 5000;

/**
 * One client for each way of waiting. A client that Slack asks for a pause would hold everything else up that is asked
 * through it, so none of them waits: whoever asked is told how long the pause is to be.
 */
export const clients = ({ botToken, webApi, fetch, logger, slackWaits, patience, count }: ClientSetup) => {
  class CountingClient extends WebClient {
    override apiCall(...asked: Parameters<WebClient['apiCall']>): ReturnType<WebClient['apiCall']> {
      return countedCall(count, asked[0], super.apiCall(...asked));
    }
  }
  const client = (own: WebClientOptions): WebClient =>
    new CountingClient(botToken, {
      ...(webApi === null ? {} : { slackApiUrl: webApi }),
      fetch,
      logger,
      rejectRateLimitedCalls: true,
      retryConfig: { retries: 0 },
      ...own,
    });
  return {
    /** For connecting, which is tried again by its own rule. */
    starting: client({ timeout: 2000 }),
    /** For what somebody waits for while Slack does: read again once after a quick failure. */
    reading: client({ timeout: slackWaits / 2 - 200, retryConfig: { retries: 1, factor: 1, minTimeout: 100 } }),
    /** For forms: opened once, because what opens them can be used once. */
    showing: client({ timeout: slackWaits - 500 }),
    /** For messages: sent without retries of their own, because one that arrived twice would stand twice. */
    once: client({ timeout: patience }),
    /** Takes a file's bytes to the address that Slack gave for it. */
    sendBytes: sendingBytes(fetch, patience),
  };
};

export type Clients = ReturnType<typeof clients>;

/** fetch for Bolt's answers to response addresses. */
export const fetchInTime: typeof fetch = (input, init) =>
  fetch(input, { ...init, signal: init?.signal ?? AbortSignal.timeout(respondingWithin) });

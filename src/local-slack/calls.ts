import type { JsonObject } from './json.ts';

/** One call of the Web API, or one post to a response_url (method "response_url"). */
export interface Call {
  order: number;
  method: string;
  /** What was asked, JSON strings read. The token is not among it. */
  arguments: JsonObject;
  token: 'bot' | 'app' | 'none' | 'unknown';
  /** What was answered; undefined while it is under way, or where nothing was. */
  response: JsonObject | undefined;
}

/** What the app gave back with an acknowledgement. */
export interface Answer {
  /** The type of the payload (view_submission, block_suggestion, event_callback ...), or "slash_commands". */
  to: string;
  payload: JsonObject;
}

/** How the local Slack may misbehave when asked to. */
export type Fault =
  | { error: string }
  /** Never answered, and nothing done. */
  | 'timeout'
  | { status: number; retryAfter?: number }
  /** Done, and then the connection is closed without an answer. */
  | 'drop';

/** Faults and delays to come, by method. */
export const createWeather = () => {
  const faults: { method: string; fault: Fault; left: number }[] = [];
  const delays: { method: string; until: Promise<void> }[] = [];
  let slowness = 0;
  return {
    fail: (method: string, fault: Fault, times: number): void => void faults.push({ method, fault, left: times }),
    delay: (method: string, until: Promise<void>): void => void delays.push({ method, until }),
    /** From now on each call takes so many milliseconds more, as one over a network does. */
    answersAfter: (milliseconds: number): void => {
      slowness = milliseconds;
    },
    /** The fault for the next call of a method; each asking uses one up. */
    faultFor: (method: string): Fault | undefined => {
      const next = faults.find((fault) => fault.method === method && fault.left > 0);
      if (!next) return undefined;
      next.left -= 1;
      return next.fault;
    },
    delayOf: (method: string): Promise<unknown> =>
      Promise.all([
        ...delays.filter((delay) => delay.method === method).map(({ until }) => until),
        slowness > 0 && new Promise((resolve) => setTimeout(resolve, slowness)),
      ]),
  };
};

export type Weather = ReturnType<typeof createWeather>;

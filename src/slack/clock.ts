import type { FetchFunction } from '@slack/web-api';
import { leeway } from '../domain/moments.ts';

/** This machine's clock, which may be set wrong, and the milliseconds that pass by its own count, which nobody sets. */
export type MachineClock = { clock: () => Date; passed: () => number };

/**
 * The one time that everything here goes by: this machine's; where that is over five minutes from Slack's, the Date of Slack's last
 * answer and what passed since.
 */
export const timeBySlack = ({ clock, passed }: MachineClock) => {
  let heard: { date: number; at: number } | null = null;

  /** The milliseconds that this machine's clock is ahead of Slack's (behind, if negative); 0 where it is right. */
  const wrongBy = (): number => {
    if (heard === null) return 0;
    const by = clock().getTime() - (heard.date + passed() - heard.at);
    return Math.abs(by) > leeway ? by : 0;
  };

  /** For the clients of Slack: each answer says what time it is there. */
  const listening: FetchFunction = async (...asked) => {
    const answer = await fetch(...asked);
    const date = Date.parse(answer.headers.get('date') ?? '');
    if (!Number.isNaN(date)) heard = { date, at: passed() };
    return answer;
  };

  return { now: () => new Date(clock().getTime() - wrongBy()), wrongBy, fetch: listening };
};

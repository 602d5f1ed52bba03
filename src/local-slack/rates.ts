/** How many messages a conversation takes: one a second (Slack, "Rate limits"). */
const apart = 1000;

/** Slack's limit on messages, where it is asked for. */
export const createRates = () => {
  let now: (() => number) | null = null;
  const last = new Map<string, number>();
  return {
    /**
     * From now on a conversation takes one message of the app a second, by this clock in milliseconds; others are answered
     * with how long to wait. Without it as many are taken as come, so that no test waits for nothing.
     */
    limit: (clock: () => number): void => {
      now = clock;
    },
    /** Takes a message into a conversation now; or gives the seconds to wait before it is taken. */
    take: (conversation: string): number => {
      if (now === null) return 0;
      const at = now();
      const before = last.get(conversation);
      if (before !== undefined && at - before < apart) return Math.ceil((apart - (at - before)) / 1000);
      last.set(conversation, at);
      return 0;
    },
  };
};

export type Rates = ReturnType<typeof createRates>;

/** How often a minute Slack takes a method of each tier. Of messages a conversation takes one a second (Slack, "Rate limits"). */
const tiers = {
  20: ['conversations.list', 'pins.add', 'pins.remove', 'users.list'],
  50: ['chat.delete', 'chat.update', 'conversations.history', 'conversations.info', 'conversations.open'],
  100: ['chat.postEphemeral', 'conversations.members', 'users.info', 'views.open', 'views.publish', 'views.update'],
};

const aMinute = new Map(Object.entries(tiers).flatMap(([most, all]) => all.map((method) => [method, Number(most)])));

/** Slack's limits on what an app sends, where they are asked for. */
export const createRates = () => {
  let now: (() => number) | null = null;
  let minute = 60_000;
  let most: ReadonlyMap<string, number> = new Map();
  /** When calls were taken that still count, the oldest first: by method, messages by conversation. */
  const taken = new Map<string, number[]>();

  return {
    /**
     * From now on a conversation takes one message of the app a second, by this clock in milliseconds; others are answered
     * with how long to wait. Without it as many are taken as come, so that no test waits for nothing.
     */
    limit: (clock: () => number): void => {
      now = clock;
    },
    /** From now on every method keeps its tier too, by the time of day. A minute is so many milliseconds long. */
    keepTiers: (length: number): void => {
      now = () => performance.now();
      minute = length;
      most = aMinute;
    },
    /** Takes a call now; or gives the seconds to wait before it is taken. */
    take: (method: string, conversation: string): number => {
      const message = method === 'chat.postMessage';
      const places = message ? 1 : most.get(method);
      if (now === null || places === undefined) return 0;
      const [kind, within, at] = [message ? conversation : method, message ? minute / 60 : minute, now()];
      const before = (taken.get(kind) ?? []).filter((time) => at - time < within);
      const [oldest = at] = before;
      if (before.length >= places) return Math.ceil((within - (at - oldest)) / 1000);
      taken.set(kind, [...before, at]);
      return 0;
    },
  };
};

export type Rates = ReturnType<typeof createRates>;

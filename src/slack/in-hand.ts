/** So many are sent to at a time: Slack takes a few tenths of a second for each. */
const atATime = 8;

/** Counts what is under way, so that stopping can wait for it, and says when the app was told to stop. */
export const countInHand = () => {
  let count = 0;
  let waiting: (() => void)[] = [];
  const told = new AbortController();
  const stopping = told.signal;

  const during = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    count += 1;
    try {
      return await work();
    } finally {
      count -= 1;
      if (count === 0) {
        for (const tell of waiting) tell();
        waiting = [];
      }
    }
  };

  /** Resolves when nothing is under way. */
  const idle = (): Promise<void> => (count === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve)));

  /** Does this for each, several at a time, until the app is told to stop: what is left then is due again after the next start. */
  const each = async <Item>(all: readonly Item[], act: (item: Item) => Promise<unknown>): Promise<void> => {
    const left = all.values();
    const next = async (): Promise<void> => {
      for (const item of left) {
        if (stopping.aborted) return;
        await act(item);
      }
    };
    await Promise.all(Array.from({ length: atATime }, next));
  };

  return { during, idle, each, stopping, stop: (): void => told.abort() };
};

export type InHand = ReturnType<typeof countInHand>;

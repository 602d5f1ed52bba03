/** Counts what is under way, so that stopping can wait for it. */
export const countInHand = () => {
  let count = 0;
  let waiting: (() => void)[] = [];

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

  return { during, idle };
};

export type InHand = ReturnType<typeof countInHand>;

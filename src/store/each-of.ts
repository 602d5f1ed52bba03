/** Enough to keep the thread pool busy, and far below any limit on open files. */
const atOnce = 16;

/** Runs `act` for each item, some at a time, and gives the results in the items' order. */
export const eachOf = async <Item, Result>(items: Item[], act: (item: Item) => Promise<Result>): Promise<Result[]> => {
  const results: Result[] = [];
  const rest = items.entries();
  const runner = async (): Promise<void> => {
    for (const [index, item] of rest) results[index] = await act(item);
  };
  await Promise.all(Array.from({ length: atOnce }, runner));
  return results;
};

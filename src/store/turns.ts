/** Gives a function that runs what it is handed one after the other, each to its end, in the order they came. */
export const turns = () => {
  let last: Promise<unknown> = Promise.resolve();
  return <Value>(act: () => Promise<Value>): Promise<Value> => {
    const own = last.then(act);
    // Whoever asked hears of a failure; the next in line only needs to know that it is over.
    last = own.catch(() => undefined);
    return own;
  };
};

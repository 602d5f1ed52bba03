/** So many are remembered. */
const most = 10_000;

/** Makes each but once, for as long as there are few of them: the days of a hundred thousand items, say. */
export const remembering = <Made>(make: (key: string) => Made): ((key: string) => Made) => {
  const made = new Map<string, Made>();
  return (key) => {
    const found = made.get(key) ?? make(key);
    if (made.size >= most) made.clear();
    made.set(key, found);
    return found;
  };
};

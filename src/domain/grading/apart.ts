/** Combinations that nothing tells apart from here on: the first of them, by place the value chosen, and how many they are. */
export type Alike<State> = { state: State; first: readonly number[]; combinations: number };

/** So many may be told apart at a time; where there are more, it takes too long to look at each. */
export const mostApart = 100_000;

/**
 * Chooses one value more, in every way. What comes to the same is one from there on, so that there are as many as differ and not
 * as many as there are. They stand in the order of their firsts, in which the value chosen last weighs most.
 */
export const chosen = <State extends string | number>(
  before: readonly Alike<State>[],
  values: number,
  step: (state: State, value: number) => State,
): { after: Alike<State>[]; next: Uint32Array } => {
  const after: Alike<State>[] = [];
  const places = new Map<State, number>();
  const next = new Uint32Array(before.length * values);
  for (let value = 0; value < values; value += 1) {
    for (const [index, { state, first, combinations }] of before.entries()) {
      const reached = step(state, value);
      const place = places.get(reached) ?? after.length;
      const there = after[place];
      if (there) there.combinations += combinations;
      else {
        places.set(reached, place);
        after.push({ state: reached, first: [...first, value], combinations });
      }
      next[index * values + value] = place;
    }
  }
  return { after, next };
};

/**
 * Every combination of values, told apart by counts alone: `adds` has for each place, each of its values and each count what the
 * value adds to it, and above `enough` a count is not told apart. Counts are characters of the state. There is more to choose,
 * and `found` is not all, where it holds more than `mostApart`.
 */
export const countedApart = (
  adds: readonly (readonly (readonly number[])[])[],
  enough: readonly number[],
): { found: Alike<string>[]; next: Uint32Array[] } => {
  let found: Alike<string>[] = [{ state: '\0'.repeat(enough.length), first: [], combinations: 1 }];
  const next: Uint32Array[] = [];
  for (const values of adds) {
    if (found.length > mostApart) break;
    const counted = values.map((added) => (added.some((count) => count > 0) ? added : null));
    const layer = chosen(found, values.length, (counts, value) => {
      const added = counted[value];
      if (!added) return counts;
      return String.fromCharCode(
        ...enough.map((most, count) => Math.min(most, counts.charCodeAt(count) + (added[count] ?? 0))),
      );
    });
    found = layer.after;
    next.push(layer.next);
  }
  return { found, next };
};

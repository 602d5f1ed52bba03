/** Combinations that no count tells apart: their counts as characters, the first of them as one value a place, and how many they are. */
export type Alike = { counts: string; first: readonly number[]; combinations: number };

/** So many may be told apart; where there are more, it takes too long to look at each. */
export const mostApart = 100_000;

/**
 * Every combination of values, told apart by which counts come to what is `enough`; `adds` has by place and value what the value
 * adds to each. After each place what counts the same is one, so that there are as many as differ and not as many as there are.
 * They stand in the order of their firsts, in which the last place weighs most; `next` has by place at `before * values + value`
 * what a value makes of what was told apart before it. Past `most` it gives up: that there are more says only that they are too many.
 */
export const countedApart = (
  adds: readonly (readonly (readonly number[])[])[],
  enough: readonly number[],
  most = mostApart,
): { found: Alike[]; next: Uint32Array[] } => {
  let found: Alike[] = [{ counts: '\0'.repeat(enough.length), first: [], combinations: 1 }];
  const next: Uint32Array[] = [];
  const mostOf = (values: (typeof adds)[number], at: number): number =>
    Math.max(...values.map((added) => added[at] ?? 0));
  let ahead = enough.map((_, at) => adds.reduce((sum, values) => sum + mostOf(values, at), 0));
  for (const values of adds) {
    if (found.length > most) break;
    ahead = ahead.map((sum, at) => sum - mostOf(values, at));
    const after = new Map<string, Alike & { place: number }>();
    const places = new Uint32Array(found.length * values.length);
    for (const [value, added] of values.entries()) {
      if (after.size > most) break;
      for (const [before, { counts, first, combinations }] of found.entries()) {
        // A count that has come to enough, or cannot any more, is told apart no further.
        const sums = enough.map((top, at) => {
          const sum = counts.charCodeAt(at) + (added[at] ?? 0);
          return sum >= top ? top : sum + (ahead[at] ?? 0) < top ? 0 : sum;
        });
        const key = String.fromCharCode(...sums);
        const there = after.get(key) ?? { counts: key, first: [...first, value], combinations: 0, place: after.size };
        if (there.place === after.size) after.set(key, there);
        there.combinations += combinations;
        places[before * values.length + value] = there.place;
      }
    }
    found = [...after.values()];
    next.push(places);
  }
  return { found, next };
};

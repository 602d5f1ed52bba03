/** Combinations that no count tells apart: their counts as characters, the first of them as one value a place, and how many they are. */
export type Alike = { counts: string; first: readonly number[]; combinations: number };

/** So many may be told apart; where there are more, it takes too long to look at each. */
export const mostApart = 100_000;

/**
 * Every combination of values, told apart by counts alone. `adds` has by place and value what the value adds to each count, and
 * above `enough` a count is told apart no further. After each place what counts the same is one, so that there are as many as
 * differ and not as many as there are. They stand in the order of their firsts, in which the last place weighs most; `next` has
 * by place at `before * values + value` what a value makes of what was told apart before it. Past `most` it gives up, so that more
 * than `most` says no more than that there are too many.
 */
export const countedApart = (
  adds: readonly (readonly (readonly number[])[])[],
  enough: readonly number[],
  most = mostApart,
): { found: Alike[]; next: Uint32Array[] } => {
  let found: Alike[] = [{ counts: '\0'.repeat(enough.length), first: [], combinations: 1 }];
  const next: Uint32Array[] = [];
  for (const values of adds) {
    if (found.length > most) break;
    const after = new Map<string, Alike & { place: number }>();
    const places = new Uint32Array(found.length * values.length);
    for (const [value, added] of values.entries()) {
      if (after.size > most) break;
      const isNothing = added.every((count) => count === 0);
      for (const [before, { counts, first, combinations }] of found.entries()) {
        const sums = isNothing
          ? counts
          : String.fromCharCode(...enough.map((top, at) => Math.min(top, counts.charCodeAt(at) + (added[at] ?? 0))));
        const there = after.get(sums) ?? { counts: sums, first: [...first, value], combinations: 0, place: after.size };
        if (there.place === after.size) after.set(sums, there);
        there.combinations += combinations;
        places[before * values.length + value] = there.place;
      }
    }
    found = [...after.values()];
    next.push(places);
  }
  return { found, next };
};

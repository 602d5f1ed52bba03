/** How many letters one word is away from another: each left out, added, changed or swapped with its neighbour counts one. */
export const apart = (one: string, other: string): number => {
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= other.length; to += 1) {
      const same = one[at - 1] === other[to - 1];
      const swapped = one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1];
      next.push(
        Math.min(
          (row[to] ?? 0) + 1,
          (next[to - 1] ?? 0) + 1,
          (row[to - 1] ?? 0) + (same ? 0 : 1),
          swapped ? (before[to - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    before = row;
    row = next;
  }
  return row[other.length] ?? 0;
};

/** No word of ours is longer: whatever is, was meant as something else. */
const longest = 30;

/** The word that was most likely meant: one that begins so, or is at most two letters away; null where none is near. */
export const nearest = (typed: string, words: readonly string[]): string | null => {
  const asked = typed.toLowerCase().replace(/[^\p{L}\p{N} -]/gu, '');
  if (asked.length < 3 || asked.length > longest) return null;
  const near = words
    .map((word) => ({ word, by: word.startsWith(asked) ? 1 : apart(asked, word) }))
    .filter(({ word, by }) => by <= 2 && by < word.length / 2)
    .sort((one, other) => one.by - other.by);
  return near[0]?.word ?? null;
};

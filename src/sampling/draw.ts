import { hash } from 'node:crypto';

/*
 * The method, as docs/sampling.md publishes it. Every child has a rank that only the seed and its id decide, so neither the order of rows
 * nor how often a child stands there changes anything. Children are put in order by stratum, then by rank, and every so-many-th is
 * drawn from a start that the seed decides: each with the same chance, each stratum by its share.
 */
export const method = { name: 'ranked-systematic', version: 1 };

const digest = (seed: string, what: string, of: string): string =>
  hash('sha256', `fortnight ${method.name} ${method.version}\n${seed}\n${what}\n${of}`);

export const rankOf = (seed: string, what: 'child' | 'stratum' | 'team', of: string): string => digest(seed, what, of);

/** In the order of their ranks, which tells nothing of them. */
export const inRankOrder = <Each>(all: readonly Each[], rank: (each: Each) => string): Each[] =>
  all
    .map((each) => ({ each, rank: rank(each) }))
    .sort((one, other) => (one.rank < other.rank ? -1 : 1))
    .map(({ each }) => each);

const scale = 2n ** 48n;

/**
 * Draws so many. `stratum` says what they are spread over; `part`, which draw of this seed it is: each has a start of its own.
 */
export const drawFrom = <Each extends { id: string }>(
  from: readonly Each[],
  many: number,
  seed: string,
  part: string,
  stratum: (each: Each) => string,
): Each[] => {
  if (many >= from.length) return [...from];
  const strata = new Map<string, string>();
  const rank = (each: Each): string => {
    const of = stratum(each);
    const first = strata.get(of) ?? rankOf(seed, 'stratum', of);
    strata.set(of, first);
    return first + rankOf(seed, 'child', each.id);
  };
  const inOrder = inRankOrder(from, rank);
  const start = BigInt(`0x${digest(seed, 'start', part).slice(0, 12)}`);
  return Array.from({ length: many }, (_, index) => {
    const at = ((BigInt(index) * scale + start) * BigInt(from.length)) / (BigInt(many) * scale);
    return inOrder[Number(at)] as Each;
  });
};

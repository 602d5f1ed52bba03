/** Milliseconds that something takes. */
export const timed = async (act: () => Promise<unknown> | unknown): Promise<number> => {
  const began = process.hrtime.bigint();
  await act();
  return Number(process.hrtime.bigint() - began) / 1e6;
};

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

const inOrder = (numbers: readonly number[]): number[] => [...numbers].sort((one, other) => one - other);

export const median = (numbers: readonly number[]): number => at(inOrder(numbers), 0.5);
export const worstInHundred = (numbers: readonly number[]): number => at(inOrder(numbers), 0.99);

/** What one contestant took, round by round. */
export type Rounds = number[][];

/** The median of the rounds' medians, and of their 99th percentiles: one disturbed round does not move it. */
export const medianOf = (rounds: Rounds): number => median(rounds.map(median));
export const worstOf = (rounds: Rounds): number => median(rounds.map(worstInHundred));

/** The median of one contestant's rounds over another's, each beside the other's round at the same time. */
export const ratioOf = (rounds: Rounds, beside: Rounds, of: (numbers: readonly number[]) => number): number =>
  median(rounds.map((round, index) => of(round) / of(beside[index] ?? [])));

/** Runs each contestant once a round, in an order that turns, so that none has the quiet moments to itself. */
export const interleaved = async <Name extends string>(
  contestants: Record<Name, () => Promise<number[]>>,
  rounds: number,
): Promise<Record<Name, Rounds>> => {
  const names = Object.keys(contestants) as Name[];
  const taken = Object.fromEntries(names.map((name): [Name, Rounds] => [name, []])) as Record<Name, Rounds>;
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < names.length; turn += 1) {
      const name = names[(round + turn) % names.length];
      if (name !== undefined) taken[name].push(await contestants[name]());
    }
  }
  return taken;
};

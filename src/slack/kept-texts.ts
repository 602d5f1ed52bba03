import { type Person, samePerson } from '../domain/people.ts';
import type { Replicas } from '../inspections.ts';

/*
 * What somebody typed where the app did not understand which word was meant: kept for its owner while they choose, since a button
 * carries less. In memory alone, but for replicas, which have it from one another: a restart loses it, and the quote that they were
 * shown is still there to copy.
 */

const minutes = 10;
/** So many of one person, of all, and so long: what is beyond is not kept. */
const most = { ofOne: 3, ofAll: 300, characters: 12_000 } as const;

export type KeptTexts = {
  /** Lets go of what was kept for long enough. */
  tick: () => void;
  /** The key under which it is kept; null where it is too long for that. */
  keep: (by: Person, text: string) => Promise<string | null>;
  /** Gives it to its owner, once; null where it is not kept any more. */
  take: (by: Person, key: string) => Promise<string | null>;
};

type Kept = { key: string; by: Person; until: number; text: string };

export const keptTexts = (now: () => number, newKey: () => string): KeptTexts => {
  let all: readonly Kept[] = [];
  const forget = (): void => {
    all = all.filter(({ until }) => until > now());
  };
  return {
    tick: forget,
    keep: async (by, text) => {
      forget();
      if (text.length > most.characters) return null;
      const own = all.filter((each) => samePerson(each.by, by));
      const over = own.slice(0, Math.max(0, own.length - most.ofOne + 1));
      const key = newKey();
      all = [...all.filter((each) => !over.includes(each)), { key, by, until: now() + minutes * 60_000, text }].slice(
        -most.ofAll,
      );
      return key;
    },
    take: async (by, key) => {
      forget();
      const found = all.find((each) => each.key === key && samePerson(each.by, by));
      all = all.filter((each) => each !== found);
      return found?.text ?? null;
    },
  };
};

/** The same among replicas. */
export const textsAmong = (
  held: NonNullable<Replicas['held']>,
  newKey: () => string,
  fault: (error: unknown) => void,
): KeptTexts => ({
  tick: () => void held.forget().catch(fault),
  keep: async (by, text) => {
    if (text.length > most.characters) return null;
    const key = newKey();
    await held.put(key, by, text);
    return key;
  },
  take: (by, key) => held.take(key, by),
});

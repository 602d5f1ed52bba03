import type { Shown } from '../../src/slack/doctor.ts';

/** How something is made, whatever words are in it. */
const madeAs = (what: unknown): string => {
  if (Array.isArray(what)) return `[${[...new Set(what.map(madeAs))]}]`;
  if (typeof what !== 'object' || what === null) return typeof what;
  const parts = Object.entries(what).map(([name, value]) => {
    if (name === 'block_id') return String(value).replace(/\d+/g, '');
    return `${name}:${name === 'type' || name === 'style' ? value : madeAs(value)}`;
  });
  return `{${parts}}`;
};

/** Which form or page it is, or that it is a message, and how each of its blocks is made. */
export const partsOf = ({ as, what }: Shown): string[] => {
  const whole = what.callback_id ?? as;
  return [...new Set(['', ...(what.blocks ?? []).map(madeAs)])].map((block) => `${whole} ${block}`);
};

/** Keeps of all that is drawn the longest that has each form, each of its fields in each state, and each kind of block. */
export const drawings = () => {
  const longest = new Map<string, { shown: Shown; length: number }>();
  return {
    add: (shown: Shown): void => {
      const { length } = JSON.stringify(shown.what);
      for (const part of partsOf(shown))
        if (length > (longest.get(part)?.length ?? 0)) longest.set(part, { shown, length });
    },
    all: (): Shown[] => {
      const seen = new Set<string>();
      const byLength = [...new Set(longest.values())].sort((one, other) => other.length - one.length);
      return byLength.flatMap(({ shown }) => {
        const before = seen.size;
        for (const part of partsOf(shown)) seen.add(part);
        return seen.size > before ? [shown] : [];
      });
    },
  };
};

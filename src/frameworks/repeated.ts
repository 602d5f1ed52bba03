import type { Problem } from './problem.ts';

/** Each id (or word, or mark) that stands a second time, at its place. */
export const repeated = (items: readonly { path: string; name: string }[], what: string): Problem[] =>
  items.flatMap(({ path, name }, index) => {
    const first = items.findIndex((item) => item.name === name);
    const at = items[first]?.path ?? '';
    return first === index
      ? []
      : [{ path, wrong: `is "${name}", which ${at} is already`, right: `${what} that nothing else has` }];
  });

/** Ids as a message lists them. */
export const quoted = (ids: readonly string[]): string =>
  ids.length === 0 ? 'none' : ids.map((id) => `"${id}"`).join(', ');

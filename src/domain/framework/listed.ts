const numbers = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** A number as a sentence says it: "two", and figures above ten. */
export const inNumberWords = (count: number): string => numbers[count] ?? String(count);

/** A count that may be more than is known to the last figure: "80", "about 1.15e+18". */
export const inFigures = (count: number): string =>
  Number.isSafeInteger(count) ? String(count) : `about ${count.toPrecision(3)}`;

/** "a", "a or b", "a, b and c"; "Help and protection, and Leadership" where an item has the joint in it already. */
export const listed = (items: readonly string[], joint: 'and' | 'or'): string => {
  if (items.length < 2) return items.join('');
  const comma = items.some((item) => item.includes(` ${joint} `)) ? ',' : '';
  return `${items.slice(0, -1).join(', ')}${comma} ${joint} ${items.slice(-1).join('')}`;
};

/** Whether two lists have the same items in the same order. */
export const inOrder = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((item, index) => item === other[index]);

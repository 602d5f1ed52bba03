const numbers = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** A number as a sentence says it: "two", and figures above ten. */
export const inNumberWords = (count: number): string => numbers[count] ?? String(count);

/** "a", "a or b", "a, b and c". */
export const listed = (items: readonly string[], joint: 'and' | 'or'): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${joint} ${items.slice(-1).join('')}`;

/** Whether two lists have the same items in the same order. */
export const inOrder = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((item, index) => item === other[index]);

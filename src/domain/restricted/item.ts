import type { RestrictedRecord } from '../restricted.ts';

export const isRestrictedItem = (item: string): boolean => /^W-/i.test(item);

/** Letters and digits that are not mistaken for one another. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** As an id of a restricted item is written. */
export const restrictedForm = new RegExp(`^W-[${alphabet}]{4}$`);

/** `W-7K2Q` out of four random bytes given by the caller. */
export const restrictedItem = (random: Uint8Array): string =>
  `W-${[...random.slice(0, 4)].map((byte) => alphabet[byte % alphabet.length]).join('')}`;

/** That id, or the next one that was never given: chance may hit upon one twice. */
export const neverGiven = (item: string, record: RestrictedRecord): string => {
  if (!record.evidence.has(item) && !record.erasedItems.has(item)) return item;
  const given = [...item.slice(2)].reduce((sum, letter) => sum * alphabet.length + alphabet.indexOf(letter), 0);
  const next = [3, 2, 1, 0].map(
    (place) => alphabet[Math.floor((given + 1) / alphabet.length ** place) % alphabet.length],
  );
  return neverGiven(`W-${next.join('')}`, record);
};

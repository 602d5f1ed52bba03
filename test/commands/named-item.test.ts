import { describe, expect, it } from 'vitest';
import { namedItem, spelt } from '../../commands/forms/named-item.ts';

describe('an item that is named', () => {
  it.each(['e14', 'E 14', 'E-0014', '#E-14', 'E–014', 'E‑014.', ' e - 14 ', 'E-014,'])(
    '[E6] is found as %j',
    (typed) => {
      expect(namedItem('E', [], typed)).toEqual({ word: '', item: 'E-014' });
    },
  );

  it('[E6] is found after a word too', () => {
    expect(namedItem('K', ['close'], 'Close k 1.')).toEqual({ word: 'close', item: 'K-001' });
    expect(spelt('L 2 settle')).toBe('L-2 settle');
  });

  it.each(['E-14 was late', 'E-014 and E-015', '14', 'HP1', 'E-1234567', 'a 3-year-old'])(
    '[E6] is not read into %j',
    (text) => {
      expect(namedItem('E', [], text)).toBeNull();
    },
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortened } from '../../src/words/fitting.ts';

describe('a text that is shortened', () => {
  it('[M8] ends between two words, and leaves no loose comma', () => {
    expect(shortened('Visits are recorded when they were made', 38)).toBe('Visits are recorded when they were…');
    expect(shortened('Late, late again, and late once more', 19)).toBe('Late, late again…');
    expect(shortened('Late  and\nlate', 40)).toBe('Late and late');
  });

  it('[M8] is as long as it may be at most, and is cut within a word that is longer than all else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 1, max: 60 }), (text, most) => {
        expect([...shortened(text, most)].length).toBeLessThanOrEqual(most);
      }),
    );
    expect(shortened(`A ${'n'.repeat(60)}`, 30)).toBe(`A ${'n'.repeat(27)}…`);
  });
});

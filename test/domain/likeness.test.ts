import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gistOf, likeness } from '../../src/domain/text/likeness.ts';

describe('how alike two requests are', () => {
  it.each([
    ['Audits of the last three months, by team', 'Audit for each team over three months'],
    ['Annex A list 6, children in need', 'Please send list 6 of Annex A'],
    ['Minutes of the corporate parenting board', 'corporate parenting board: minutes'],
    ['Supervision policy', 'The policies on supervision'],
    ['Case record of C-017', 'The whole record of case C-17'],
  ])('[CM31] %s, and %s', (one, other) => {
    expect(likeness(gistOf(one), gistOf(other))).toBeGreaterThanOrEqual(0.6);
    expect(likeness(gistOf(other), gistOf(one))).toBe(likeness(gistOf(one), gistOf(other)));
  });

  it.each([
    ['Case record of C-017', 'Case record of C-018'],
    ['Audits of the front door', 'Minutes of the adoption panel'],
    ['Annex A list 6', 'Interview with the virtual head teacher'],
    ['', 'Audits'],
  ])('[CM31] not %s, and %s', (one, other) => {
    expect(likeness(gistOf(one), gistOf(other))).toBeLessThan(0.4);
  });

  it('[CM31] lies between nothing and all, and every text with words is like itself', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(likeness(gistOf(one), gistOf(other))).toBeGreaterThanOrEqual(0);
        expect(likeness(gistOf(one), gistOf(other))).toBeLessThanOrEqual(1);
        expect([0, 1]).toContain(likeness(gistOf(one), gistOf(one)));
      }),
    );
  });
});
